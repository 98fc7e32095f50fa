"""The training coordinator's work list: who lapses, what is late or due, what is to be verified, what is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from core.actors import Actor
from core.permissions import may, require, visible
from officers.models import Agency, Certification, Officer
from officers.selectors.training.lapses import Lapse, lapses
from officers.selectors.training.person import RuleRow, rule_rows
from officers.selectors.training.standing import Book, book_of, standings
from officers.training.facts import Reason, Result
from officers.vocabulary import Standing

SOON = timedelta(days=90)
# Of each list at most so many are shown; its heading says how many there are.
LIMIT = 100
MOST_PEOPLE = 2000


@dataclass(frozen=True, slots=True)
class Ending:
    """Somebody who stops being a CIT officer, or has stopped."""

    officer: Officer
    lapse: Lapse
    days: int

    @property
    def over(self) -> bool:
        """Whether the last day has passed."""
        return self.days < 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the rules that wait for them."""

    officer: Officer
    rules: list[RuleRow]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A completion that waits, whose it is, and whether this reader may decide about it."""

    certificate: Certification
    officer: Officer | None
    may_decide: bool


@dataclass(frozen=True, slots=True)
class WorkList:
    """Every part at once; the numbers count all, the lists hold the first ones."""

    on: date
    lapsing: list[Ending]
    overdue: list[Person]
    due: list[Person]
    unverified: list[Undecided]
    gaps: list[Person]
    numbers: dict[str, int]
    without_period: bool


def work_list(actor: Actor, at: datetime) -> WorkList:
    """What waits today, on the agency's calendar."""
    require(actor, "training.read")
    on = today(actor, at)
    officers = roster(actor)
    book = book_of(actor.agency_id)
    results = standings(officers, book, on)
    lapsing = _lapsing(officers, on)
    parts = {name: _people(officers, results, wanted) for name, wanted in PARTS.items()}
    shown = {name: [_in_words(each, book) for each in found[:LIMIT]] for name, found in parts.items()}
    waiting = unverified(actor)
    counts = {name: len(found) for name, found in parts.items()}
    return WorkList(
        on=on,
        lapsing=lapsing[:LIMIT],
        overdue=shown["overdue"],
        due=shown["due"],
        gaps=shown["gaps"],
        unverified=waiting[:LIMIT],
        numbers={**counts, "lapsing": len(lapsing), "unverified": len(waiting)},
        without_period=any(each.reason == Reason.NO_PERIOD for found in results.values() for each in found),
    )


def today(actor: Actor, at: datetime) -> date:
    """The day on the calendar of the actor's agency."""
    return at.astimezone(Agency.objects.get(pk=actor.agency_id).zone).date()


def roster(actor: Actor) -> list[Officer]:
    """Everybody on the roster whom this person sees."""
    rows = visible(Officer.objects.filter(active=True), actor).select_related("user").order_by("call_sign")
    return list(rows[:MOST_PEOPLE])


def unverified(actor: Actor) -> list[Undecided]:
    """The longest waiting first."""
    waiting = Certification.objects.filter(verified_at__isnull=True, refused_at__isnull=True)
    rows = visible(waiting, actor).select_related("user", "course", "file").order_by("created_at", "pk")
    found = list(rows[:MOST_PEOPLE])
    holders = Officer.objects.filter(user__in=[row.user_id for row in found]).select_related("user")
    whose: dict[UUID, Officer] = {officer.user_id: officer for officer in holders}
    return [Undecided(row, whose.get(row.user_id), may(actor, "certification.verify", row)) for row in found]


def _late(result: Result) -> bool:
    return result.standing == Standing.OVERDUE


def _soon(result: Result) -> bool:
    return result.standing == Standing.DUE_SOON and result.due_on is not None


def _gap(result: Result) -> bool:
    return result.reason == Reason.ANCHOR_MISSING


PARTS: dict[str, Callable[[Result], bool]] = {"overdue": _late, "due": _soon, "gaps": _gap}


Waits = tuple[Officer, list[Result]]


def _people(
    officers: list[Officer], results: dict[UUID, tuple[Result, ...]], wanted: Callable[[Result], bool]
) -> list[Waits]:
    """The one with the earliest day first."""
    found = [(officer, [result for result in results[officer.pk] if wanted(result)]) for officer in officers]
    return sorted((each for each in found if each[1]), key=lambda each: min(_day(result) for result in each[1]))


def _day(result: Result) -> date:
    return result.due_on or date.max


def _in_words(waits: Waits, book: Book) -> Person:
    officer, mine = waits
    return Person(officer, rule_rows(mine, book, {}))


def _lapsing(officers: list[Officer], on: date) -> list[Ending]:
    people = {officer.pk: officer for officer in officers}
    found = [
        Ending(people[lapse.officer_id], lapse, (lapse.ends_on - on).days)
        for lapse in lapses(officers)
        if lapse.ends_on - on <= SOON
    ]
    return sorted(found, key=lambda each: (each.lapse.ends_on, each.officer.call_sign))
