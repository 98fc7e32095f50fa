"""What people must be reminded of, and who hears of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from officers.models import Agency, Officer, User
from officers.roles import Role
from officers.selectors.training.lapses import Lapse, lapses
from officers.selectors.training.standing import Book, book_of, standings
from officers.training.facts import Result
from officers.vocabulary import Standing

ASKED = (Standing.MET, Standing.DUE, Standing.DUE_SOON, Standing.OVERDUE)
SHORT = 16
LICENSE = "license"


@dataclass(frozen=True, slots=True)
class Due:
    """One matter of one person: a rule's slug, or the number of the course whose certificate ends."""

    officer: Officer
    matter: str
    number: str
    due_on: date


def due(agency: Agency, on: date) -> list[Due]:
    """Every day that people of the agency have to keep, or have missed."""
    officers = list(Officer.objects.filter(agency=agency, active=True, user__is_active=True).order_by("call_sign"))
    book = book_of(agency.pk)
    results = standings(officers, book, on)
    certificates = {lapse.officer_id: lapse for lapse in lapses(officers)}
    return [
        each for officer in officers for each in _of(officer, results[officer.pk], book, certificates.get(officer.pk))
    ]


def concerned(officer: Officer) -> Iterable[User]:
    """The person, their supervisor and the training coordinators, each once."""
    people = Q(pk=officer.user_id) | Q(pk=officer.supervisor_id)
    coordinators = Q(grants__role=Role.TRAINING)
    rows = User.objects.filter(people | coordinators, agency=officer.agency_id, is_active=True)
    return rows.distinct().order_by("email")


def _of(officer: Officer, results: Iterable[Result], book: Book, lapse: Lapse | None) -> Iterator[Due]:
    covered = False
    for result in results:
        if result.standing not in ASKED or result.due_on is None:
            continue
        courses = book.rule(result).courses
        number = courses[0] if courses else result.rule[:SHORT]
        covered = covered or _is_that(lapse, result, courses, book)
        yield Due(officer, result.rule, number, result.due_on)
    if lapse is not None and not covered:
        matter = lapse.number or LICENSE
        yield Due(officer, matter, matter, lapse.ends_on)


def _is_that(lapse: Lapse | None, result: Result, courses: list[str], book: Book) -> bool:
    """Whether the rule already speaks of the certificate that ends."""
    if lapse is None or lapse.ends_on != result.due_on:
        return False
    return any(lapse.number == asked or lapse.number in book.substitutes.get(asked, ()) for asked in courses)
