"""Duties begin by themselves, once, with an owner and a deadline of the right calendar, and end with a trail."""

from datetime import timedelta
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Forbidden
from core.models import Event
from incidents import law_guards
from incidents.models import DeescalationRecord, Duty
from incidents.services import duties, duty_steps, duty_sweep
from tests.cast import NOON, District
from tests.incidents.law.conftest import detained, saved


def kinds(record: DeescalationRecord, status: str = "open") -> set[str]:
    return set(Duty.objects.filter(record=record, status=status).values_list("kind", flat=True))


def told(duty: Duty, actor: Actor, party: str, **changes: Any) -> Any:
    given = {"party": party, "method": "phone", "outcome": "reached", "attempted_at": NOON, "at": NOON}
    return duty_steps.attempt(duty, actor=actor, **{**given, **changes})


def test_a_record_that_asks_for_nothing_starts_nothing(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me)
    assert not Duty.objects.exists()


def test_a_detention_starts_its_notice_once_and_its_author_owes_it(record: DeescalationRecord, me: Actor) -> None:
    duty = detained(record, me)
    saved(record, me, primary_outcome="emergency_detention")
    assert Duty.objects.filter(kind="detention_notice").count() == 1
    assert (duty.owner_id, duty.owner_role, duty.due_at) == (me.id, "police_officer", NOON + timedelta(hours=2))
    assert Event.objects.filter(type="duty.started", record_id=duty.pk).count() == 1


def test_a_corrected_record_ends_the_duty_and_keeps_its_trail(record: DeescalationRecord, me: Actor) -> None:
    duty = detained(record, me)
    saved(record, me)
    duty.refresh_from_db()
    assert (duty.status, duty.next_at) == ("ended", None)
    assert duty.ended_at == NOON
    saved(record, me, primary_outcome="emergency_detention")
    duty.refresh_from_db()
    assert duty.status == "open"
    assert duty.next_at is not None
    trail = Event.objects.filter(record_id=duty.pk).order_by("at").values_list("type", flat=True)
    assert sorted(trail) == ["duty.dropped", "duty.resumed", "duty.started"]


def test_an_arrest_gives_the_school_official_two_clocks(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, primary_outcome="arrest_custody")
    oral, written = Duty.objects.get(kind="official_oral"), Duty.objects.get(kind="official_written")
    assert oral.due_at == NOON + timedelta(hours=24)
    assert written.due_at.astimezone(oral.agency.zone).strftime("%Y-%m-%d %H:%M") == "2026-03-11 23:59"
    assert (oral.owner_id, oral.owner_role) == (None, "supervisor")


def test_a_parent_who_was_reached_ends_the_duty_by_itself(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, nature=["suicidal"])
    duty = Duty.objects.get(kind="risk_parent_notice")
    told(duty, me, "parent_guardian", outcome="no_answer")
    duty.refresh_from_db()
    assert duty.status == "open"
    told(duty, me, "parent_guardian", attempted_at=NOON + timedelta(minutes=4), at=NOON + timedelta(minutes=4))
    told(duty, me, "parent_guardian", attempted_at=NOON + timedelta(minutes=4), at=NOON + timedelta(minutes=4))
    duty.refresh_from_db()
    assert (duty.status, duty.satisfied_by_id, duty.attempts.count()) == ("satisfied", me.id, 2)


def test_what_did_not_happen_is_not_ticked_off_but_an_effort_counts(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, nature=["suicidal"])
    duty = Duty.objects.get(kind="risk_parent_notice")
    with pytest.raises(BrokenRule, match="Parent or guardian"):
        duties.satisfy(duty, actor=me, expected_version=None, at=NOON)
    done = duties.satisfy(duty, actor=me, expected_version=None, effort="Called four times, sent an aide", at=NOON)
    assert (done.status, done.effort) == ("satisfied", "Called four times, sent an aide")


def test_a_late_duty_is_only_done_with_a_reason(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, nature=["suicidal"])
    duty = Duty.objects.get(kind="risk_parent_notice")
    late = duty.due_at + timedelta(minutes=1)
    told(duty, me, "parent_guardian", attempted_at=late, at=late)
    duty.refresh_from_db()
    assert duty.status == "open"
    with pytest.raises(BrokenRule, match="late"):
        duties.satisfy(duty, actor=me, expected_version=None, at=late)
    done = duties.satisfy(duty, actor=me, expected_version=None, late_reason="Line was down", at=late)
    assert (done.status, done.late_reason) == ("satisfied", "Line was down")


def test_an_effort_before_the_time_is_no_lie_about_the_future(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, nature=["suicidal"])
    duty = Duty.objects.get(kind="risk_parent_notice")
    with pytest.raises(BrokenRule):
        told(duty, me, "parent_guardian", attempted_at=NOON + timedelta(hours=1))
    assert not duty.attempts.exists()


