"""Shifts, requests about them and the clock, as this person may see them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, require, visible
from officers.models import CoverRequest, Officer, Shift, TimeEntry
from officers.roles import Duty
from officers.workflow import COVER, SHIFT

MOST = 100
# An entry open for longer than this was forgotten.
FORGOTTEN = timedelta(hours=16)
OPEN_COVER = ("open", "accepted")


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything about one person's own shifts."""

    officer: Officer | None
    entry: TimeEntry | None
    shifts: list[Shift]
    asked: list[CoverRequest]
    offered: list[CoverRequest]


def one(actor: Actor, pk: object) -> Shift:
    """A shift that exists for this person."""
    return fetch(_rows(), actor, pk)


def to_try(actor: Actor, pk: object, name: str) -> Shift:
    """The shift of a form, refused to whoever may not make the move."""
    return fetch_for(_rows(), actor, pk, SHIFT.permission(name))


def to_ask(actor: Actor, pk: object) -> Shift:
    """The shift that its own worker asks about."""
    return fetch_for(_rows(), actor, pk, "cover.ask")


def cover(actor: Actor, pk: object) -> CoverRequest:
    """A request that exists for this person."""
    return fetch(_covers(), actor, pk)


def cover_to_try(actor: Actor, pk: object, name: str) -> CoverRequest:
    """The request of a form, refused to whoever may not make the move."""
    return fetch_for(_covers(), actor, pk, COVER.permission(name))


def officer_for(actor: Actor, pk: object, code: str) -> Officer:
    """A row of the roster that this person may do something with."""
    return fetch_for(Officer.objects.select_related("user", "agency"), actor, pk, code)


def own_officer(actor: Actor) -> Officer | None:
    """The person's own row, if there is one."""
    rows = Officer.objects.filter(agency_id=actor.agency_id, user=actor.id)
    return rows.select_related("user", "agency").first()


def requests_about(actor: Actor, shift: Shift) -> list[CoverRequest]:
    """What was asked about this shift, the latest first."""
    rows = visible(_covers(), actor).filter(Q(shift=shift.pk) | Q(offered=shift.pk))
    return list(rows.order_by("-created_at")[:20])


def open_covers(actor: Actor, at: datetime) -> list[CoverRequest]:
    """Everything asked and not decided whose shift is still ahead, the earliest shift first."""
    rows = visible(_covers(), actor).filter(status__in=OPEN_COVER, shift__starts_at__gt=at)
    return list(rows.order_by("shift__starts_at")[:MOST])


def mine(actor: Actor, at: datetime) -> Mine:
    """The person's own shifts from now on, what they asked, and what they could take."""
    require(actor, "shift.read")
    officer = own_officer(actor)
    if officer is None:
        return Mine(None, None, [], [], [])
    found = open_covers(actor, at)
    rows = visible(_rows(), actor).filter(officer=officer.pk, ends_at__gt=at, status="scheduled")
    return Mine(
        officer=officer,
        entry=TimeEntry.objects.filter(officer=officer.pk, clocked_out_at__isnull=True).first(),
        shifts=list(rows.order_by("starts_at")[:MOST]),
        asked=[each for each in found if each.asked_by_id == officer.pk],
        offered=[each for each in found if _offered_to(each, officer)],
    )


def next_shift(officer: Officer, at: datetime) -> Shift | None:
    """The shift that is on, or the one that comes next."""
    rows = Shift.objects.filter(officer=officer.pk, status="scheduled", ends_at__gt=at)
    return rows.select_related("campus").order_by("starts_at").first()


def forgotten(actor: Actor, at: datetime) -> list[TimeEntry]:
    """Entries open for so long that somebody forgot to clock out."""
    rows = visible(_entries(), actor).filter(clocked_out_at__isnull=True, clocked_in_at__lt=at - FORGOTTEN)
    return list(rows.order_by("clocked_in_at")[:MOST])


def on_the_clock(actor: Actor) -> list[Officer]:
    """Everybody on the roster, those on duty first, for whoever clocks them in and out."""
    rows = visible(Officer.objects.select_related("user", "last_campus"), actor).filter(active=True)
    return sorted(rows.order_by("call_sign")[: MOST * 3], key=lambda each: each.duty == Duty.OFF_DUTY)


def entries(actor: Actor) -> list[TimeEntry]:
    """The latest entries, for whoever may correct them."""
    return list(visible(_entries(), actor).order_by("-clocked_in_at")[:MOST])


def entry_to_correct(actor: Actor, pk: object) -> TimeEntry:
    """An entry that this person may correct."""
    return fetch_for(_entries(), actor, pk, "time.correct")


def _offered_to(request: CoverRequest, officer: Officer) -> bool:
    """Open to everybody, or an exchange for one of their own shifts."""
    if request.asked_by_id == officer.pk or request.status != "open":
        return False
    return request.offered is None or request.offered.officer_id == officer.pk


def _rows() -> QuerySet[Shift]:
    return Shift.objects.select_related("officer__user", "officer__agency", "campus", "template")


def _covers() -> QuerySet[CoverRequest]:
    return CoverRequest.objects.select_related(
        "shift__officer__user", "asked_by__user", "taker__user", "offered__officer__user"
    )


def _entries() -> QuerySet[TimeEntry]:
    return TimeEntry.objects.select_related("officer__user", "shift")
