"""The roster as coverage reckons with it: one statement, whatever the number of people and shifts.

It is written in SQL, since the console asks it every few seconds and building it would cost more than running it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from officers.covering.facts import Person, Work
from officers.covering.times import FOREVER
from officers.planning.local import DAY, instant
from officers.planning.spans import Span

STATEMENT = Path(__file__).with_suffix(".sql").read_text()
# No shift lasts longer, so an index finds those that have begun.
LONGEST_SHIFT = timedelta(days=2)
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class OnRoster:
    """One person, and whether they are on the clock."""

    person: Person
    clocked_in: bool


def people(agency_id: UUID, span: Span, zone: ZoneInfo, *, around: timedelta = NOTHING) -> list[Person]:
    """Everybody of the roster with their plan in this span; `around` also reads the shifts beside it."""
    wide = Span(span.starts_at - around, span.ends_at + around)
    return [row.person for row in _roster(agency_id, span, wide, zone, live=False)]


def on_duty_or_expected(agency_id: UUID, span: Span, zone: ZoneInfo) -> list[OnRoster]:
    """Only who is on the clock or has a shift in this span."""
    return list(_roster(agency_id, span, span, zone, live=True))


def people_of_then(agency_id: UUID, span: Span, zone: ZoneInfo) -> list[Person]:
    """Everybody who had a plan in a span of the past, those who have left the roster since included."""
    return [row.person for row in _roster(agency_id, span, span, zone, live=False, gone=True)]


def _roster(
    agency_id: UUID, span: Span, wide: Span, zone: ZoneInfo, *, live: bool, gone: bool = False
) -> Iterator[OnRoster]:
    asked: dict[str, Any] = {
        "agency": agency_id,
        "start": span.starts_at,
        "end": span.ends_at,
        "wide_start": wide.starts_at,
        "wide_end": wide.ends_at,
        "earliest": wide.starts_at - LONGEST_SHIFT,
        "live": live,
        "gone": gone,
    }
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, asked)
        rows = cursor.fetchall()
    for row in rows:
        yield OnRoster(_person(row, zone), row[6])


def _person(row: tuple[Any, ...], zone: ZoneInfo) -> Person:
    key, call_sign, license_, license_ends, name, home, _in, work, certificates, away, classes, restricted = row
    valid = list(_valid(_list(certificates), license_ends, zone))
    return Person(
        key=key,
        call_sign=call_sign,
        license=license_,
        group=home,
        name=name,
        work=tuple(_work(each) for each in _list(work)),
        cit=tuple(span for span, crisis in valid if crisis),
        crisis_trained=tuple(span for span, _crisis in valid),
        leave=tuple(_span(*each) for each in _list(away)),
        classes=tuple(_span(*each) for each in _list(classes)),
        restricted=tuple(_restricted(_list(restricted), zone)),
    )


def _list(text: str | None) -> list[Any]:
    return json.loads(text) if text else []


def _work(row: list[Any]) -> Work:
    position, starts_at, ends_at, group = row
    return Work(position, _span(starts_at, ends_at), _key(group) if group else None)


def _span(starts_at: str, ends_at: str) -> Span:
    return Span(datetime.fromisoformat(starts_at), datetime.fromisoformat(ends_at))


def _valid(rows: list[Any], license_ends: date | None, zone: ZoneInfo) -> Iterator[tuple[Span, bool]]:
    """When certificates count: `officers.selectors.crisis` asks the same of one instant, and a test compares them."""
    for first, last, verified, crisis in rows:
        begin = max(_midnight(date.fromisoformat(first), zone), datetime.fromisoformat(verified))
        ends_on = date.fromisoformat(last) if last else None
        end = min(_end(ends_on, zone), _end(license_ends, zone))
        if begin < end:
            yield Span(begin, end), crisis


def _restricted(rows: list[Any], zone: ZoneInfo) -> Iterator[Span]:
    for first, last, lifted in rows:
        begin = _midnight(date.fromisoformat(first), zone)
        end = _end(date.fromisoformat(last) if last else None, zone)
        end = min(end, datetime.fromisoformat(lifted)) if lifted else end
        if begin < end:
            yield Span(begin, end)


def _end(day: date | None, zone: ZoneInfo) -> datetime:
    return _midnight(day + DAY, zone) if day else FOREVER


@lru_cache(maxsize=2048)
def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """The same days come again with every person of a class."""
    return instant(day, time(), zone)


@lru_cache(maxsize=2048)
def _key(text: str) -> UUID:
    return UUID(text)
