"""Calls about what dispatch knows already: added to an incident, merged, and split off again. Nothing is lost."""

from datetime import datetime
from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.ledger import Entry
from core.moves import advance, lock
from core.numbering import next_numbers
from core.permissions import require
from incidents.console_vocabulary import DraftEnd
from incidents.models import Call, Draft, Incident
from incidents.selectors.duplicates import GOING_ON
from incidents.selectors.family import members
from incidents.services import duplicate_rows as rows
from incidents.services.duplicate_rows import Told
from incidents.workflow import ACTIVE_ASSIGNMENT


def attach(
    incident: Incident, *, actor: Actor, client_key: UUID, at: datetime | None = None, **told: Unpack[Told]
) -> Call:
    """Log a call onto an incident that goes on. The same `client_key` again answers the call already logged."""
    moment = at or clock.now()
    require(actor, "call.attach", incident)
    with transaction.atomic():
        year = moment.astimezone(incident.agency.zone).year
        number = next_numbers(incident.agency_id, year, "call")["call"]
        # The counter row is held now, so a second copy of this request waits here and then finds the first.
        earlier = Call.objects.filter(agency_id=incident.agency_id, client_key=client_key).first()
        if earlier is not None:
            transaction.set_rollback(True)
            return _same(earlier, told["said"])
        held = _going_on(lock(incident))
        call = rows.keep_call(told, held, number, client_key, actor, moment)
        facts = {"number": call.number, "via": call.received_via, "nature": call.nature}
        ledger.announce("call.attached", record=call, actor=actor, at=moment, facts=facts)
        verdict = rows.judged(held, told["nature"], told["answers"])
        if verdict is not None:
            rows.urge(held, verdict.priority, verdict.triggers, f"call:{call.number}", actor, moment)
        _end_draft(call, actor, moment)
    return call


def _same(earlier: Call, said: str) -> Call:
    """A repeat of one command answers its first result; a key used for something else is a mistake of the sender."""
    if earlier.said != said:
        raise BrokenRule(_("This call was already sent with other words. Open a new call for it."))
    return earlier


def _going_on(incident: Incident) -> Incident:
    """A new episode after the end is a new incident."""
    if incident.status not in GOING_ON:
        shown = {"number": incident.number, "status": incident.get_status_display()}
        raise Conflict(_("%(number)s is already “%(status)s”. Log the call as an incident of its own.") % shown)
    return incident


def _end_draft(call: Call, actor: Actor, at: datetime) -> None:
    mine = Draft.objects.filter(agency_id=call.agency_id, owner=actor.id, client_key=call.client_key)
    mine.filter(ended_at__isnull=True).update(
        typed={}, ended_at=at, ended_as=DraftEnd.ATTACHED, incident=call.incident_id
    )


def merge(
    incident: Incident,
    *,
    actor: Actor,
    expected_version: int | None,
    into: Incident,
    merge_reason: str,
    at: datetime | None = None,
) -> Incident:
    """Let an incident without units go on in another one; what belongs to it stays with it and is read there."""
    moment = at or clock.now()
    require(actor, "incident.merge", into)
    with transaction.atomic():
        held, goes_on = _both(incident, into)
        _without_units(held, goes_on)
        moved = advance(
            held,
            "merge",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"into": goes_on.number, "reason": merge_reason},
            merged_into=_going_on(goes_on),
        )
        facts = {"number": moved.number, "reason": merge_reason}
        ledger.announce("incident.joined", record=goes_on, actor=actor, at=moment, facts=facts)
        rows.urge(goes_on, moved.priority, moved.cit_triggers, f"incident:{moved.number}", actor, moment)
    return moved


def _both(one: Incident, other: Incident) -> tuple[Incident, Incident]:
    """Both rows, held in one order whoever asks: two desks that merge crosswise never wait for each other."""
    if one.pk == other.pk:
        words = _("An incident cannot be merged into itself.")
        raise BrokenRule(words, fields={"into": words})
    held = {row.pk: lock(row) for row in sorted((one, other), key=lambda row: str(row.pk))}
    return held[one.pk], held[other.pk]


def _without_units(incident: Incident, other: Incident) -> None:
    if incident.assignments.filter(status__in=ACTIVE_ASSIGNMENT).exists():
        numbers = {"number": incident.number, "other": other.number}
        raise BrokenRule(
            _("Units are on %(number)s. Merge %(other)s into it instead, or clear its units first.") % numbers
        )


def split(
    incident: Incident,
    *,
    actor: Actor,
    expected_version: int | None,
    call: Call,
    split_reason: str,
    at: datetime | None = None,
) -> Incident:
    """Let a call be an incident of its own again: its merged incident comes back, or it gets a new one."""
    moment = at or clock.now()
    require(actor, "call.split", incident)
    with transaction.atomic():
        held = lock(incident)
        if expected_version is not None and held.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago. Look at it again before you change it."))
        mine = Call.objects.select_related("incident__agency").get(pk=call.pk)
        if mine.incident_id not in {one.pk for one in members(held)}:
            raise Conflict(_("Call %(number)s does not belong to this incident any more.") % {"number": mine.number})
        if mine.incident_id == held.pk:
            return _alone(mine, held, split_reason, actor, moment)
        return _back(mine, held, split_reason, actor, moment)


def _alone(call: Call, left: Incident, reason: str, actor: Actor, at: datetime) -> Incident:
    """A call that was added here, or logged here first, gets an incident of its own."""
    if not Call.objects.filter(incident=left).exclude(pk=call.pk).exists():
        raise BrokenRule(_("%(number)s is the only call of this incident.") % {"number": call.number})
    year = at.astimezone(left.agency.zone).year
    number = next_numbers(left.agency_id, year, "incident")["incident"]
    own = rows.own_incident(call, number)
    call.answers.update(incident=own)
    call.subjects.update(incident=own)
    call.incident, call.case_id = own, own.case_id
    call.save(update_fields=["incident", "case_id"])
    opened = {"number": own.number, "nature": own.nature, "priority": own.priority}
    _tell_both(call, left, own, reason, actor, at, first=Entry("incident.opened", own, opened))
    rows.calm(left, f"call:{call.number}", actor, at)
    return own


def _back(call: Call, left: Incident, reason: str, actor: Actor, at: datetime) -> Incident:
    """The merged incident of the call stands again as it stood, with all that belongs to it."""
    merged = lock(call.incident)
    again = advance(
        merged,
        "unmerge" if merged.triaged_at is None else "split",
        actor=actor,
        expected_version=None,
        at=at,
        facts={"out_of": left.number, "reason": reason},
        merged_into=None,
        closed_at=None,
    )
    _tell_both(call, left, again, reason, actor, at)
    rows.calm(left, f"incident:{again.number}", actor, at)
    return again


def _tell_both(
    call: Call, left: Incident, own: Incident, reason: str, actor: Actor, at: datetime, first: Entry | None = None
) -> None:
    """Both timelines say which call went from where to where."""
    facts = {"number": call.number, "out_of": left.number, "into": own.number, "reason": reason}
    entries = [Entry("call.split", left, facts), Entry("call.split", own, facts)]
    ledger.announce_all([first, *entries] if first else entries, actor=actor, at=at)
