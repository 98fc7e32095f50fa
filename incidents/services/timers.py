"""Clocks begin and end with what they watch, in the same transaction; whoever answers ends a round."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import lock
from core.permissions import require
from incidents.console_vocabulary import TimerKind, TimerStage
from incidents.models import Assignment, DeescalationRecord, Handoff, Incident, Timer
from incidents.selectors import timer_rules
from incidents.timing import ENDS, RETIMES, STARTS, Rule, chosen, due

WAITS = ("received", "triaged")


def follow(event: str, record: Any, at: datetime) -> None:
    """Begin, end or re-time the clocks of what has just happened."""
    if event in STARTS:
        start(record, STARTS[event], at)
    elif event in ENDS:
        end(record, ENDS[event], at)
    elif event in RETIMES:
        retime(record)


def start(record: Incident | Assignment | Handoff, kinds: Collection[str], at: datetime) -> None:
    """Begin these clocks for an incident that waits, an officer on scene or a hand-off; what runs goes on."""
    incident = record if isinstance(record, Incident) else record.incident
    if record is incident and incident.status not in WAITS:
        return
    rules = timer_rules.in_force(incident.agency_id)
    fresh = [Timer(kind=kind, started_at=at, incident=incident, **_watched(record)) for kind in kinds]
    for timer in fresh:
        set_by_rule(timer, incident, rules)
    Timer.objects.bulk_create(fresh, ignore_conflicts=True)


def _watched(record: Incident | Assignment | Handoff) -> dict[str, Any]:
    return {
        "agency_id": record.agency_id,
        "case_id": record.case_id,
        "assignment": record if isinstance(record, Assignment) else None,
        "handoff": record if isinstance(record, Handoff) else None,
    }


def set_by_rule(timer: Timer, incident: Incident, rules: list[Rule]) -> None:
    """When the round is over, by the rule for the incident as it is now."""
    rule = chosen(rules, timer.kind, incident.nature, incident.priority)
    timer.minutes = rule.minutes if rule else None
    timer.answer_seconds = rule.answer_seconds if rule else 60
    timer.next_at = due(timer.started_at, timer.minutes)


def end(record: Incident | Assignment | Handoff | DeescalationRecord, kinds: Collection[str], at: datetime) -> None:
    """What they watched is over."""
    rows = Timer.objects.filter(_of(record), kind__in=kinds, ended_at__isnull=True)
    rows.update(ended_at=at, stage=TimerStage.ENDED, next_at=None)


def _of(record: Incident | Assignment | Handoff | DeescalationRecord) -> Q:
    if isinstance(record, Incident):
        return Q(incident=record)
    if isinstance(record, Assignment):
        return Q(assignment=record)
    if isinstance(record, Handoff):
        return Q(handoff=record)
    return Q(incident=record.incident_id, assignment__officer__user=record.author_id)


def retime(incident: Incident) -> None:
    """Another priority, another rule: rounds that nobody was asked in yet are counted anew from their begin."""
    kind = TimerKind.WAITING if incident.status in WAITS else TimerKind.WELFARE
    rule = chosen(timer_rules.in_force(incident.agency_id), kind, incident.nature, incident.priority)
    rows = Timer.objects.filter(incident=incident, kind=kind, stage=TimerStage.RUNNING, ended_at__isnull=True)
    if rule is None:
        rows.update(next_at=None, minutes=None)
    else:
        next_at = F("started_at") + timedelta(minutes=rule.minutes)
        rows.update(next_at=next_at, minutes=rule.minutes, answer_seconds=rule.answer_seconds)


def answer(timer: Timer, *, actor: Actor, at: datetime | None = None) -> Timer:
    """The officer says that all is well; a second tap, or one that comes after the desk's, does no harm."""
    moment = at or clock.now()
    require(actor, "timer.answer", timer)
    with transaction.atomic():
        incident = lock(timer.incident)
        running = Timer.objects.select_for_update(of=("self",)).filter(
            assignment=timer.assignment_id, kind=timer.kind, ended_at__isnull=True
        )
        current = running.first()
        said = Timer.objects.get(pk=timer.pk)
        if said.answered_by_id == actor.id and said.ended_at:
            return said
        if current is None:
            raise Conflict(_("You are not on scene any more; nobody waits for an answer."))
        return _next_round(current, incident, actor, moment, "")


def acknowledge(timer: Timer, *, actor: Actor, words: str = "", at: datetime | None = None) -> Timer:
    """Dispatch answers: for an officer with the words that were heard, or to an alarm that somebody now sees to."""
    moment = at or clock.now()
    require(actor, "timer.acknowledge", timer)
    heard = words.strip()
    if timer.kind == TimerKind.WELFARE and not heard:
        text = _("Write what the officer said. Without having heard them, send somebody.")
        raise BrokenRule(text, fields={"words": text})
    with transaction.atomic():
        incident = lock(timer.incident)
        current = Timer.objects.select_for_update(of=("self",)).select_related("answered_by").get(pk=timer.pk)
        if current.ended_at is not None:
            if current.answered_by_id == actor.id:
                return current
            raise _late(current)
        if current.kind != TimerKind.WELFARE and current.stage != TimerStage.ALARM:
            raise Conflict(_("This clock has not raised an alarm."))
        return _next_round(current, incident, actor, moment, heard)


def _late(timer: Timer) -> Conflict:
    if timer.answered_by is None:
        return Conflict(_("What this clock watched has ended."))
    return Conflict(_("%(name)s has answered this already.") % {"name": timer.answered_by.name})


def _next_round(timer: Timer, incident: Incident, actor: Actor, at: datetime, words: str) -> Timer:
    """This round ends with its answer, which stays as it is; the next one begins, as long as what it watches lasts."""
    timer.stage, timer.ended_at, timer.next_at = TimerStage.ENDED, at, None
    timer.answered_by_id, timer.words = actor.person, words
    timer.save(update_fields=["stage", "ended_at", "next_at", "answered_by", "words"])
    ledger.announce("timer.answered", record=timer, actor=actor, at=at, facts=facts_of(timer, incident))
    following = Timer(
        agency_id=timer.agency_id,
        case_id=timer.case_id,
        incident=incident,
        assignment_id=timer.assignment_id,
        handoff_id=timer.handoff_id,
        kind=timer.kind,
        started_at=at,
    )
    set_by_rule(following, incident, timer_rules.in_force(timer.agency_id))
    following.save(force_insert=True)
    return timer


def facts_of(timer: Timer, incident: Incident) -> dict[str, object]:
    """What is told of a clock: which, of which incident, and of which unit where it is a unit's."""
    unit = timer.assignment.officer.call_sign if timer.assignment else ""
    return {"kind": timer.kind, "unit": unit, "number": incident.number}
