"""How one person stands with every rule, with the evidence, their completions and their seats."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from core.actors import Actor
from core.permissions import may
from officers.models import Booking, Certification, Officer, Waiver
from officers.selectors.training.standing import Book, book_of, standings
from officers.training import words
from officers.training.facts import Result
from officers.vocabulary import Standing
from officers.workflow import BookingState

ORDER = (Standing.OVERDUE, Standing.DUE_SOON, Standing.DUE, Standing.MET, Standing.WAIVED, Standing.NOT_APPLICABLE)
OPEN = (Standing.OVERDUE, Standing.DUE_SOON, Standing.DUE)
LIMIT = 100


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule as a page shows it for one person."""

    slug: str
    version: date
    title: str
    asks: str
    source: str
    standing: Standing
    words: str
    reason: str
    due_on: date | None
    overdue_since: date | None
    evidence: list[str]

    @property
    def label(self) -> str:
        """The standing in a word."""
        return str(self.standing.label)

    @property
    def open(self) -> bool:
        """Whether there is something to do."""
        return self.standing in OPEN


@dataclass(frozen=True, slots=True)
class PersonTraining:
    """Everything about one person's training."""

    officer: Officer
    rules: list[RuleRow]
    outside: list[RuleRow]
    certificates: list[Certification]
    bookings: list[Booking]
    waivers: list[Waiver]
    may_add: bool
    may_book: bool
    may_waive: bool


def person_training(actor: Actor, officer: Officer, at: datetime) -> PersonTraining | None:
    """For who keeps training and for the person; None for everybody else."""
    if not may(actor, "training.read_person", officer):
        return None
    book = book_of(officer.agency_id)
    results = standings([officer], book, at.astimezone(officer.agency.zone).date())[officer.pk]
    certificates = list(
        Certification.objects.filter(user_id=officer.user_id)
        .select_related("course", "file", "verified_by")
        .order_by("-completed_on", "course__number")[:LIMIT]
    )
    rows = rule_rows(results, book, {row.pk: row for row in certificates})
    return PersonTraining(
        officer=officer,
        rules=[row for row in rows if row.standing != Standing.NOT_APPLICABLE],
        outside=[row for row in rows if row.standing == Standing.NOT_APPLICABLE],
        certificates=certificates,
        bookings=_bookings(officer),
        waivers=list(Waiver.objects.filter(officer=officer).order_by("rule_slug")),
        may_add=may(actor, "certification.add", officer),
        may_book=may(actor, "booking.book", officer) and officer.active,
        may_waive=may(actor, "waiver.grant", officer),
    )


def rule_rows(results: Iterable[Result], book: Book, certificates: Mapping[UUID, Certification]) -> list[RuleRow]:
    """What is late first, then by day."""
    rows = [_row(result, book, certificates) for result in results]
    return sorted(rows, key=lambda row: (ORDER.index(row.standing), row.due_on or date.max, row.title))


def _row(result: Result, book: Book, certificates: Mapping[UUID, Certification]) -> RuleRow:
    rule: Any = book.rule(result)
    proof = [certificates[pk] for pk in result.evidence if pk in certificates]
    return RuleRow(
        slug=result.rule,
        version=result.version,
        title=rule.title,
        asks=words.asks(rule),
        source=rule.source,
        standing=result.standing,
        words=words.standing(result),
        reason=words.reason(result),
        due_on=result.due_on,
        overdue_since=result.overdue_since,
        evidence=[words.proof(each.course.number, each.completed_on) for each in proof],
    )


def _bookings(officer: Officer) -> list[Booking]:
    rows = Booking.objects.filter(officer=officer, status=BookingState.BOOKED)
    return list(rows.select_related("session__course", "officer").order_by("session__starts_at")[:LIMIT])
