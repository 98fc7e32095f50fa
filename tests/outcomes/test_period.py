"""Days, months and school years, where clocks change and calendars are uneven."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes.forms import ReportQuery
from outcomes.period import Period, months_back, presets

fixed = settings(max_examples=200, derandomize=True, deadline=None, database=None)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
spans = st.tuples(days, days).map(sorted)
DENVER = "America/Denver"


def span(since: str, until: str, zone: str = DENVER) -> Period:
    """A period from two written days."""
    return Period(date.fromisoformat(since), date.fromisoformat(until), zone)


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-07", 24), ("2026-03-08", 23), ("2026-11-01", 25), ("2028-02-29", 24)]
)
def test_a_day_is_as_long_as_the_clock_on_the_wall_makes_it(day: str, hours: int) -> None:
    one = span(day, day)
    assert one.ends_at.astimezone(tz=None) - one.begins_at.astimezone(tz=None) == timedelta(hours=hours)
    assert one.days == 1


def test_two_days_side_by_side_share_no_instant_and_leave_none_out() -> None:
    for day in ("2026-03-08", "2026-11-01", "2026-12-31", "2028-02-28"):
        today = span(day, day)
        tomorrow = Period(today.until + timedelta(days=1), today.until + timedelta(days=1), DENVER)
        assert today.ends_at == tomorrow.begins_at


def test_a_day_begins_elsewhere_in_another_zone() -> None:
    texas = span("2026-03-04", "2026-03-04", "America/Chicago")
    assert span("2026-03-04", "2026-03-04").begins_at - texas.begins_at == timedelta(hours=1)


@pytest.mark.parametrize(
    ("since", "until", "step", "count"),
    [
        ("2026-03-04", "2026-03-04", "month", 1),
        ("2026-01-31", "2026-03-01", "month", 3),
        ("2027-12-31", "2028-01-01", "month", 2),
        ("2024-02-29", "2026-01-31", "month", 24),
        ("2024-02-29", "2026-02-01", "year", 3),
        ("2024-02-29", "2028-02-29", "year", 5),
    ],
)
def test_up_to_two_years_a_bar_is_a_month_and_beyond_it_a_year(since: str, until: str, step: str, count: int) -> None:
    period = span(since, until)
    assert (period.step, len(period.buckets())) == (step, count)


@fixed
@given(spans)
def test_every_day_of_a_period_falls_into_one_bar_and_no_bar_is_empty_of_days(ends: list[date]) -> None:
    period = Period(ends[0], ends[1], DENVER)
    firsts = period.buckets()
    assert firsts == sorted(set(firsts))
    assert firsts[0] <= period.since
    assert firsts[-1] <= period.until
    assert all(first > period.since for first in firsts[1:])
    size = 31 if period.step == "month" else 366
    assert all(later - first <= timedelta(days=size) for first, later in pairwise(firsts))
    assert period.until - firsts[-1] < timedelta(days=size)


@fixed
@given(days, st.integers(0, 400))
def test_months_back_and_forward_again_is_the_first_of_the_same_month(day: date, months: int) -> None:
    there = months_back(day, months)
    assert there.day == 1
    assert months_back(there, -months) == day.replace(day=1)


@fixed
@given(spans)
def test_a_chart_shows_at_least_a_year_and_never_less_than_was_asked(ends: list[date]) -> None:
    period = Period(ends[0], ends[1], DENVER)
    chart = period.for_chart()
    assert (chart.until, chart.zone) == (period.until, period.zone)
    assert chart.since <= period.since
    assert len(chart.buckets()) >= (12 if chart.step == "month" else 2)


@pytest.mark.parametrize(
    ("today", "august"),
    [("2026-07-31", "2025-08-01"), ("2026-08-01", "2026-08-01"), ("2027-01-01", "2026-08-01")],
)
def test_a_school_year_begins_with_august(today: str, august: str) -> None:
    found = {str(one.label): one for one in presets(date.fromisoformat(today), None)}
    assert found["This school year"].since == date.fromisoformat(august)


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        ("2026-01-01", "2025-12-01", "2025-12-31"),
        ("2026-03-31", "2026-02-01", "2026-02-28"),
        ("2028-03-01", "2028-02-01", "2028-02-29"),
    ],
)
def test_last_month_is_whole_whatever_its_length(today: str, since: str, until: str) -> None:
    found = {str(one.label): one for one in presets(date.fromisoformat(today), None)}
    assert (found["Last month"].since.isoformat(), found["Last month"].until.isoformat()) == (since, until)


@fixed
@given(days)
def test_every_preset_runs_forwards_and_none_beyond_today(today: date) -> None:
    earliest = date(1990, 1, 1)
    found = presets(today, earliest)
    assert all(one.since <= one.until <= today for one in found)
    assert found[-1].since == earliest
    assert len(presets(today, None)) == len(found) - 1


@pytest.mark.parametrize(
    ("query", "good"),
    [
        ({}, True),
        ({"since": "2028-02-29"}, True),
        ({"since": "2026-02-29"}, False),
        ({"since": "2026-03-02", "until": "2026-03-02"}, True),
        ({"since": "2026-03-03", "until": "2026-03-02"}, False),
        ({"since": "1989-12-31"}, False),
        ({"until": "2100-01-01"}, False),
        ({"since": "2026-13-01"}, False),
    ],
)
def test_an_address_names_days_that_exist_and_run_forwards(query: dict[str, str], good: bool) -> None:
    assert ReportQuery(query).is_valid() is good
