"""What must be true before an incident, an assignment or a record moves."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict
from incidents.record_workflow import FILED


def no_unit_still_out(incident: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """An incident is over for dispatch when its last unit is clear."""
    busy = incident.assignments.filter(status__in=("dispatched", "en_route", "on_scene")).exists()
    if busy:
        raise Conflict(_("A unit is still assigned. Clear or cancel it first."))


def every_arrived_officer_has_filed(incident: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Nothing is counted that nobody has described."""
    arrived = incident.assignments.filter(on_scene_at__isnull=False).select_related("officer__user")
    records = incident.records.filter(status__in=FILED)
    filed = set(records.values_list("author_id", flat=True))
    confirmed = records.filter(officers__confirmed_at__isnull=False)
    filed |= set(confirmed.values_list("officers__officer__user_id", flat=True))
    missing = sorted({a.officer.call_sign for a in arrived if a.officer.user_id not in filed})
    if missing:
        raise BrokenRule(_("Not closed: the record of %(units)s is missing.") % {"units": ", ".join(missing)})


def names_where_it_goes(incident: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A merged incident points at the one that goes on."""
    if changes.get("merged_into") is None:
        raise BrokenRule(_("Say which incident goes on."), fields={"into": _("Choose an open incident.")})


def was_assessed(incident: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """What comes back to "assessed" has been assessed."""
    if incident.triaged_at is None:
        raise Conflict(_("%(number)s was never assessed.") % {"number": incident.number})


def was_not_assessed(incident: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """What comes back to "received" still waits for its assessment."""
    if incident.triaged_at is not None:
        raise Conflict(_("%(number)s was assessed already.") % {"number": incident.number})