def test_only_a_supervisor_waives_and_a_report_of_abuse_never(
    record: DeescalationRecord, me: Actor, district: District
) -> None:
    duty = detained(record, me)
    with pytest.raises(Forbidden):
        duties.waive(duty, actor=me, expected_version=None, waive_reason="counsel_advice", at=NOON)
    boss = district.supervisor
    waived = duties.waive(duty, actor=boss, expected_version=None, waive_reason="counsel_advice", at=NOON)
    assert (waived.status, waived.waived_by_id) == ("waived", boss.id)
    Duty.objects.filter(pk=duty.pk).update(status="open", protected=True)
    duty.refresh_from_db()
    with pytest.raises(Forbidden):
        duties.waive(duty, actor=boss, expected_version=None, waive_reason="counsel_advice", at=NOON)


def test_each_warning_is_given_once_and_the_last_passes_the_duty_on(record: DeescalationRecord, me: Actor) -> None:
    duty = detained(record, me)
    found = [duty_sweep.run(NOON + timedelta(minutes=minutes)) for minutes in (59, 60, 61, 90, 120, 121, 600)]
    assert found == [0, 1, 0, 1, 1, 0, 0]
    duty.refresh_from_db()
    assert (duty.warned, duty.owner_role, duty.escalated_to, duty.next_at) == (100, "supervisor", "supervisor", None)
    assert duty.escalated_at == NOON + timedelta(minutes=120)
    types = Event.objects.filter(record_id=duty.pk, type__in=("duty.warned", "duty.escalated"))
    assert sorted(types.values_list("type", flat=True)) == ["duty.escalated", *["duty.warned"] * 3]


def test_a_late_sweep_makes_up_for_all_that_was_missed(record: DeescalationRecord, me: Actor) -> None:
    duty = detained(record, me)
    assert duty_sweep.run(NOON + timedelta(days=3)) == 3
    duty.refresh_from_db()
    assert duty.warned == 100


def test_no_record_is_locked_while_its_restraint_notice_is_open(record: DeescalationRecord, me: Actor) -> None:
    duty = detained(record, me)
    law_guards.restraint_notices_are_done(record, me, NOON, {})
    Duty.objects.filter(pk=duty.pk).update(kind="restraint_written")
    with pytest.raises(BrokenRule):
        law_guards.restraint_notices_are_done(record, me, NOON, {})
    Duty.objects.filter(pk=duty.pk).update(late_reason="The parents moved away")
    law_guards.restraint_notices_are_done(record, me, NOON, {})


def test_a_team_that_met_has_more_than_one_kind_of_knowledge(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, nature=["threat_or_harm_to_others"])
    duty = Duty.objects.get(kind="threat_referral")
    with pytest.raises(BrokenRule):
        duty_steps.step(duty, actor=me, step="team_met", expertise=["counseling"], at=NOON)
    with pytest.raises(BrokenRule):
        duty_steps.step(duty, actor=me, step="receipt_given", at=NOON)
    for _again in range(2):
        duty_steps.step(duty, actor=me, step="team_met", expertise=["counseling", "safety"], at=NOON)
    assert duty.steps_done.count() == 1


RESTRAINT = {
    "type": "physical",
    "start": "2026-03-04T17:30:00+00:00",
    "end": "2026-03-04T17:34:00+00:00",
    "staff_type": "officer_sro",
    "activity_before": "Walked up and down",
    "prompting_behavior": "Hit the glass",
    "deescalation_tried": "One voice, quiet room",
}


def test_a_restraint_starts_three_clocks_from_its_own_time(record: DeescalationRecord, me: Actor) -> None:
    saved(record, me, restraint_used=True, restraints=[RESTRAINT])
    assert kinds(record) == {"restraint_same_day", "restraint_written", "restraint_export"}
    found = {duty.kind: duty for duty in Duty.objects.all()}
    zone = record.agency.zone
    due = {kind: duty.due_at.astimezone(zone).strftime("%m-%d %H:%M") for kind, duty in found.items()}
    # Thursday is a staff day: the next school day is Friday.
    assert due == {
        "restraint_same_day": "03-04 23:59",
        "restraint_written": "03-06 15:30",
        "restraint_export": "04-03 23:59",
    }
    assert {duty.started_at.isoformat() for duty in found.values()} == {RESTRAINT["start"]}
    assert found["restraint_export"].owner_role == "records_custodian"


def test_whom_the_record_says_to_have_been_told_is_not_asked_twice(record: DeescalationRecord, me: Actor) -> None:
    told_rows = [{"party": "parent_guardian", "method": "phone", "reached_at": NOON.isoformat()}]
    saved(record, me, nature=["suicidal"], notifications=told_rows)
    duty = Duty.objects.get(kind="risk_parent_notice")
    assert (duty.status, duty.attempts.count()) == ("satisfied", 1)
    saved(record, me, nature=["suicidal"], notifications=told_rows)
    assert duty.attempts.count() == 1


def test_a_parent_who_is_alleged_is_not_told(record: DeescalationRecord, me: Actor) -> None:
    held = [{"party": "parent_guardian", "hold_reason": "parent_alleged"}]
    saved(record, me, nature=["suicidal"], notifications=held)
    duty = Duty.objects.get(kind="risk_parent_notice")
    assert (duty.status, duty.held_at) == ("open", NOON)
    with pytest.raises(BrokenRule, match="held"):
        told(duty, me, "parent_guardian")
    assert not duty.attempts.exists()
