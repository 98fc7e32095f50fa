"""Coverage for every reader: a week, the hours ahead, now, what a change opens, and who could close a gap."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.cache import cache

from core.actors import Actor
from core.permissions import require
from officers.covering import grid, times, words
from officers.covering.facts import Minimum, Person
from officers.covering.gaps import Gap, gaps, pieces
from officers.covering.present import present
from officers.covering.share import Share, share
from officers.covering.times import DAY, merged, week_of, without
from officers.models import Shift
from officers.planning.local import days
from officers.planning.spans import Span
from officers.selectors import minimums
from officers.selectors.covering import on_duty_or_expected, people, people_of_then

# As long as a desk waits before it asks again.
WATCHED_S = 15


@dataclass(frozen=True, slots=True)
class Standing:
    """One rule at this instant, by who is on the clock."""

    rule: Minimum
    have: int
    need: int
    of: int

    @property
    def ok(self) -> bool:
        """Whether it is met."""
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class Now:
    """How it stands, and the gaps that have begun or are near."""

    at: datetime
    zone: ZoneInfo
    standings: tuple[Standing, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def warnings(self) -> list[str]:
        """The gaps in the console's words."""
        return [words.warning(gap, self.at, self.zone) for gap in self.gaps]


@dataclass(frozen=True, slots=True)
class Watch:
    """The gaps around a change, as they were before it."""

    agency_id: UUID
    spans: tuple[Span, ...]
    zone: ZoneInfo
    before: tuple[Gap, ...]

    def opened(self) -> list[str]:
        """In words, what is uncovered now and was not before."""
        after = (gap for span in self.spans for gap in gaps_between(self.agency_id, span))
        return [words.gap(gap, self.zone) for gap in opened_by(self.before, after)]


def week(actor: Actor, monday: date) -> grid.Week:
    """Every rule in one local week: three statements, whatever the number of people."""
    require(actor, "coverage.read")
    zone = minimums.agency_of(actor).zone
    crowd = people(actor.agency_id, week_of(monday, zone), zone)
    return grid.week(minimums.asked(actor.agency_id), crowd, monday, zone)


def monday_after(day: date) -> date:
    """The first day of the week after the one of this day."""
    return day + (7 - day.weekday()) * DAY


def gaps_between(agency_id: UUID, span: Span) -> list[Gap]:
    """Every gap of the plan inside a span, those of rules that nobody can meet included."""
    asked, zone, _hours = minimums.asked_live(agency_id)
    return _gaps(asked, people(agency_id, span, zone), span, zone) if asked else []


def gaps_ahead(agency_id: UUID, at: datetime, hours: int) -> list[Gap]:
    """The gaps of the plan in the hours after this instant."""
    return gaps_between(agency_id, Span(at, at + timedelta(hours=hours)))


def now(actor: Actor, at: datetime) -> Now:
    """Who is on the clock against what is asked, and what comes within the hours of warning: two statements."""
    require(actor, "coverage.read")
    every, zone, hours = minimums.asked_live(actor.agency_id)
    window = Span(at, at + timedelta(hours=hours))
    asked = [each for each in every if times.asked(each, window, zone)]
    if not asked:
        return Now(at, zone)
    rows = on_duty_or_expected(actor.agency_id, window, zone)
    crowd = [present(row.person, window, clocked_in=row.clocked_in) for row in rows]
    counted = [(each, pieces(each, crowd, window, zone)) for each in asked]
    standings = tuple(
        Standing(each, found[0].have, found[0].need, found[0].of)
        for each, found in counted
        if found and found[0].span.starts_at == at
    )
    return Now(at, zone, standings, tuple(_sorted(gap for each, found in counted for gap in gaps(each, found))))


def watched(actor: Actor, at: datetime) -> Now:
    """`now` for screens that ask every few seconds: worked out once in a quarter of a minute for the whole agency.

    A gap is warned of hours ahead, and reckoning it costs a fifth of the board it stands on.
    """
    require(actor, "coverage.read")
    key = f"coverage:{actor.agency_id}"
    found: Now | None = cache.get(key)
    if found is None:
        found = now(actor, at)
        cache.set(key, found, WATCHED_S)
    return found


def share_covered(actor: Actor, since: date, until: date) -> Share:
    """Shifts of patrol from the first day to the last with a certified officer on; the report asks the permission."""
    zone = minimums.agency_of(actor).zone
    begin, end = (days(day, 1, zone) for day in (since, until))
    within = Span(begin.starts_at, end.ends_at)
    # A shift that begins on the last evening ends on the next day, and so does whoever covers it.
    return share(people_of_then(actor.agency_id, Span(within.starts_at, within.ends_at + DAY), zone), within)


def opened_by_plan(shift: Shift) -> list[str]:
    """In words, what a new shift opens: a share can fall by one who is not certified."""
    asked, zone, _hours = minimums.asked_live(shift.agency_id)
    span = Span(shift.starts_at, shift.ends_at)
    after = people(shift.agency_id, span, zone) if asked else []
    before = [_without(person, span) if person.key == shift.officer_id else person for person in after]
    found = opened_by(_gaps(asked, before, span, zone), _gaps(asked, after, span, zone))
    return [words.gap(gap, zone) for gap in found]


def watch(actor: Actor, *spans: Span) -> Watch:
    """Look before a change of shifts in these spans; ask `opened()` after it."""
    found = tuple(merged(spans))
    before = tuple(gap for span in found for gap in gaps_between(actor.agency_id, span))
    return Watch(actor.agency_id, found, minimums.agency_of(actor).zone, before)


def opened_by(before: Iterable[Gap], after: Iterable[Gap]) -> list[Gap]:
    """The gaps of afterwards that are new, longer or worse than before."""
    held = list(before)
    return [gap for gap in after if not _as_before(gap, held)]


def _as_before(gap: Gap, held: list[Gap]) -> bool:
    same = [old for old in held if old.rule.key == gap.rule.key and old.need - old.have >= gap.need - gap.have]
    return not without(gap.span, [old.span for old in same])


def _without(person: Person, span: Span) -> Person:
    return replace(person, work=tuple(work for work in person.work if work.span != span))


def _gaps(asked: Iterable[Minimum], crowd: list[Person], span: Span, zone: ZoneInfo) -> list[Gap]:
    return _sorted(gap for each in asked for gap in gaps(each, pieces(each, crowd, span, zone)))


def _sorted(found: Iterable[Gap]) -> list[Gap]:
    return sorted(found, key=lambda gap: (gap.starts_at, gap.rule.name))
