"""What an officer taps at the scene. A repeat of one tap finds the first."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from incidents.field_vocabulary import EntryKind
from incidents.models import FieldEntry, Incident
from incidents.plain_text import readable
from incidents.record_vocabulary import Force, Outcome, Technique

# Which slugs a kind takes; a kind that is not here takes none.
VALUES: dict[str, frozenset[str]] = {
    EntryKind.TECHNIQUE: frozenset(Technique.values),
    EntryKind.FORCE_USED: frozenset(str(level) for level in Force.values),
    EntryKind.DISPOSITION: frozenset(Outcome.values),
}


def add(
    incident: Incident,
    *,
    actor: Actor,
    kind: str,
    value: str = "",
    text: str = "",
    client_key: UUID,
    captured_at: datetime | None = None,
    at: datetime | None = None,
) -> FieldEntry:
    """Keep one tap with the time of its doing; it is never later than its arrival."""
    moment = at or clock.now()
    require(actor, "field_entry.add", incident)
    _check(kind, value, text)
    with transaction.atomic():
        found, fresh = FieldEntry.objects.get_or_create(
            by_id=actor.person,
            client_key=client_key,
            defaults={
                "agency_id": incident.agency_id,
                "case_id": incident.case_id,
                "incident": incident,
                "kind": kind,
                "value": value,
                "text": text,
                "captured_at": min(captured_at or moment, moment),
                "recorded_at": moment,
            },
        )
        if fresh:
            facts = {"kind": kind, "value": value}
            ledger.announce("field_entry.added", record=found, actor=actor, at=moment, facts=facts)
        elif (found.incident_id, found.kind, found.value, found.text) != (incident.pk, kind, value, text):
            raise BrokenRule(_("This entry was already sent with something else in it."))
    return found


def _check(kind: str, value: str, text: str) -> None:
    if kind not in EntryKind.values:
        raise BrokenRule(_("This kind of entry is not known."), fields={"kind": _("Choose from the list.")})
    if (value not in VALUES[kind]) if kind in VALUES else bool(value):
        raise BrokenRule(_("This entry is not on the list."), fields={"value": _("Choose from the list.")})
    if text:
        readable(text, "text")
