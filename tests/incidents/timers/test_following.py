"""A clock begins and ends with what it watches, in the same transaction."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from core.events import EVENT_TYPES
from core.following import followed
from incidents.models import Handoff, Incident, Timer, TimerRule
from incidents.services import assessments, assignments, incidents, timers, undoing
from tests.cast import CALM, NOON, District, arrived, begun, log_call
from tests.incidents.timers.conftest import after, running


def kinds() -> list[str]:
    """The kinds of the open clocks."""
    return sorted(Timer.objects.filter(ended_at__isnull=True).values_list("kind", flat=True))


def test_whoever_follows_follows_something_that_can_happen() -> None:
    assert followed() <= set(EVENT_TYPES)


def test_a_call_waits_from_the_moment_it_was_received(waiting: Incident) -> None:
    timer = running("waiting")
    assert (timer.incident, timer.assignment, timer.case_id) == (waiting, None, waiting.case_id)
    assert (timer.started_at, timer.stage, timer.next_at) == (NOON, "running", after(5))


def test_a_call_that_was_not_logged_has_no_clock(district: District) -> None:
    with transaction.atomic():
        log_call(district)
        transaction.set_rollback(True)
    assert not Timer.objects.exists()


def test_logging_the_same_call_twice_starts_one_clock(district: District) -> None:
    key = uuid4()
    log_call(district, client_key=key)
    log_call(district, client_key=key)
    assert kinds() == ["waiting"]


def test_sending_a_unit_ends_the_waiting(district: District, waiting: Incident) -> None:
    assignments.send(
        waiting, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=after(1)
    )
    assert kinds() == []
    ended = Timer.objects.get()
    assert (ended.stage, ended.next_at, ended.ended_at, ended.answered_by) == ("ended", None, after(1), None)


def test_cancelling_ends_the_waiting_and_reopening_begins_it_anew(district: District, waiting: Incident) -> None:
    desk: dict[str, Any] = {"actor": district.supervisor, "expected_version": None}
    incidents.cancel(waiting, close_reason="cancelled", at=after(1), **desk)
    assert kinds() == []
    incidents.reopen(waiting, reopen_reason="called_back", at=after(9), **desk)
    assert running("waiting").started_at == after(9)


def test_on_scene_the_welfare_check_and_the_report_begin(district: District, welfare: Timer) -> None:
    assert kinds() == ["report", "welfare"]
    assert welfare.assignment is not None
    assert welfare.assignment.officer == district.cit_officer
    assert (welfare.started_at, welfare.next_at) == (NOON, after(10))
    assert running("report").next_at == after(45)


def test_nobody_is_checked_before_they_arrive(district: District, waiting: Incident) -> None:
    sent = assignments.send(
        waiting, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON
    )
    assignments.start(sent, actor=district.dispatcher, expected_version=None, at=NOON)
    assert kinds() == []


def test_clear_ends_both(district: District, welfare: Timer) -> None:
    part = welfare.assignment
    assert part is not None
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=after(8))
    assert kinds() == []


def test_a_record_begun_ends_the_clock_of_its_author_alone(district: District, welfare: Timer) -> None:
    second = assignments.send(
        welfare.incident, actor=district.dispatcher, expected_version=None, officer=district.other_officer, at=NOON
    )
    assignments.arrive(second, actor=district.dispatcher, expected_version=None, at=NOON)
    assert kinds() == ["report", "report", "welfare", "welfare"]
    begun(district, welfare.incident)
    assert kinds() == ["report", "welfare", "welfare"]
    assert running("report").assignment == second


def test_another_priority_counts_anew_from_the_begin_of_the_round(district: District, waiting: Incident) -> None:
    assessments.assess(waiting, actor=district.dispatcher, expected_version=None, answers=CALM, at=after(2))
    waiting.refresh_from_db()
    assert waiting.priority == "p3"
    assert running("waiting").next_at == after(15)


def test_another_priority_hurries_whoever_is_on_scene(district: District, welfare: Timer) -> None:
    TimerRule.objects.create(agency=district.campus.agency, kind="welfare", priority="p1", minutes=3)
    worse = {**CALM, "q05": "attempt_now"}
    assessments.assess(welfare.incident, actor=district.dispatcher, expected_version=None, answers=worse, at=after(2))
    assert running("welfare").next_at == after(3)


def test_whoever_was_asked_already_keeps_their_time_to_answer(district: District, welfare: Timer) -> None:
    Timer.objects.filter(pk=welfare.pk).update(stage="asked", next_at=after(11))
    assessments.assess(welfare.incident, actor=district.dispatcher, expected_version=None, answers=CALM, at=after(10))
    assert running("welfare").next_at == after(11)


def test_what_is_taken_back_takes_its_clocks_along(district: District, welfare: Timer) -> None:
    part = welfare.assignment
    assert part is not None
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=after(2))
    part = undoing.clearing(part, actor=district.dispatcher, at=after(3))
    assert kinds() == ["report", "welfare"]
    part = undoing.arrival(part, actor=district.dispatcher, at=after(3))
    assert kinds() == []
    undoing.sending(part, actor=district.dispatcher, at=after(3))
    assert kinds() == ["waiting"]


def test_a_rule_that_says_never_keeps_the_clock_and_asks_nobody(district: District) -> None:
    TimerRule.objects.create(agency=district.campus.agency, kind="welfare", priority="p2", minutes=9, active=False)
    arrived(district, log_call(district).incident)
    assert (running("welfare").next_at, running("welfare").minutes) == (None, None)


def test_each_handoff_has_a_clock_of_its_own(district: District, waiting: Incident) -> None:
    made = [handoff(district, waiting, to) for to in ("ems", "counselor")]
    for one in made:
        timers.follow("handoff.started", one, NOON)
    assert kinds() == ["handoff", "handoff", "waiting"]
    timers.follow("handoff.connected", made[0], after(1))
    assert running("handoff").handoff == made[1]
    assert running("handoff").next_at == after(2)


def handoff(district: District, incident: Incident, to: str) -> Handoff:
    """A call to somebody who may take over."""
    return Handoff.objects.create(
        agency_id=incident.agency_id,
        case_id=incident.case_id,
        incident=incident,
        destination=to,
        started_by_id=district.dispatcher.person,
        started_at=NOON,
    )


@pytest.mark.parametrize("priority", ["p1", "p2", "p3", "p4"])
def test_starting_twice_leaves_one_clock(district: District, waiting: Incident, priority: str) -> None:
    waiting.priority = priority
    timers.start(waiting, ("waiting",), after(1))
    assert kinds() == ["waiting"]
    assert running("waiting").started_at == NOON


def test_an_incident_that_does_not_wait_gets_no_clock(district: District, waiting: Incident) -> None:
    Timer.objects.all().update(ended_at=NOON)
    waiting.status = "scheduled"
    timers.start(waiting, ("waiting",), after(1))
    assert kinds() == []
