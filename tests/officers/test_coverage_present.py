"""From the plan to what is: who is on the clock counts, and who is not there does not."""

from dataclasses import replace

import pytest

from officers.covering.facts import Person, Work
from officers.covering.present import present
from officers.planning.spans import Span
from tests.officers.covering import crew, key, moment, span

NOW = span("Mon 10:00-Mon 14:00")


def person(shifts: str = "", license_: str = "peace_officer") -> Person:
    """A, at home in the South."""
    made = next(each for each in crew(shifts, "A") if each.call_sign == "A")
    return replace(made, license=license_, group=key("South"))


def counted(who: Person, *, clocked_in: bool) -> list[tuple[str, Span, object]]:
    """As what, when and where they count."""
    return [(work.position, work.span, work.group) for work in present(who, NOW, clocked_in=clocked_in).work]


def test_a_running_shift_counts_until_its_end_for_who_is_clocked_in() -> None:
    found = counted(person("A patrol North Mon 08:00-Mon 12:00"), clocked_in=True)
    assert found == [("patrol", span("Mon 10:00-Mon 12:00"), key("North"))]


def test_a_running_shift_does_not_count_for_who_is_not_there() -> None:
    assert counted(person("A patrol North Mon 08:00-Mon 12:00"), clocked_in=False) == []


def test_a_shift_that_begins_later_counts_as_planned() -> None:
    for clocked_in in (True, False):
        found = counted(person("A patrol North Mon 12:00-Mon 20:00"), clocked_in=clocked_in)
        assert ("patrol", span("Mon 12:00-Mon 20:00"), key("North")) in found


def test_a_shift_that_has_just_ended_leaves_who_stays_on_the_clock() -> None:
    found = counted(person("A patrol North Mon 02:00-Mon 10:00"), clocked_in=True)
    assert found == [("patrol", NOW, key("South"))]


@pytest.mark.parametrize(
    ("license_", "position"),
    [
        ("peace_officer", "patrol"),
        ("telecommunicator", "dispatch"),
        ("security_noncommissioned", "security"),
        ("security_commissioned", "security"),
    ],
)
def test_without_a_shift_the_license_says_as_what_somebody_counts(license_: str, position: str) -> None:
    assert counted(person(license_=license_), clocked_in=True) == [(position, NOW, key("South"))]


def test_who_has_no_license_counts_as_nothing() -> None:
    assert counted(person(license_="none"), clocked_in=True) == []


def test_nothing_else_of_the_person_changes() -> None:
    before = person("A patrol North Mon 08:00-Mon 12:00")
    after = present(before, NOW, clocked_in=True)
    assert replace(after, work=before.work) == before
    assert before.work == (Work("patrol", Span(moment("Mon 08:00"), moment("Mon 12:00")), key("North")),)
