"""A local week of one rule as seven days of 24 hours.

An hour is covered only when every asked minute of it is. An hour that the clock skips does not exist; one that it
repeats is shown once and covered only if both of its turns are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from officers.covering.facts import Minimum, Person
from officers.covering.gaps import Gap, Piece, gaps, pieces
from officers.covering.times import DAY, shared, week_of
from officers.planning.spans import HOUR, Span

HOURS = range(24)


@dataclass(frozen=True, slots=True)
class Cell:
    """One hour: its worst minute. `asked` is false where the rule does not ask, `exists` where the clock skips it."""

    day: date
    hour: int
    have: int = 0
    need: int = 0
    of: int = 0
    asked: bool = False
    exists: bool = True
    ok: bool = True
    uncovered: tuple[Span, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One rule in one week. `able` people could work it certified; when they are too few, nobody can meet it."""

    rule: Minimum
    days: tuple[tuple[Cell, ...], ...]
    gaps: tuple[Gap, ...]
    able: int

    @property
    def unmeetable(self) -> bool:
        """Whether it asks for more people than there are, however they are planned."""
        return self.able < self.rule.least


@dataclass(frozen=True, slots=True)
class Week:
    """Every rule in one week; `planned` says whether any shift is in it at all."""

    monday: date
    zone: ZoneInfo
    reports: tuple[Report, ...]
    planned: bool

    @property
    def gaps(self) -> list[Gap]:
        """What can be helped, in order; the gaps of a rule that nobody can meet are said once, as one sentence."""
        found = [gap for report in self.reports if not report.unmeetable for gap in report.gaps]
        return sorted(found, key=lambda gap: (gap.starts_at, gap.rule.name))

    @property
    def unmeetable(self) -> list[Report]:
        """The rules that ask too much."""
        return [report for report in self.reports if report.unmeetable]


def week(rules: Iterable[Minimum], people: Iterable[Person], monday: date, zone: ZoneInfo) -> Week:
    """Every rule against everybody planned."""
    crew, span = list(people), week_of(monday, zone)
    reports = tuple(report(rule, crew, monday, zone) for rule in rules)
    planned = any(shared(work.span, span) for person in crew for work in person.work)
    return Week(monday, zone, reports, planned)


def report(rule: Minimum, people: Iterable[Person], monday: date, zone: ZoneInfo) -> Report:
    """One rule in one local week."""
    crew, span = list(people), week_of(monday, zone)
    found = pieces(rule, crew, span, zone)
    return Report(rule, _days(found, monday, span, zone), tuple(gaps(rule, found)), _able(rule, crew, span))


def _able(rule: Minimum, people: Iterable[Person], span: Span) -> int:
    """Who could be planned for it at some time of the week."""
    suited = (person for person in people if person.suits(rule.position))
    return sum(
        not rule.cit or any(shared(valid, span) for valid in person.certified(rule.position)) for person in suited
    )


def _days(found: Iterable[Piece], monday: date, span: Span, zone: ZoneInfo) -> tuple[tuple[Cell, ...], ...]:
    held: defaultdict[tuple[date, int], list[Piece]] = defaultdict(list)
    existing = {_key(at, zone) for at in _hours(span)}
    for piece in found:
        for part in _by_hour(piece, span):
            held[_key(part.span.starts_at, zone)].append(part)
    week_days = [monday + number * DAY for number in range(7)]
    return tuple(
        tuple(_cell(day, hour, held.get((day, hour), []), (day, hour) in existing) for hour in HOURS)
        for day in week_days
    )


def _cell(day: date, hour: int, parts: list[Piece], exists: bool) -> Cell:
    if not parts:
        return Cell(day, hour, exists=exists)
    worst = max(parts, key=lambda part: (part.missing, -part.have))
    open_parts = tuple(gap.span for gap in _runs(parts))
    whole = sum((part.span.length for part in parts), timedelta())
    lacking = sum((span.length for span in open_parts), timedelta())
    return Cell(
        day,
        hour,
        have=worst.have,
        need=worst.need,
        of=worst.of,
        asked=True,
        ok=not open_parts,
        uncovered=open_parts,
        partial=timedelta() < lacking < whole,
    )


def _runs(parts: list[Piece]) -> Iterator[Piece]:
    """Neighbors that are not met, as one."""
    held: Piece | None = None
    for part in parts:
        if part.met:
            continue
        if held and held.span.ends_at == part.span.starts_at:
            held = Piece(Span(held.span.starts_at, part.span.ends_at), held.have, held.need, held.of)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _by_hour(piece: Piece, span: Span) -> Iterator[Piece]:
    """The piece cut at every full hour of the week."""
    start = piece.span.starts_at
    while start < piece.span.ends_at:
        passed = (start - span.starts_at) // HOUR
        end = min(span.starts_at + (passed + 1) * HOUR, piece.span.ends_at)
        yield Piece(Span(start, end), piece.have, piece.need, piece.of)
        start = end


def _hours(span: Span) -> Iterator[datetime]:
    at = span.starts_at
    while at < span.ends_at:
        yield at
        at += HOUR


def _key(at: datetime, zone: ZoneInfo) -> tuple[date, int]:
    local = at.astimezone(zone)
    return local.date(), local.hour
