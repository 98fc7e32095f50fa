"""Where a rule is not met: a table that people can read, and laws that hold for every week."""

import csv
import random
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officers.covering import grid
from officers.covering.facts import Minimum, Person, Work
from officers.covering.gaps import Gap, gaps, pieces
from officers.covering.times import shared, week_of
from officers.planning.spans import HOUR, Span
from tests.officers.covering import EVER, MONDAY, NAMES, ZONE, crew, key, listed, rule

CASES = list(csv.DictReader(Path(__file__).with_name("coverage_cases.csv").read_text().splitlines()))
WEEK = week_of(MONDAY, ZONE)
RULES = (
    rule("at_least 1 patrol South"),
    rule("at_least 2 patrol South", "Mon Tue Wed Thu Fri", "07:30-17:00"),
    rule("share 25 patrol -"),
    rule("share 60 patrol South", "Sat Sun", "22:00-06:00"),
    rule("at_least 1 patrol - any", "Sun", "20:15-04:45"),
)


def said(gap: Gap, monday: date) -> str:
    """A gap as the table writes it."""
    ends = []
    for at in (gap.starts_at.astimezone(ZONE), gap.ends_at.astimezone(ZONE)):
        after = "+" if at.date() >= monday + timedelta(days=7) else ""
        ends.append(f"{NAMES[at.weekday()]}{after} {at:%H:%M}")
    return f"{ends[0]}-{ends[1]} {gap.have} of {gap.need}{' worst' if gap.varies else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_gaps_of_a_week_are_those_of_the_table(case: dict[str, str]) -> None:
    monday = date.fromisoformat(case["week"])
    asked = rule(case["rule"], case["days"], case["hours"])
    people = crew(case["shifts"], case["certified"], case["leave"], monday)
    found = grid.report(asked, people, monday, ZONE).gaps
    assert [said(gap, monday) for gap in found] == listed(case["gaps"])


minutes = st.integers(-24 * 4, 8 * 24 * 4).map(lambda quarter: WEEK.starts_at + quarter * timedelta(minutes=15))
spans = st.tuples(minutes, st.integers(1, 64)).map(lambda at: Span(at[0], at[0] + at[1] * timedelta(minutes=15)))
works = st.builds(Work, st.just("patrol"), spans, st.sampled_from([key("South"), key("North"), None]))


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """Up to six police officers with shifts, certificates and leave wherever they fall."""
    return [
        Person(
            key=key(f"p{number}"),
            call_sign=f"C-{number}",
            license="peace_officer",
            work=tuple(draw(st.lists(works, max_size=4))),
            cit=tuple(draw(st.lists(st.one_of(spans, st.just(EVER)), max_size=2))),
            leave=tuple(draw(st.lists(spans, max_size=1))),
        )
        for number in range(draw(st.integers(0, 6)))
    ]


rules = st.sampled_from(RULES)


def uncovered(asked: Minimum, crowd: list[Person]) -> list[Gap]:
    """The gaps of the week."""
    return gaps(asked, pieces(asked, crowd, WEEK, ZONE))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, people(), works)
def test_one_more_certified_shift_never_opens_a_gap(asked: Minimum, crowd: list[Person], more: Work) -> None:
    newcomer = Person(key("new"), "C-99", "peace_officer", work=(more,), cit=(EVER,))
    before, after = uncovered(asked, crowd), uncovered(asked, [*crowd, newcomer])
    assert all(any(old.starts_at <= new.starts_at and new.ends_at <= old.ends_at for old in before) for new in after), (
        before,
        after,
    )


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, people())
def test_the_gaps_together_are_the_hours_that_are_not_ok(asked: Minimum, crowd: list[Person]) -> None:
    report = grid.report(asked, crowd, MONDAY, ZONE)
    for row in report.days:
        for cell in row:
            start = WEEK.starts_at + ((cell.day - MONDAY).days * 24 + cell.hour) * HOUR
            touched = [part for gap in report.gaps if (part := shared(gap.span, Span(start, start + HOUR)))]
            assert list(cell.uncovered) == touched
            assert cell.ok == (not touched)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rules, people(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(asked: Minimum, crowd: list[Person], dice: random.Random) -> None:
    mixed = list(crowd)
    dice.shuffle(mixed)
    assert grid.report(asked, mixed, MONDAY, ZONE) == grid.report(asked, crowd, MONDAY, ZONE)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rules, people())
def test_gaps_neither_touch_nor_overlap_and_lie_in_the_week(asked: Minimum, crowd: list[Person]) -> None:
    found = uncovered(asked, crowd)
    assert all(one.ends_at < other.starts_at for one, other in pairwise(found))
    assert all(WEEK.starts_at <= gap.starts_at < gap.ends_at <= WEEK.ends_at for gap in found)
    assert all(gap.have < gap.need for gap in found)
