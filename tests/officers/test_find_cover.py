"""Who can close a gap, in which order, and why the others are passed over."""

from dataclasses import replace

import pytest

from officers.covering.facts import Person
from officers.covering.finding import Found, PassedOver, find
from officers.models import RosterPolicy
from tests.officers.covering import EVER, ZONE, crew, key, rule, span

ASKED = rule("at_least 1 patrol South")
GAP = span("Mon 17:00-Mon 23:00")
POLICY = RosterPolicy()


def found(people: list[Person], policy: RosterPolicy = POLICY) -> Found:
    """Who can work the gap."""
    return find(ASKED, GAP, people, policy, ZONE)


def reason(person: Person, policy: RosterPolicy = POLICY) -> PassedOver | None:
    """Why this person cannot; None when they can."""
    answer = found([person], policy)
    return answer.passed_over[0].reason if answer.passed_over else None


def one(shifts: str = "", certified: str = "A", leave: str = "") -> Person:
    """One police officer called A."""
    return next(person for person in crew(shifts, certified or "A", leave) if person.call_sign == "A")


def test_who_is_free_certified_and_rested_can() -> None:
    assert reason(one("A patrol South Mon 00:00-Mon 08:00")) is None


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (replace(one(), license="security_noncommissioned"), "license"),
        (replace(one(), restricted=(span("Sun- 00:00-Tue 00:00"),)), "restricted"),
        (replace(one(), cit=()), "not_certified"),
        (one(certified="A from Tue"), "not_certified"),
        (one(leave="A Mon 22:00-Tue 08:00"), "on_leave"),
        (replace(one(), classes=(span("Mon 08:00-Mon 18:00"),)), "in_class"),
        (one("A patrol North Mon 22:00-Tue 06:00"), "on_shift"),
        (one("A patrol North Mon 07:00-Mon 15:00"), "no_rest"),
        (one("A patrol North Tue 06:00-Tue 14:00"), "no_rest"),
    ],
)
def test_each_reason_for_passing_somebody_over(person: Person, why: str) -> None:
    assert reason(person) == why


def test_a_certificate_that_ends_inside_the_gap_is_not_enough() -> None:
    night = span("Mon 22:00-Tue 06:00")
    answer = find(ASKED, night, [one(certified="A until Mon")], POLICY, ZONE)
    assert [option.reason for option in answer.passed_over] == [PassedOver.NOT_CERTIFIED]


def test_a_rule_without_cit_takes_the_uncertified() -> None:
    answer = find(rule("at_least 1 patrol South any"), GAP, [replace(one(), cit=())], POLICY, ZONE)
    assert len(answer.free) == 1


def test_sixty_hours_in_seven_days_are_the_limit() -> None:
    week = "; ".join(f"A patrol North {day} 05:00-{day} 17:00" for day in ("Wed", "Thu", "Fri", "Sat"))
    assert reason(one(week)) is None  # 48 and 6
    full = f"{week}; A patrol North Sun 05:00-Sun 12:00"
    assert reason(one(full)) is PassedOver.OVER_HOURS


def test_a_gap_longer_than_a_shift_may_be_is_nobodys() -> None:
    assert reason(one(), RosterPolicy(max_shift_hours=4)) is PassedOver.TOO_LONG


def test_the_fewest_hours_come_first_then_the_home_campus_then_the_call_sign() -> None:
    base = one()
    people = [
        replace(base, key=key("1"), call_sign="C-03"),
        replace(base, key=key("2"), call_sign="C-02"),
        replace(base, key=key("3"), call_sign="C-09", group=key("South")),
        replace(one("A patrol South Thu 08:00-Thu 16:00"), key=key("4"), call_sign="C-01", group=key("South")),
    ]
    answer = found(people)
    assert [option.person.call_sign for option in answer.free] == ["C-09", "C-02", "C-03", "C-01"]
    assert [option.hours for option in answer.free] == [0, 0, 0, 8]
    assert found(people[::-1]) == answer


def test_overtime_is_said_and_passes_nobody_over() -> None:
    week = "; ".join(f"A patrol North {day} 05:00-{day} 17:00" for day in ("Wed", "Thu", "Fri"))
    answer = found([one(week)])
    assert [option.overtime for option in answer.free] == [True]


def test_the_reasons_are_counted_the_gravest_first() -> None:
    people = [
        replace(one(), key=key("1"), cit=()),
        replace(one(), key=key("2"), cit=()),
        replace(one(), key=key("3"), license="none"),
        replace(one(), key=key("4"), cit=(EVER,)),
    ]
    assert found(people).counts == [(PassedOver.LICENSE, 1), (PassedOver.NOT_CERTIFIED, 2)]
