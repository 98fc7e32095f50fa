"""From the clock on the agency's wall to instants.

A wall time that a spring change skips becomes the first moment after the gap; one that an autumn change repeats means
the first of the two. So the order of wall times is kept, and plans that touch never overlap. The shift's real length
changes with the clock: a night over the change lasts an hour less or more, and that is what is planned and paid.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from officers.planning.spans import HOUR, Span

DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when the agency's clock shows this time on this day."""
    local = datetime.combine(day, wall.replace(fold=0), tzinfo=zone)
    before, after = local.utcoffset(), local.replace(fold=1).utcoffset()
    if before is None or after is None or before >= after:
        return local.astimezone(UTC)
    naive = local.replace(tzinfo=UTC)
    return _change_between(naive - after, naive - before, zone)


def span_on(day: date, starts: time, ends: time, zone: ZoneInfo) -> Span:
    """The span of a template on a day; an end not after the start is on the next day."""
    last = day + DAY if ends <= starts else day
    begin, end = instant(day, starts, zone), instant(last, ends, zone)
    if end <= begin:
        # The clock skips all of it: it keeps its planned length from the change on.
        end = begin + wall_length(starts, ends)
    return Span(begin, end)


def wall_length(starts: time, ends: time) -> timedelta:
    """How long a template lasts on a day without a clock change."""
    anchor = date(2001, 1, 1)
    length = datetime.combine(anchor, ends) - datetime.combine(anchor, starts)
    return length if length > timedelta(0) else length + DAY


def clock_change_hours(span: Span, zone: ZoneInfo) -> float:
    """Hours that a clock change takes from a span (negative) or adds to it (positive); usually 0."""
    begin, end = (at.astimezone(zone).utcoffset() or timedelta(0) for at in (span.starts_at, span.ends_at))
    return (begin - end) / HOUR


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """The agency's calendar day at an instant."""
    return at.astimezone(zone).date()


def days(first: date, number: int, zone: ZoneInfo) -> Span:
    """From the start of a day to the start of the day `number` days later."""
    return Span(instant(first, time(0), zone), instant(first + DAY * number, time(0), zone))


def _change_between(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """The second at which the zone's offset changes between two instants that lie on either side."""
    offset = early.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + timedelta(seconds=(late - early) // _SECOND // 2)
        if middle.astimezone(zone).utcoffset() == offset:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
