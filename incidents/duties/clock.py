"""When something is due: a length in hours or days of one of three calendars, or the earlier or later of several.

A rule is data: {"length": 24, "unit": "clock_hours"}, {"before": "next_school_day"}, {"earlier_of": [rule, rule]}.
Zero days mean the same day. The clocks of the law never pause.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, Final

from core.errors import Undeclared
from incidents.duties.calendar import WORKDAY_ENDS, SchoolCalendar

WARNINGS: Final = (50, 75, 100)


@dataclass(frozen=True, slots=True)
class Due:
    """The instant, the rule that decided, and whether the school calendar did not reach that far."""

    at: datetime
    rule: str
    assumed: bool = False


def due(start: datetime, rule: Mapping[str, Any], calendar: SchoolCalendar) -> Due:
    """When it is due. Where no school day is known any more, working days are counted and the answer says so."""
    for name, choose in (("earlier_of", min), ("later_of", max)):
        if name in rule:
            return choose((due(start, each, calendar) for each in rule[name]), key=lambda found: found.at)
    if rule.get("before") == "next_school_day":
        return _before_school(start, calendar)
    unit = str(rule.get("unit"))
    if unit not in _UNITS:
        raise Undeclared(f"no clock knows {dict(rule)}")
    return _UNITS[unit](start, int(rule["length"]), calendar)


def steps(start: datetime, due_at: datetime) -> tuple[tuple[int, datetime], ...]:
    """When half of the time, three quarters and all of it have passed."""
    begun = start.astimezone(UTC)
    whole = max(due_at.astimezone(UTC) - begun, timedelta(0))
    return tuple((percent, begun + whole * percent / 100) for percent in WARNINGS)


def next_step(start: datetime, due_at: datetime, done: int) -> datetime | None:
    """When the next warning comes after the one of `done` per cent; None when the last has been given."""
    return next((at for percent, at in steps(start, due_at) if percent > done), None)


def _hours(start: datetime, length: int, calendar: SchoolCalendar) -> Due:
    """Real hours, which only UTC counts: a night in which the clock is changed has as many as it has."""
    return Due(start.astimezone(UTC) + timedelta(hours=length), "clock_hours")


def _calendar_days(start: datetime, length: int, calendar: SchoolCalendar) -> Due:
    day = calendar.local(start).date() + timedelta(days=length)
    return Due(calendar.ends(day), "calendar_days")


def _business_days(start: datetime, length: int, calendar: SchoolCalendar) -> Due:
    if length == 0:
        return _calendar_days(start, 0, calendar)
    day = _nth(calendar.business_days_after(calendar.local(start).date()), length)
    if day is None:
        return Due(start, "business_days", assumed=True)
    return Due(calendar.at(day, WORKDAY_ENDS), "business_days")


def _school_days(start: datetime, length: int, calendar: SchoolCalendar) -> Due:
    """To the end of school on that day: after it nobody is there to hand anything to."""
    if length == 0:
        return _calendar_days(start, 0, calendar)
    day = _nth(calendar.school_days_after(calendar.local(start).date()), length)
    if day is None:
        found = _business_days(start, length, calendar)
        return replace(found, rule="school_days", assumed=True)
    return Due(calendar.closes(day), "school_days")


def _before_school(start: datetime, calendar: SchoolCalendar) -> Due:
    """When school opens next: on the same day where it has not opened yet."""
    today = calendar.local(start).date()
    if calendar.is_school_day(today) and start < calendar.opens(today):
        return Due(calendar.opens(today), "next_school_day")
    day = _nth(calendar.school_days_after(today), 1)
    if day is not None:
        return Due(calendar.opens(day), "next_school_day")
    working = _nth(calendar.business_days_after(today), 1)
    return Due(calendar.opens(working) if working else start, "next_school_day", assumed=True)


def _nth(days: Iterator[date], number: int) -> date | None:
    return next(islice(days, number - 1, None), None) if number > 0 else None


_UNITS: Mapping[str, Callable[[datetime, int, SchoolCalendar], Due]] = {
    "clock_hours": _hours,
    "calendar_days": _calendar_days,
    "business_days": _business_days,
    "school_days": _school_days,
}
