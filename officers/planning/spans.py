"""A span of work: two instants, the end after the start."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one instant to a later one; both aware."""

    starts_at: datetime
    ends_at: datetime

    @property
    def length(self) -> timedelta:
        """The time that really passes, whatever the clock on the wall does."""
        return self.ends_at - self.starts_at

    @property
    def hours(self) -> float:
        """The same in hours."""
        return self.length / HOUR

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share any time; touching ends share none."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def part_in(self, start: datetime, end: datetime) -> timedelta:
        """How much of it lies between these instants."""
        return max(min(self.ends_at, end) - max(self.starts_at, start), timedelta(0))


def hours_between(spans: Iterable[Span], start: datetime, end: datetime) -> float:
    """Hours of these spans between two instants."""
    return sum((span.part_in(start, end) for span in spans), timedelta(0)) / HOUR
