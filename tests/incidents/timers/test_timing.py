"""The reckoning of clocks: which rule counts, and which step comes next."""

from datetime import timedelta

import pytest

from incidents.console_vocabulary import TimerKind
from incidents.timing import STANDARD, Rule, chosen, due, step
from incidents.timing.rules import with_standard
from incidents.vocabulary import Nature, Priority
from tests.cast import NOON

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("kind", "priority", "minutes"),
    [
        ("welfare", "p1", 10),
        ("welfare", "p2", 10),
        ("welfare", "p3", 20),
        ("welfare", "p4", 20),
        ("waiting", "p1", 1),
        ("waiting", "p2", 5),
        ("waiting", "p3", 15),
        ("waiting", "p4", 30),
        ("report", "p3", 45),
        ("handoff", "p1", 2),
    ],
)
def test_the_standard_is_that_of_the_field(kind: str, priority: str, minutes: int) -> None:
    found = chosen(STANDARD, kind, "welfare_check", priority)
    assert found is not None
    assert (found.minutes, found.answer_seconds) == (minutes, 60)


def test_every_kind_nature_and_priority_has_a_standard() -> None:
    for kind in TimerKind.values:
        for nature in Nature.values:
            for priority in Priority.values:
                assert chosen(STANDARD, kind, nature, priority) is not None


RULES = (
    Rule("welfare", 20),
    Rule("welfare", 15, priority="p2"),
    Rule("welfare", 12, nature="suicidal_ideation"),
    Rule("welfare", 5, nature="suicidal_ideation", priority="p2"),
)


@pytest.mark.parametrize(
    ("nature", "priority", "minutes"),
    [
        ("panic_anxiety", "p3", 20),
        ("panic_anxiety", "p2", 15),
        ("suicidal_ideation", "p3", 12),
        ("suicidal_ideation", "p2", 5),
    ],
)
def test_the_rule_that_names_more_wins(nature: str, priority: str, minutes: int) -> None:
    for rules in (RULES, tuple(reversed(RULES))):
        found = chosen(rules, "welfare", nature, priority)
        assert found is not None
        assert found.minutes == minutes


def test_of_two_that_name_one_thing_each_the_nature_wins() -> None:
    found = chosen(RULES[:3], "welfare", "suicidal_ideation", "p2")
    assert found is not None
    assert found.minutes == 12


def test_an_inactive_rule_that_wins_means_never_and_not_the_next_rule() -> None:
    never = Rule("welfare", 5, priority="p4", active=False)
    assert chosen((*RULES, never), "welfare", "panic_anxiety", "p4") is None
    assert chosen((*RULES, never), "welfare", "panic_anxiety", "p3") is not None


def test_a_rule_of_another_kind_says_nothing() -> None:
    assert chosen(RULES, "report", "panic_anxiety", "p3") is None


def test_an_agency_replaces_a_standard_rule_and_keeps_the_others() -> None:
    own = Rule("welfare", 7, priority="p1")
    found = with_standard([own])
    assert own in found
    assert len(found) == len(STANDARD)


def test_a_round_is_due_after_its_minutes_and_never_without_a_rule() -> None:
    assert due(NOON, 10) == NOON + 10 * MINUTE
    assert due(NOON, None) is None


def test_an_officer_is_asked_twice_and_then_everybody_is_alarmed() -> None:
    seen, stage = [], "running"
    while (done := step("welfare", stage, 60, NOON)) is not None:
        seen.append((done.stage, done.event, done.stamp, done.next_at))
        stage = done.stage
    assert seen == [
        ("asked", "timer.asked", "asked_at", NOON + MINUTE),
        ("asked_again", "timer.asked_again", "asked_again_at", NOON + MINUTE),
        ("alarm", "timer.alarmed", "alarmed_at", None),
    ]


@pytest.mark.parametrize("kind", ["waiting", "report", "handoff"])
def test_the_other_clocks_alarm_at_once_and_then_wait_for_people(kind: str) -> None:
    done = step(kind, "running", 60, NOON)
    assert done is not None
    assert (done.stage, done.event, done.next_at) == ("alarm", "timer.alarmed", None)
    assert step(kind, "alarm", 60, NOON) is None


def test_a_step_that_is_done_late_leaves_the_whole_time_to_answer() -> None:
    late = NOON + timedelta(hours=2)
    done = step("welfare", "asked", 90, late)
    assert done is not None
    assert done.next_at == late + timedelta(seconds=90)


@pytest.mark.parametrize("stage", ["alarm", "ended"])
def test_a_clock_that_waits_for_people_or_has_ended_does_nothing(stage: str) -> None:
    assert step("welfare", stage, 60, NOON) is None
