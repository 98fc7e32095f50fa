"""Leave as it may be seen: one's own, and everybody's for supervisors."""

from datetime import datetime

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, visible
from officers.models import Leave, Shift
from officers.workflow import LEAVE

MOST = 100


def one(actor: Actor, pk: object) -> Leave:
    """One request that exists for this person."""
    return fetch(_rows(), actor, pk)


def to_try(actor: Actor, pk: object, name: str) -> Leave:
    """The request of a sent form, refused to whoever may not make the move."""
    return fetch_for(_rows(), actor, pk, LEAVE.permission(name))


def waiting(actor: Actor) -> list[Leave]:
    """What nobody has decided yet, the earliest first."""
    return list(visible(_rows(), actor).filter(status="requested").order_by("starts_at")[:MOST])


def own(actor: Actor, at: datetime) -> list[Leave]:
    """The person's own, from now on."""
    rows = visible(_rows(), actor).filter(officer__user=actor.id, ends_at__gt=at)
    return list(rows.order_by("starts_at")[:MOST])


def to_cover(actor: Actor, leave: Leave) -> list[Shift]:
    """Planned shifts that lie in the leave: somebody else must take them, or they are cancelled."""
    rows = visible(Shift.objects.select_related("officer__user", "campus"), actor).filter(
        officer=leave.officer_id, status="scheduled", starts_at__lt=leave.ends_at, ends_at__gt=leave.starts_at
    )
    return list(rows.order_by("starts_at")[:MOST])


def _rows() -> QuerySet[Leave]:
    return Leave.objects.select_related("officer__user", "officer__agency")
