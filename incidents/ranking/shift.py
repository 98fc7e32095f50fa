"""How long somebody has worked, and how they rested before: read from their clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

# A gap shorter than this is a break of the same shift, not a rest.
BREAK = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Worked:
    """`began` is when the shift began; `rest` is the time off before it, None when nobody knows."""

    began: datetime
    rest: timedelta | None


def worked(entries: Sequence[tuple[datetime, datetime | None]], at: datetime) -> Worked | None:
    """The shift that lasts at this instant, from clock times with the latest first; None for who is not clocked in."""
    if not entries or entries[0][0] > at or not _lasts(entries[0][1], at):
        return None
    began = entries[0][0]
    for clocked_in, clocked_out in entries[1:]:
        gap = began - (clocked_out or began)
        if gap >= BREAK:
            return Worked(began, gap)
        began = clocked_in
    return Worked(began, None)


def hours(span: timedelta) -> int:
    """Whole hours that have passed."""
    return int(span.total_seconds() // 3600)


def _lasts(clocked_out: datetime | None, at: datetime) -> bool:
    return clocked_out is None or clocked_out > at
