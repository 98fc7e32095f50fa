"""Classes and seats: what is to come, who is in it, and what stands against a booking."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, may, require, visible
from officers.models import Booking, Officer, Shift, TrainingSession
from officers.workflow import SEATED, ShiftState

LIMIT = 100
PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ClassPage:
    """A class with everybody who has or had a seat."""

    session: Any
    bookings: list[Booking]


def sessions(actor: Actor, at: datetime) -> list[Any]:
    """Classes of the last sixty days and all to come, the nearest first."""
    require(actor, "course.read")
    return list(_with_seats(actor).filter(ends_at__gte=at - PAST).order_by("starts_at")[:LIMIT])


def session(actor: Actor, pk: object) -> ClassPage:
    """One class; a reader sees the seats that exist for them."""
    found = fetch(_with_seats(actor), actor, pk)
    rows = visible(Booking.objects.filter(session=found), actor)
    return ClassPage(
        found, list(rows.select_related("officer__user", "session").order_by("officer__call_sign")[:LIMIT])
    )


def upcoming(actor: Actor, at: datetime) -> QuerySet[TrainingSession]:
    """Classes with a seat left that have not begun."""
    found: QuerySet[TrainingSession] = _with_seats(actor).filter(starts_at__gt=at, taken__lt=F("seats"))
    return found.order_by("starts_at")


def booking(actor: Actor, pk: object) -> Booking:
    """One seat."""
    return fetch(Booking.objects.select_related("session__course", "officer__user", "agency"), actor, pk)


def officer_to_book(actor: Actor, pk: object) -> Officer:
    """A person of the roster whom the actor may book."""
    return fetch_for(_people(), actor, pk, "booking.book")


def officer_to_certify(actor: Actor, pk: object) -> Officer:
    """A person of the roster for whom the actor may hand in completions."""
    return fetch_for(_people(), actor, pk, "certification.add")


def officer_to_waive(actor: Actor, pk: object) -> Officer:
    """A person of the roster whom the actor may excuse from a rule."""
    return fetch_for(_people(), actor, pk, "waiver.grant")


def officer_to_read(actor: Actor, pk: object) -> Officer:
    """A person of the roster whose training the actor may read."""
    return fetch_for(_people(), actor, pk, "training.read_person")


def shifts_at(officer: Officer, found: TrainingSession) -> list[Shift]:
    """The person's planned shifts that lie across the class: a matter for the planner, and no obstacle."""
    rows = Shift.objects.filter(officer=officer, status=ShiftState.SCHEDULED)
    return list(rows.filter(starts_at__lt=found.ends_at, ends_at__gt=found.starts_at).order_by("starts_at")[:LIMIT])


def keeps(actor: Actor) -> bool:
    """Whether this person plans classes."""
    return may(actor, "session.keep")


def _people() -> QuerySet[Officer]:
    return Officer.objects.select_related("user", "agency")


def _with_seats(actor: Actor) -> Any:
    """Classes with `taken`: how many seats are gone."""
    rows = visible(TrainingSession.objects.select_related("course", "agency"), actor)
    return rows.annotate(taken=Count("bookings", filter=Q(bookings__status__in=SEATED)))
