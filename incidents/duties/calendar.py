"""Which days are school days and working days, and when they begin and end, on the wall clock of the district."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SATURDAY = 5
# Two summers fit between any day and the last one that is looked at.
HORIZON = 400
WORKDAY_ENDS = time(17, 0)
HOLIDAY, NO_SCHOOL, HALF_DAY, MAKE_UP = "holiday", "no_school", "half_day", "make_up"


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of school from its first to its last day, with its ordinary hours."""

    first: date
    last: date
    opens: time = time(8, 0)
    closes: time = time(16, 0)


@dataclass(frozen=True, slots=True)
class Special:
    """A day unlike others: a legal holiday, a day without school, a half day, a Saturday that makes up for one."""

    kind: str
    closes: time | None = None


@dataclass(frozen=True)
class SchoolCalendar:
    """The terms and special days of one district. Without any term every working day counts as a school day."""

    zone: ZoneInfo
    terms: tuple[Term, ...] = ()
    special: dict[date, Special] = field(default_factory=dict)

    def local(self, at: datetime) -> datetime:
        """The wall clock of the district at this instant."""
        return at.astimezone(self.zone)

    def at(self, day: date, clock: time) -> datetime:
        """The instant when the wall clock shows this; an hour that a change of the clock repeats is its first one."""
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def is_business_day(self, day: date) -> bool:
        """Monday to Friday, no legal holiday."""
        return day.weekday() < SATURDAY and self._kind(day) != HOLIDAY

    def is_school_day(self, day: date) -> bool:
        """A day on which students come, half days included."""
        kind = self._kind(day)
        if kind in (HOLIDAY, NO_SCHOOL):
            return False
        if kind == MAKE_UP:
            return True
        return day.weekday() < SATURDAY and (not self.terms or self._term(day) is not None)

    def opens(self, day: date) -> datetime:
        """When school begins on this day."""
        return self.at(day, (self._term(day) or _PLAIN).opens)

    def closes(self, day: date) -> datetime:
        """When school ends on this day, earlier on a half day."""
        special = self.special.get(day)
        early = special.closes if special else None
        return self.at(day, early or (self._term(day) or _PLAIN).closes)

    def ends(self, day: date) -> datetime:
        """The last minute of the day."""
        return self.at(day, time(23, 59))

    def school_days_after(self, day: date) -> Iterator[date]:
        """The school days that follow, as far as the calendar is known."""
        return (each for each in self._following(day) if self.is_school_day(each))

    def business_days_after(self, day: date) -> Iterator[date]:
        """The working days that follow."""
        return (each for each in self._following(day) if self.is_business_day(each))

    def _kind(self, day: date) -> str:
        special = self.special.get(day)
        return special.kind if special else ""

    def _term(self, day: date) -> Term | None:
        return next((term for term in self.terms if term.first <= day <= term.last), None)

    def _following(self, day: date) -> Iterator[date]:
        return (day + timedelta(days=number) for number in range(1, HORIZON + 1))


_PLAIN = Term(date.min, date.max)
