"""Small words for weeks of coverage: people, shifts and rules as the table of cases writes them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_DNS, UUID, uuid5
from zoneinfo import ZoneInfo

from officers.covering.facts import Minimum, Person, Work
from officers.covering.times import FOREVER
from officers.planning.local import days, instant
from officers.planning.spans import Span

ZONE = ZoneInfo("America/Denver")
MONDAY = date(2026, 11, 30)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EVER = Span(datetime(2000, 1, 1, tzinfo=UTC), FOREVER)


def key(word: str) -> UUID:
    """The same word is the same key."""
    return uuid5(NAMESPACE_DNS, word)


def day(word: str, monday: date = MONDAY) -> date:
    """Mon to Sun of the week; Sun- is the Sunday before it, Mon+ the Monday after."""
    number = NAMES.index(word[:3]) + {"+": 7, "-": -7}.get(word[3:], 0)
    return monday + timedelta(days=number)


def moment(text: str, monday: date = MONDAY) -> datetime:
    """`Mon 17:00` as an instant."""
    word, wall = text.split()
    return instant(day(word, monday), time.fromisoformat(wall), ZONE)


def span(text: str, monday: date = MONDAY) -> Span:
    """`Mon 17:00-Tue 01:00` as a span."""
    start, end = text.split("-", 1) if not text.startswith(("Sun- ", "Sat- ")) else _before(text)
    return Span(moment(start, monday), moment(end, monday))


def rule(text: str, weekdays: str = " ".join(NAMES), hours: str = "00:00-00:00") -> Minimum:
    """`at_least 2 patrol South`, with `any` where certification is not asked."""
    kind, number, position, group, *rest = text.split()
    starts, ends = (time.fromisoformat(wall) for wall in hours.split("-"))
    return Minimum(
        key=key(text),
        name=text,
        position=position,
        number=int(number),
        weekdays=frozenset(NAMES.index(word) for word in weekdays.split()),
        starts=starts,
        ends=ends,
        kind=kind,
        cit="any" not in rest,
        group=None if group == "-" else key(group),
        group_name="" if group == "-" else group,
    )


def listed(text: str) -> list[str]:
    """What stands between semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def crew(shifts: str, certified: str, leave: str = "", monday: date = MONDAY) -> list[Person]:
    """Everybody that a case names, police officers all."""
    names = sorted({part.split()[0] for text in (shifts, leave) for part in listed(text)} | _people(certified))
    return [
        Person(
            key=key(name),
            call_sign=name,
            license="peace_officer",
            work=tuple(_works(name, shifts, monday)),
            cit=tuple(_valid(name, certified, monday)),
            crisis_trained=tuple(_valid(name, certified, monday)),
            leave=tuple(span(part.split(" ", 1)[1], monday) for part in listed(leave) if part.split()[0] == name),
        )
        for name in names
    ]


def _works(name: str, shifts: str, monday: date) -> Iterable[Work]:
    for part in listed(shifts):
        who, position, group, when = part.split(" ", 3)
        if who == name:
            yield Work(position, span(when, monday), None if group == "-" else key(group))


def _people(certified: str) -> set[str]:
    return {name for part in listed(certified) for name in part.split(" until")[0].split(" from")[0].split()}


def _valid(name: str, certified: str, monday: date) -> Iterable[Span]:
    for part in listed(certified):
        if name not in _people(part):
            continue
        if " until " in part:
            yield Span(EVER.starts_at, days(day(part.split(" until ")[1], monday), 1, ZONE).ends_at)
        elif " from " in part:
            yield Span(days(day(part.split(" from ")[1], monday), 1, ZONE).starts_at, FOREVER)
        else:
            yield EVER


def _before(text: str) -> tuple[str, str]:
    start, end = text[5:].split("-", 1)
    return text[:5] + start, end
