"""One case from the call to the closed loop, through the services that the pages and the API use."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from core.actors import Actor
from incidents.models import Assignment, DeescalationRecord, Incident
from incidents.record_vocabulary import PersonRole
from incidents.services import assessments, assignments, calls, incidents, records
from incidents.vocabulary import CitUnavailable, CloseReason
from officers.models import Campus
from outcomes.replay.cast import Cast
from outcomes.replay.dice import Dice
from outcomes.replay.model import Story, tell
from outcomes.replay.rows import Row
from referrals.models import Referral
from referrals.services import endings, referrals
from referrals.vocabulary import FAILED_ENDINGS, ContactChannel, ContactResult, ContactWith

ASSESSED_AFTER = timedelta(seconds=40)
SENT_AFTER = timedelta(seconds=55)
STARTED_AFTER = timedelta(seconds=75)
SAID = "A call from the replayed file. What was said is not part of it."
NOTE = "Replayed contact."


@dataclass(frozen=True, slots=True)
class Played:
    """What the summary counts of one case."""

    case_id: UUID
    outcome: str
    cit: bool


@dataclass(frozen=True)
class Case:
    """One row with everything that decides how it goes."""

    cast: Cast
    dice: Dice
    campus: Campus
    story: Story
    at: datetime
    key: UUID
    dispatcher: Actor


def cast_case(cast: Cast, source: str, row: Row, day: date, seed: int) -> Case:
    """The case of a row; the key comes from file and line, so a repeat meets the call already logged."""
    dice = Dice(seed, row.line)
    campus = cast.campus(row.neighbourhood)
    story = tell(dice, apprehended=row.apprehended, campus_kind=campus.kind)
    at = datetime.combine(day, time(row.hour, story.minute), tzinfo=cast.zone)
    key = uuid5(NAMESPACE_OID, f"{source}:{row.line}:{cast.agency.pk}")
    return Case(cast, dice, campus, story, at, key, dice.one_of("dispatcher", cast.dispatchers))


def play(case: Case) -> Played:
    """Every step in its order; the caller holds the transaction."""
    incident = _answer(case)
    assignment, officer, cit = _send(case, incident)
    clear_at = assignment.dispatched_at + case.story.to_scene + case.story.on_scene
    record = _respond(case, assignment, officer, clear_at)
    _close(case, incident, clear_at + timedelta(minutes=25))
    if case.story.refers:
        _follow_up(case, record, officer, clear_at + timedelta(minutes=20))
    return Played(incident.case_id, record.primary_outcome, cit)


def _answer(case: Case) -> Incident:
    call = calls.log(
        case.campus,
        actor=case.dispatcher,
        client_key=case.key,
        room=None,
        nature=case.story.nature,
        received_via=case.story.received_via,
        caller_role=case.story.caller_role,
        caller_name="",
        callback="",
        said=SAID,
        at=case.at,
    )
    return assessments.assess(
        call.incident,
        actor=case.dispatcher,
        expected_version=call.incident.version,
        answers=case.story.answers,
        at=case.at + ASSESSED_AFTER,
    )


def _send(case: Case, incident: Incident) -> tuple[Assignment, Actor, bool]:
    at = case.at + SENT_AFTER
    officer, actor, cit = case.cast.officer(case.dispatcher, incident, at)
    excuse = "" if cit or not incident.cit_required else CitUnavailable.NONE_ON_DUTY.value
    sent = assignments.send(
        incident,
        actor=case.dispatcher,
        expected_version=incident.version,
        officer=officer,
        cit_unavailable_reason=excuse,
        at=at,
    )
    return sent, actor, cit


def _respond(case: Case, assignment: Assignment, officer: Actor, clear_at: datetime) -> DeescalationRecord:
    """The officer goes, helps, leaves, and files what happened."""
    arrive_at = assignment.dispatched_at + case.story.to_scene
    part = assignments.start(assignment, actor=officer, expected_version=assignment.version, at=case.at + STARTED_AFTER)
    part = assignments.arrive(part, actor=officer, expected_version=part.version, at=arrive_at)
    part = assignments.clear(part, actor=officer, expected_version=part.version, at=clear_at)
    record = records.begin(
        part.incident,
        actor=officer,
        role=PersonRole.STUDENT.value,
        name="",
        grade=case.story.grade,
        at=clear_at + timedelta(minutes=2),
    )
    record = records.save(
        record,
        actor=officer,
        expected_version=record.version,
        at=clear_at + timedelta(minutes=9),
        **case.story.record,
    )
    return records.submit(record, actor=officer, expected_version=record.version, at=clear_at + timedelta(minutes=15))


def _close(case: Case, incident: Incident, at: datetime) -> None:
    # No version: officers moved the incident since dispatch last read it.
    incidents.close(
        incident,
        actor=case.dispatcher,
        expected_version=None,
        close_reason=CloseReason.REPORT_TAKEN.value,
        at=at,
    )


def _follow_up(case: Case, record: DeescalationRecord, officer: Actor, at: datetime) -> None:
    """The referral, until the sender knows what came of it and the director has said what follows."""
    team, members = case.cast.teams[case.campus.pk]
    counselor = case.dice.one_of("counselor", members)
    story = case.story
    sent = referrals.make(record, actor=officer, client_key=case.key, team=team, urgency=story.urgency, at=at)
    taken_at = at + story.acknowledged_after
    taken = referrals.acknowledge(sent, actor=counselor, expected_version=sent.version, at=taken_at)
    begun = _reach(case, taken, counselor, taken_at)
    end_at = taken_at + story.ended_after
    end = endings.fail if story.ending in FAILED_ENDINGS else endings.complete
    ended = end(
        begun,
        actor=counselor,
        expected_version=begun.version,
        outcome=story.ending,
        outcome_on=end_at.date(),
        at=end_at,
    )
    _close_loop(case, ended, officer, end_at)


def _close_loop(case: Case, ended: Referral, officer: Actor, end_at: datetime) -> None:
    """The sender learns how it ended; the director says what follows."""
    known = endings.acknowledge_feedback(
        ended, actor=officer, expected_version=ended.version, at=end_at + timedelta(hours=20)
    )
    endings.record_next_step(
        known,
        actor=case.cast.director,
        expected_version=known.version,
        next_step=case.story.next_step,
        at=end_at + timedelta(hours=30),
    )


def _reach(case: Case, referral: Referral, counselor: Actor, taken_at: datetime) -> Referral:
    """Contact with the person, sometimes at the second try."""
    at = taken_at + case.story.contacted_after
    if case.story.first_try_fails:
        _try(referral, counselor, ContactChannel.PHONE.value, ContactResult.NO_ANSWER.value, taken_at)
    return _try(referral, counselor, case.story.channel, ContactResult.REACHED.value, at)


def _try(referral: Referral, counselor: Actor, channel: str, result: str, at: datetime) -> Referral:
    return referrals.log_contact(
        referral,
        actor=counselor,
        channel=channel,
        contact_with=ContactWith.STUDENT.value,
        result=result,
        note=NOTE,
        at=at,
    )
