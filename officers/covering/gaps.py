"""Where a rule is not met: the day is cut wherever somebody comes, goes or lapses, and each piece is counted.

A rule asks in every minute. A share counts whoever is on duty in its position; while nobody is, it has nothing to
count and no gap: that somebody is there at all is asked by a rule of its own, "at least 1".
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from officers.covering.facts import Minimum, Person
from officers.covering.times import asked, common, merged, shared, without
from officers.planning.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A span in which nothing changes: `have` of the `need` asked, among `of` on duty."""

    span: Span
    have: int
    need: int
    of: int

    @property
    def met(self) -> bool:
        """Whether it is enough."""
        return self.have >= self.need

    @property
    def missing(self) -> int:
        """How many are missing."""
        return max(self.need - self.have, 0)


@dataclass(frozen=True, slots=True)
class Gap:
    """The longest span in which a rule is not met at any instant; the numbers are those of its worst piece."""

    rule: Minimum
    starts_at: datetime
    ends_at: datetime
    have: int
    need: int
    of: int
    varies: bool = False

    @property
    def span(self) -> Span:
        """From when until when."""
        return Span(self.starts_at, self.ends_at)


def pieces(rule: Minimum, people: Iterable[Person], within: Span, zone: ZoneInfo) -> list[Piece]:
    """Every asked minute of the span, in order, in pieces in which nobody comes, goes or lapses."""
    windows = asked(rule, within, zone)
    on_duty: Counter[datetime] = Counter()
    counting: Counter[datetime] = Counter()
    for person in people if windows else ():
        present = _present(rule, person, within)
        _mark(on_duty, present)
        _mark(counting, common(present, merged(person.certified(rule.position))) if rule.cit and present else present)
    instants = sorted({*on_duty, *counting})
    found = []
    for window in windows:
        found += _count(rule, window, instants, (on_duty, counting))
    return found


def gaps(rule: Minimum, found: Iterable[Piece]) -> list[Gap]:
    """The maximal runs of pieces that are not met."""
    runs: list[list[Piece]] = []
    for met, group in groupby(found, key=lambda piece: piece.met):
        for piece in () if met else group:
            if runs and runs[-1][-1].span.ends_at == piece.span.starts_at:
                runs[-1].append(piece)
            else:
                runs.append([piece])
    return [_gap(rule, run) for run in runs]


def _gap(rule: Minimum, run: list[Piece]) -> Gap:
    worst = max(run, key=lambda piece: (piece.missing, -piece.have))
    varies = len({(piece.have, piece.need) for piece in run}) > 1
    return Gap(rule, run[0].span.starts_at, run[-1].span.ends_at, worst.have, worst.need, worst.of, varies)


def _present(rule: Minimum, person: Person, within: Span) -> list[Span]:
    """When the person is on duty for this rule; twice at once is still one person."""
    planned = [
        part
        for work in person.work
        if work.position == rule.position and rule.group in (None, work.group) and (part := shared(work.span, within))
    ]
    whole = merged(planned) if len(planned) > 1 else planned
    away = person.absent(rule.position) if planned else ()
    return [left for span in whole for left in without(span, away)] if away else whole


def _mark(changes: Counter[datetime], spans: Iterable[Span]) -> None:
    for span in spans:
        changes[span.starts_at] += 1
        changes[span.ends_at] -= 1


def _count(
    rule: Minimum, window: Span, instants: list[datetime], changes: tuple[Counter[datetime], Counter[datetime]]
) -> list[Piece]:
    """The pieces of one window in which the rule asks."""
    on_duty, counting = changes
    first, last = bisect_right(instants, window.starts_at), bisect_left(instants, window.ends_at)
    of = sum(on_duty[at] for at in instants[:first])
    have = sum(counting[at] for at in instants[:first])
    found = []
    for start, end in pairwise([window.starts_at, *instants[first:last], window.ends_at]):
        if start != window.starts_at:
            of, have = of + on_duty[start], have + counting[start]
        found.append(Piece(Span(start, end), have, rule.need(of), of))
    return found
