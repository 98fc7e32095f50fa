"""One officer's part, and what the tablet shows of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import Conflict, NotFound
from core.moves import open_moves
from core.permissions import fetch, fetch_for, require, visible
from incidents.models import Assignment, DeescalationRecord, RecordOfficer
from incidents.record_workflow import FILED
from incidents.selectors.board import certified
from incidents.workflow import ACTIVE_ASSIGNMENT, ASSIGNMENT
from officers.models import Officer, Shift
from officers.selectors.shifts import next_shift

UNFILED = 20


@dataclass(frozen=True, slots=True)
class Desk:
    """An officer, their certification today, and what they are on."""

    officer: Officer
    cit: bool
    cit_until: date | None
    assignment: Assignment | None
    unfiled: list[Assignment]
    next_shift: Shift | None


def _rows() -> QuerySet[Assignment]:
    return Assignment.objects.select_related(
        "officer__user", "incident__campus", "incident__building", "incident__room"
    )


def one(actor: Actor, pk: object) -> Assignment:
    """An assignment that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_cancel(actor: Actor, pk: object) -> Assignment:
    """The assignment when it can still be called back by this actor."""
    part = one(actor, pk)
    require(actor, "assignment.cancel", part)
    if "cancel" not in {move.name for move in open_moves(part, actor)}:
        raise Conflict(_("This is not possible: the status is already “%s”.") % part.get_status_display())
    return part


def to_try(actor: Actor, pk: object, name: str) -> Assignment:
    """The assignment of a sent form, refused to whoever may not make the move."""
    return fetch_for(_rows(), actor, pk, ASSIGNMENT.permission(name))


def active(actor: Actor) -> Assignment | None:
    """What the actor, as an officer, is on now."""
    rows = visible(_rows(), actor).filter(officer__user=actor.id, status__in=ACTIVE_ASSIGNMENT)
    return rows.first()


def unfiled(actor: Actor) -> list[Assignment]:
    """Incidents where the actor arrived and whose record is not filed yet, the oldest first."""
    filed = DeescalationRecord.objects.filter(incident=OuterRef("incident"), author=actor.id, status__in=FILED)
    confirmed = RecordOfficer.objects.filter(
        record__incident=OuterRef("incident"),
        record__status__in=FILED,
        officer=OuterRef("officer"),
        confirmed_at__isnull=False,
    )
    mine = visible(_rows(), actor).filter(officer__user=actor.id, on_scene_at__isnull=False)
    rows = mine.filter(~Exists(filed), ~Exists(confirmed))
    return list(rows.order_by("on_scene_at")[:UNFILED])


@dataclass(frozen=True, slots=True)
class Head:
    """An officer, their certification and shift, and what they are on."""

    officer: Officer
    cit: bool
    cit_until: date | None
    assignment: Assignment | None
    next_shift: Shift | None


def head(actor: Actor, at: datetime) -> Head:
    """Whose tablet this is."""
    require(actor, "record.open")
    rows = Officer.objects.filter(agency_id=actor.agency_id, user=actor.id).select_related("user", "last_campus")
    officer = certified(rows, at).first()
    if officer is None:
        raise NotFound(_("No unit belongs to your log-in. Ask your supervisor."))
    return Head(officer, officer.cit, officer.cit_until, active(actor), next_shift(officer, at))


def desk(actor: Actor, at: datetime) -> Desk:
    """The officer's own page."""
    mine = head(actor, at)
    return Desk(
        officer=mine.officer,
        cit=mine.cit,
        cit_until=mine.cit_until,
        assignment=mine.assignment,
        unfiled=unfiled(actor) if mine.assignment is None else [],
        next_shift=mine.next_shift,
    )


def part_of(actor: Actor, officer: Officer) -> Assignment | None:
    """What an officer is on now, for whoever may see it."""
    return visible(_rows(), actor).filter(officer=officer, status__in=ACTIVE_ASSIGNMENT).first()
