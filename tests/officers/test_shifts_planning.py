"""Limits of work and the agency's clock, over spans that nobody chose by hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officers.planning.limits import Limit, breaches, fits, hours_in_any_week
from officers.planning.local import DAY, clock_change_hours, days, instant, span_on, wall_length
from officers.planning.spans import Span

DENVER = ZoneInfo("America/Denver")
ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("America/Denver", "America/Chicago", "America/Phoenix", "Australia/Lord_Howe")]
)
MONDAY = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)
WALL = st.times(min_value=time(0), max_value=time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0))
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2036, 12, 31))


@dataclass(frozen=True)
class Limits:
    """An agency's numbers."""

    max_week_hours: int = 60
    overtime_from_hours: int = 40
    min_rest_hours: int = 8
    max_shift_hours: int = 16


def shift(day: int, hours: float = 8, start: float = 0) -> Span:
    """A shift that begins `start` hours after the first Monday's morning plus days."""
    begin = MONDAY + timedelta(days=day, hours=start)
    return Span(begin, begin + timedelta(hours=hours))


def kinds(existing: list[Span], new: Span) -> list[Limit]:
    """What is broken, by name."""
    return [breach.limit for breach in breaches(existing, new, Limits())]


@st.composite
def plans(draw: st.DrawFn) -> list[Span]:
    """Shifts of one person that do not overlap."""
    at, found = MONDAY, []
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 18)), min_size=1, max_size=14)):
        begin = at + timedelta(hours=gap)
        at = begin + timedelta(hours=length)
        found.append(Span(begin, at))
    return found


def test_five_days_of_eight_hours_break_nothing() -> None:
    assert kinds([shift(day) for day in range(4)], shift(4)) == []


def test_a_sixth_day_is_overtime_and_still_fits() -> None:
    five = [shift(day) for day in range(5)]
    assert kinds(five, shift(5)) == [Limit.OVERTIME]
    assert fits(five, shift(5), Limits())


def test_too_many_hours_in_any_seven_days_need_a_reason_even_across_two_calendar_weeks() -> None:
    late = [shift(day, 12) for day in (3, 4, 5, 6, 7)]
    (found,) = breaches(late, shift(8, 12), Limits())
    assert (found.limit, found.hours, found.allowed, found.needs_reason) == (Limit.WEEK, 72, 60, True)
    assert found.words == "72 h within seven days; the limit is 60 h."


def test_a_week_already_too_full_does_not_stop_a_shift_of_another_week() -> None:
    assert kinds([shift(day, 13) for day in range(6)], shift(20)) == []


def test_a_rest_one_minute_too_short_is_said_on_either_side() -> None:
    assert kinds([shift(0)], shift(0, 6, start=16)) == []
    assert kinds([shift(0)], shift(0, 6, start=16 - 1 / 60)) == [Limit.REST]
    assert kinds([shift(1)], shift(0, 8, start=8 + 1 / 60)) == [Limit.REST]


def test_shifts_that_touch_do_not_overlap_but_leave_no_rest() -> None:
    (found,) = breaches([shift(0)], shift(0, 4, start=8), Limits())
    assert (found.limit, found.hours) == (Limit.REST, 0)


def test_an_overlap_is_refused_and_no_reason_can_allow_it() -> None:
    (found,) = breaches([shift(0)], shift(0, 8, start=6), Limits())
    assert (found.limit, found.refuses, found.needs_reason, found.words) == (
        Limit.OVERLAP,
        True,
        False,
        "It overlaps another shift by 2 h.",
    )


def test_a_shift_of_exactly_the_longest_length_is_allowed_and_a_minute_more_is_not() -> None:
    assert kinds([], shift(0, 16)) == []
    assert kinds([], shift(0, 16 + 1 / 60)) == [Limit.LENGTH]


def test_nobody_without_shifts_works_any_hours() -> None:
    assert hours_in_any_week([]) == 0


@given(plans())
def test_no_week_holds_more_hours_than_the_plan_and_none_less_than_its_longest_shift(plan: list[Span]) -> None:
    most = hours_in_any_week(plan)
    assert max(span.hours for span in plan) <= most + 1e-9
    assert most <= sum(span.hours for span in plan) + 1e-9


@given(plans(), st.integers(-200, 400))
def test_no_seven_days_begun_at_any_hour_hold_more_than_the_fullest_week(plan: list[Span], hour: int) -> None:
    start = MONDAY + timedelta(hours=hour)
    held = sum(span.part_in(start, start + timedelta(days=7)) / timedelta(hours=1) for span in plan)
    assert held <= hours_in_any_week(plan) + 1e-9


