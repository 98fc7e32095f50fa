"""What is owed because of a record: begun by what it says, ended by what was done, or by a correction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core import clock, ledger
from core.actors import Actor, system
from core.moves import advance
from incidents.duties import due, steps
from incidents.duties.clock import next_step
from incidents.duties.triggers import Trigger, started
from incidents.law_vocabulary import DutyState
from incidents.models import DeescalationRecord, Duty
from incidents.selectors import duty_facts, school_days
from officers.models import Agency
from officers.roles import License, Role


def review(record: DeescalationRecord, event: str, at: datetime) -> None:
    """A second time changes nothing: one duty of each kind for one record, and for one person of one incident."""
    facts = duty_facts.facts_of(record)
    wanted = {each.kind: each for each in started(facts)}
    known = {duty.kind: duty for duty in Duty.objects.filter(record=record)}
    for kind in wanted.keys() - known.keys():
        _start(record, wanted[kind], event, at)
    for kind, duty in known.items():
        if kind in wanted and duty.status == DutyState.ENDED:
            _by_record(duty, "resume", at, next_at=next_step(duty.started_at, duty.due_at, duty.warned))
        elif kind not in wanted and duty.status == DutyState.OPEN and not _others(record, kind):
            _by_record(duty, "drop", at, next_at=None)
    if facts["parent_hold"]:
        hold_notices(record, at)


def hold_notices(record: DeescalationRecord, at: datetime) -> None:
    """While a parent is alleged nobody of ours tells the parents; once released it stays released."""
    kinds = [each.kind for each in started(duty_facts.facts_of(record)) if each.tells_parent]
    open_ones = Duty.objects.filter(subject=record.subject_id, kind__in=kinds, status=DutyState.OPEN)
    for duty in open_ones.filter(held_at__isnull=True, release_reason=""):
        _by_record(duty, "hold", at, held_at=at)


def _others(record: DeescalationRecord, kind: str) -> bool:
    """Whether another officer's record of the same person still says so."""
    return any(kind in {each.kind for each in started(facts)} for facts in duty_facts.others_say(record))


def _by_record(duty: Duty, move: str, at: datetime, **changes: Any) -> None:
    actor = system(duty.agency_id)
    advance(duty, move, actor=actor, expected_version=None, at=at, facts=facts_of(duty), **changes)


def _start(record: DeescalationRecord, each: Trigger, event: str, at: datetime) -> None:
    """From the moment of the fact, so that a record written late does not give more time."""
    with transaction.atomic():
        subject = duty_facts.subject_of(record)
        same = Duty.objects.filter(subject=subject, kind=each.kind).exclude(status=DutyState.ENDED)
        if same.exists() and not each.protected:
            return
        agency = Agency.objects.get(pk=record.agency_id)
        begun = duty_facts.times_of(record)[each.since] or at
        found = due(begun, each.clock, school_days.calendar(agency))
        duty = Duty(
            agency=agency,
            case_id=None if each.protected else record.case_id,
            kind=each.kind,
            record=record,
            incident_id=record.incident_id,
            subject=subject,
            protected=each.protected,
            started_at=begun,
            started_by=event,
            clock=each.clock,
            due_at=found.at,
            due_rule=found.rule,
            due_assumed=found.assumed,
            next_at=steps(begun, found.at)[0][1],
            **_owner(record, each),
        )
        duty.save(force_insert=True)
        ledger.announce("duty.started", record=duty, actor=system(agency.pk), at=at, facts=facts_of(duty))


def _owner(record: DeescalationRecord, each: Trigger) -> Mapping[str, Any]:
    """The author for what the officer owes; a detention that no peace officer wrote is a supervisor's to see to."""
    if each.owner_role != Role.POLICE_OFFICER:
        return {"owner_role": each.owner_role}
    rows = record.author.officer_rows.filter(license=License.PEACE_OFFICER)
    if each.template == "detention_notice" and not rows.exists():
        return {"owner_role": Role.SUPERVISOR}
    return {"owner_id": record.author_id, "owner_role": each.owner_role}


def facts_of(duty: Duty) -> dict[str, object]:
    """What is told of a duty: which, and when it is due."""
    return {"duty": duty.kind, "due": duty.due_at.isoformat()}


def satisfy(
    duty: Duty,
    *,
    actor: Actor,
    expected_version: int | None,
    effort: str = "",
    late_reason: str = "",
    at: datetime | None = None,
) -> Duty:
    """Mark as done; `effort` says in words what was tried where it did not succeed, `late_reason` why it is late."""
    changes: dict[str, Any] = {"satisfied_by_id": actor.person, "effort": effort, "next_at": None}
    changes["late_reason"] = late_reason or duty.late_reason
    facts = {**facts_of(duty), "late": (at or clock.now()) > duty.due_at}
    return advance(
        duty,
        "satisfy",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts=facts,
        **changes,
    )


def explain(
    duty: Duty, *, actor: Actor, expected_version: int | None, late_reason: str, at: datetime | None = None
) -> Duty:
    """Say why it is late; that does not end it."""
    return _move(duty, "explain", actor, expected_version, at, late_reason=late_reason)


def waive(
    duty: Duty,
    *,
    actor: Actor,
    expected_version: int | None,
    waive_reason: str,
    waive_note: str = "",
    at: datetime | None = None,
) -> Duty:
    """A supervisor decides that it need not be done, with a reason that stays."""
    changes = {"waive_reason": waive_reason, "waive_note": waive_note, "waived_by_id": actor.person, "next_at": None}
    return _move(duty, "waive", actor, expected_version, at, **changes)


def release(
    duty: Duty, *, actor: Actor, expected_version: int | None, release_reason: str, at: datetime | None = None
) -> Duty:
    """A supervisor decides that the parents may be told after all."""
    return _move(duty, "release", actor, expected_version, at, held_at=None, release_reason=release_reason)


def _move(
    duty: Duty, name: str, actor: Actor, expected_version: int | None, at: datetime | None, **changes: Any
) -> Duty:
    moment, facts = at or clock.now(), facts_of(duty)
    return advance(duty, name, actor=actor, expected_version=expected_version, at=moment, facts=facts, **changes)
