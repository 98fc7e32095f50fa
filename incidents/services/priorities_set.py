"""Setting a priority against the script: up at once, down only with a reason."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance
from incidents.models import Incident, PriorityChange

OFF_SCRIPT = "set_by_hand"


def prioritize(
    incident: Incident,
    *,
    actor: Actor,
    expected_version: int | None,
    priority: str,
    reason: str = "",
    cit: bool = False,
    at: datetime | None = None,
) -> Incident:
    """Set the priority, and with `cit` ask for a CIT officer too; a requirement is never taken away here."""
    moment = at or clock.now()
    was = incident.priority
    _check(was, priority, reason, cit and not incident.cit_required)
    triggers = list(dict.fromkeys([*incident.cit_triggers, *(["desk_asks"] if cit else [])]))
    with transaction.atomic():
        moved = advance(
            incident,
            "prioritize",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"priority": priority, "was": was, "reason": reason},
            priority=priority,
            cit_required=incident.cit_required or cit,
            cit_triggers=triggers,
        )
        if priority != was:
            _keep(moved, was, reason, actor, moment)
    return moved


def _check(was: str, priority: str, reason: str, asks_cit: bool) -> None:
    if priority > was and not reason:
        raise BrokenRule(
            _("A priority is lowered only with a reason."), fields={"reason": _("Say why it is less urgent.")}
        )
    if priority == was and not asks_cit:
        raise BrokenRule(_("Nothing was changed."), fields={"priority": _("It has this priority already.")})


def _keep(incident: Incident, was: str, reason: str, actor: Actor, at: datetime) -> None:
    """Raising needs no reason; what is kept then is that somebody heard more than the script asks."""
    PriorityChange.objects.create(
        agency_id=incident.agency_id,
        incident=incident,
        old=was,
        new=incident.priority,
        rules=[OFF_SCRIPT],
        reason=reason or "dispatcher_judgment",
        by_id=actor.person,
        at=at,
    )
