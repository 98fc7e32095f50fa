"""The span of days a report is about, in the agency's own time zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DAY = timedelta(days=1)
SCHOOL_YEAR_MONTH = 8
MONTHS_SHOWN = 12
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both ends included."""

    since: date
    until: date
    zone: str

    @property
    def begins_at(self) -> datetime:
        """The first instant that counts."""
        return datetime.combine(self.since, time(), tzinfo=ZoneInfo(self.zone))

    @property
    def ends_at(self) -> datetime:
        """The first instant that no longer counts."""
        return datetime.combine(self.until + DAY, time(), tzinfo=ZoneInfo(self.zone))

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days + 1

    def for_chart(self) -> "Period":
        """At least a year up to the end, so that a month can be seen beside those before it."""
        year = months_back(self.until, MONTHS_SHOWN - 1)
        return Period(min(self.since, year), self.until, self.zone)

    @property
    def step(self) -> str:
        """What one bar stands for."""
        months = (self.until.year - self.since.year) * 12 + self.until.month - self.since.month + 1
        return "month" if months <= MOST_MONTHS else "year"

    def buckets(self) -> list[date]:
        """The first day of every month or year touched."""
        first = self.since.replace(day=1) if self.step == "month" else self.since.replace(month=1, day=1)
        found = []
        while first <= self.until:
            found.append(first)
            first = _next_month(first) if self.step == "month" else first.replace(year=first.year + 1)
        return found


@dataclass(frozen=True, slots=True)
class Preset:
    """A period that people ask for by name."""

    label: str | Promise
    since: date
    until: date


def presets(today: date, earliest: date | None) -> list[Preset]:
    """The usual periods, as of today."""
    august = date(today.year if today.month >= SCHOOL_YEAR_MONTH else today.year - 1, SCHOOL_YEAR_MONTH, 1)
    last_month = today.replace(day=1) - DAY
    found = [
        Preset(_("This month"), today.replace(day=1), today),
        Preset(_("Last month"), last_month.replace(day=1), last_month),
        Preset(_("This school year"), august, today),
        Preset(_("Last 12 months"), months_back(today, MONTHS_SHOWN - 1), today),
    ]
    if earliest is not None:
        found.append(Preset(_("Everything"), earliest, today))
    return found


def months_back(day: date, months: int) -> date:
    """The first day of the month that many months before."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def _next_month(first: date) -> date:
    return months_back(first, -1)
