"""The bell schedule at one moment of the agency's own clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a campus's day; weekdays are 0 (Monday) to 6."""

    key: UUID
    name: str
    weekdays: Sequence[int]
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Use:
    """A class in a room during a period."""

    period: UUID
    group: str
    adult: str = ""
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """What runs now, until when, and who is likely in the room; no use: nobody is planned there."""

    period: Period
    use: Use | None


def running(periods: Iterable[Period], wall: datetime) -> list[Period]:
    """The periods of this minute, the one that ends first leading; a period's end belongs to what follows it."""
    now = wall.time()
    found = [each for each in periods if wall.weekday() in each.weekdays and each.starts <= now < each.ends]
    return sorted(found, key=lambda each: (each.ends, each.name))


def present(periods: Iterable[Period], uses: Iterable[Use], wall: datetime) -> list[Present]:
    """Who is likely there now. Where periods overlap, those with a class in this room are meant."""
    by_period = {use.period: use for use in uses}
    every = [Present(period, by_period.get(period.key)) for period in running(periods, wall)]
    return [each for each in every if each.use] or every[:1]
