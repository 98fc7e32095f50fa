"""Logging a call: the first moment of every case."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule
from core.numbering import next_numbers
from core.permissions import require
from incidents.models import Call, Incident
from incidents.priorities import judge
from incidents.selectors import desks, scripts
from incidents.services.intake_rows import announce
from officers.models import Campus, Room


def log(
    campus: Campus,
    *,
    actor: Actor,
    client_key: UUID,
    room: Room | None,
    nature: str,
    received_via: str,
    caller_role: str,
    caller_name: str,
    callback: str,
    said: str,
    language_needed: str = "",
    at: datetime | None = None,
) -> Call:
    """Keep the call and open its incident; the same `client_key` again answers the call already logged."""
    moment = at or clock.now()
    require(actor, "call.log", campus)
    with transaction.atomic():
        numbers = next_numbers(campus.agency_id, moment.astimezone(campus.agency.zone).year, "call", "incident")
        # The counter row is held now, so a second copy of this request waits here and then finds the first.
        earlier = Call.objects.filter(agency_id=campus.agency_id, client_key=client_key).first()
        if earlier is not None:
            first = _same(earlier, said, nature, campus)
            transaction.set_rollback(True)
            return first
        incident = _open(campus, room, nature, numbers["incident"], actor, moment)
        call = Call.objects.create(
            agency_id=campus.agency_id,
            incident=incident,
            case_id=incident.case_id,
            number=numbers["call"],
            client_key=client_key,
            taken_by_id=actor.person,
            received_at=moment,
            received_via=received_via,
            caller_role=caller_role,
            caller_name=caller_name,
            callback=callback,
            said=said,
            language_needed=language_needed,
        )
        announce(call, incident, actor, moment)
    return call


def _same(earlier: Call, said: str, nature: str, campus: Campus) -> Call:
    """A repeat of one command answers its first result; a key used for something else is a mistake of the sender."""
    first = earlier.incident
    if (earlier.said, first.nature, first.campus_id) != (said, nature, campus.pk):
        raise BrokenRule(_("This call was already sent with other words. Open a new call for it."))
    return earlier


def _open(campus: Campus, room: Room | None, nature: str, number: str, actor: Actor, at: datetime) -> Incident:
    if room is not None and room.building.campus_id != campus.pk:
        raise BrokenRule(
            _("This room is not on the chosen campus."), fields={"room": _("Choose a room of the campus.")}
        )
    verdict = judge(nature, {}, scripts.active(campus.agency_id))
    return Incident.objects.create(
        agency_id=campus.agency_id,
        case_id=uuid4(),
        number=number,
        campus=campus,
        building=room.building if room else None,
        room=room,
        nature=nature,
        priority=verdict.priority,
        cit_required=bool(verdict.triggers),
        cit_triggers=list(verdict.triggers),
        desk=desks.of(actor),
        received_at=at,
    )