@given(plans())
def test_the_order_of_shifts_changes_nothing(plan: list[Span]) -> None:
    new, others = plan[-1], plan[:-1]
    assert breaches(others, new, Limits()) == breaches(list(reversed(others)), new, Limits())


@given(plans(), st.integers(8, 30))
def test_shifts_further_away_than_a_week_change_nothing(plan: list[Span], days: int) -> None:
    new, others = plan[-1], plan[:-1]
    away = timedelta(days=days)
    far = [Span(new.ends_at + away, new.ends_at + away + timedelta(hours=30)), Span(MONDAY - away * 2, MONDAY - away)]
    assert breaches([*others, *far], new, Limits()) == breaches(others, new, Limits())


@given(plans())
def test_a_plan_without_overlaps_never_reports_one(plan: list[Span]) -> None:
    assert Limit.OVERLAP not in kinds(plan[:-1], plan[-1])
    assert Limit.OVERLAP in kinds(plan, plan[-1])


@pytest.mark.parametrize(
    ("day", "starts", "ends", "hours"),
    [
        (SPRING - DAY, time(22), time(6), 7),
        (AUTUMN - DAY, time(22), time(6), 9),
        (SPRING, time(0), time(0), 23),
        (AUTUMN, time(0), time(0), 25),
        (SPRING, time(7), time(15), 8),
        (date(2028, 2, 28), time(22), time(6), 8),
        (date(2028, 2, 29), time(22), time(6), 8),
        (date(2026, 12, 31), time(22), time(6), 8),
    ],
)
def test_a_shift_lasts_as_long_as_the_clock_really_runs(day: date, starts: time, ends: time, hours: float) -> None:
    assert span_on(day, starts, ends, DENVER).hours == hours


def test_a_leap_night_ends_on_the_leap_day() -> None:
    assert span_on(date(2028, 2, 28), time(22), time(6), DENVER).ends_at.astimezone(DENVER).date() == date(2028, 2, 29)


def test_a_time_the_clock_skips_is_the_first_moment_after_it() -> None:
    assert instant(SPRING, time(2, 30), DENVER) == datetime(2026, 3, 8, 9, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_means_the_first() -> None:
    assert instant(AUTUMN, time(1, 30), DENVER) == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)


def test_a_span_that_the_clock_skips_wholly_keeps_its_length() -> None:
    found = span_on(SPRING, time(2), time(2, 45), DENVER)
    assert (found.starts_at, found.hours) == (datetime(2026, 3, 8, 9, 0, tzinfo=UTC), 0.75)


def test_the_change_of_the_clock_is_told_in_hours() -> None:
    nights = [span_on(day - DAY, time(22), time(6), DENVER) for day in (SPRING, AUTUMN, date(2026, 7, 4))]
    assert [clock_change_hours(night, DENVER) for night in nights] == [-1, 1, 0]


def test_a_week_with_a_change_is_an_hour_shorter_or_longer() -> None:
    weeks = [days(day - DAY * 6, 7, DENVER).hours for day in (SPRING, AUTUMN, date(2026, 7, 5))]
    assert weeks == [167, 169, 168]


@settings(max_examples=300)
@given(DAYS, WALL, WALL, ZONES)
def test_every_template_has_a_length_on_every_day(day: date, starts: time, ends: time, zone: ZoneInfo) -> None:
    found = span_on(day, starts, ends, zone)
    assert timedelta(0) < found.length <= timedelta(hours=25)
    assert abs(found.length - wall_length(starts, ends)) <= timedelta(hours=1)


@settings(max_examples=300)
@given(DAYS, st.lists(WALL, min_size=2, max_size=2).map(sorted), ZONES)
def test_later_on_the_wall_is_never_earlier_in_truth(day: date, walls: list[time], zone: ZoneInfo) -> None:
    assert instant(day, walls[0], zone) <= instant(day, walls[1], zone)


@settings(max_examples=300)
@given(DAYS, WALL, ZONES)
def test_the_wall_shows_what_was_asked_unless_the_clock_skipped_it(day: date, wall: time, zone: ZoneInfo) -> None:
    shown = instant(day, wall, zone).astimezone(zone)
    assert shown.date() == day
    assert shown.time() >= wall
