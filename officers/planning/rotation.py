"""Which shifts rotations ask for: one place for each member and day, before anybody asks whether it can be worked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from officers.planning.local import DAY, span_on
from officers.planning.spans import Span

LONGEST = 42


@dataclass(frozen=True, slots=True)
class Hours:
    """A template's hours on the wall."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Member:
    """One person's part in a rotation; `key` names it. `to_day` belongs to it."""

    key: str
    pattern: Sequence[str]
    starts_on: date
    offset_days: int
    from_day: date
    to_day: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """One day's work of one member, by a template."""

    member: str
    template: str
    day: date
    span: Span


def template_on(member: Member, day: date) -> str:
    """The template's key on this day, or an empty text for a day off or a day outside the membership."""
    outside = day < member.from_day or (member.to_day is not None and day > member.to_day)
    if outside or day < member.starts_on or not member.pattern:
        return ""
    return member.pattern[((day - member.starts_on).days - member.offset_days) % len(member.pattern)]


def places(
    members: Iterable[Member], templates: Mapping[str, Hours], first: date, last: date, zone: ZoneInfo
) -> list[Place]:
    """Every place from the first day to the last, in the order of time; a template that is gone asks for nothing."""
    found = [place for member in members for place in _of(member, templates, first, last, zone)]
    return sorted(found, key=lambda place: (place.span, place.member))


def _of(member: Member, templates: Mapping[str, Hours], first: date, last: date, zone: ZoneInfo) -> Iterator[Place]:
    day = first
    while day <= last:
        key = template_on(member, day)
        if key in templates:
            hours = templates[key]
            yield Place(member.key, key, day, span_on(day, hours.starts, hours.ends, zone))
        day += DAY
