"""Arithmetic of spans: what two share, what one leaves of another, and the hours in which a rule asks."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from officers.covering.facts import Minimum
from officers.planning.local import day_of, days, span_on
from officers.planning.spans import Span

DAY = timedelta(days=1)
FOREVER = datetime.max.replace(tzinfo=UTC)


def week_of(monday: date, zone: ZoneInfo) -> Span:
    """Seven local days; 167 or 169 hours when the clock changes."""
    return days(monday, 7, zone)


def shared(one: Span, other: Span) -> Span | None:
    """What two spans have in common."""
    start, end = max(one.starts_at, other.starts_at), min(one.ends_at, other.ends_at)
    return Span(start, end) if start < end else None


def common(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """What each of these shares with each of those."""
    held = list(others)
    return [part for span in spans for other in held if (part := shared(span, other))]


def without(span: Span, away: Iterable[Span]) -> list[Span]:
    """What is left of a span."""
    left = [span]
    for gone in away:
        left = [part for each in left for part in _cut(each, gone)]
    return left


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time as spans that neither overlap nor touch."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.starts_at <= found[-1].ends_at:
            found[-1] = Span(found[-1].starts_at, max(found[-1].ends_at, span.ends_at))
        else:
            found.append(span)
    return found


def asked(rule: Minimum, within: Span, zone: ZoneInfo) -> list[Span]:
    """When the rule asks, inside a span. A night belongs to the weekday on which it begins."""
    return merged(common(_windows(rule, within, zone), [within]))


def _windows(rule: Minimum, within: Span, zone: ZoneInfo) -> Iterator[Span]:
    day = day_of(within.starts_at, zone) - DAY
    while day <= day_of(within.ends_at, zone):
        if day.weekday() in rule.weekdays:
            yield span_on(day, rule.starts, rule.ends, zone)
        day += DAY


def _cut(span: Span, gone: Span) -> Iterator[Span]:
    if not span.overlaps(gone):
        yield span
        return
    if span.starts_at < gone.starts_at:
        yield Span(span.starts_at, gone.starts_at)
    if gone.ends_at < span.ends_at:
        yield Span(gone.ends_at, span.ends_at)
