"""How many shifts of patrol had a certified officer on in every minute: the program's training coverage.

A shift is measured in its own group of campuses; one at a campus of no group, against everybody of patrol. Who was on
leave or in a class for the whole shift did not work it, so it is not counted.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from officers.covering.facts import Person
from officers.covering.times import common, merged, without
from officers.planning.spans import Span
from officers.vocabulary import Position

PATROL = Position.PATROL.value


@dataclass(frozen=True, slots=True)
class Share:
    """`covered` of `shifts`; without shifts there is no share."""

    covered: int
    shifts: int


def share(people: Iterable[Person], within: Span) -> Share:
    """Of the shifts that begin in the span."""
    crowd = list(people)
    present: defaultdict[UUID | None, list[Span]] = defaultdict(list)
    for person in crowd:
        for group, span in _worked(person):
            parts = common([span], person.certified(PATROL))
            present[group] += parts
            if group is not None:
                present[None] += parts
    certified = {group: merged(spans) for group, spans in present.items()}
    shifts = [each for person in crowd for each in _shifts(person, within)]
    return Share(sum(_inside(span, certified.get(group, [])) for group, span in shifts), len(shifts))


def _shifts(person: Person, within: Span) -> Iterator[tuple[UUID | None, Span]]:
    for work in person.work:
        begins = within.starts_at <= work.span.starts_at < within.ends_at
        if begins and work.position == PATROL and without(work.span, person.absent(PATROL)):
            yield work.group, work.span


def _worked(person: Person) -> Iterator[tuple[UUID | None, Span]]:
    for work in person.work:
        if work.position == PATROL:
            for span in without(work.span, person.absent(PATROL)):
                yield work.group, span


def _inside(span: Span, held: list[Span]) -> bool:
    found = bisect_right(held, span.starts_at, key=lambda each: each.starts_at) - 1
    return found >= 0 and span.ends_at <= held[found].ends_at
