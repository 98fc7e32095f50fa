"""Lookouts: the open ones for everybody on duty, and what became of the others."""

from datetime import datetime

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, require, visible
from incidents.models import Incident, Lookout
from incidents.workflow import OPEN_INCIDENT
from officers.models import Agency

SHOWN, PAST = 100, 30


def _rows() -> QuerySet[Lookout]:
    return Lookout.objects.select_related("campus", "incident", "issued_by")


def listed(actor: Actor, at: datetime) -> tuple[list[Lookout], list[Lookout]]:
    """Those that stand, the next to end first, and the latest that ended; one whose time is over stands no more."""
    require(actor, "lookout.read")
    rows = visible(_rows(), actor)
    open_ones = list(rows.filter(status="open", expires_at__gt=at).order_by("expires_at")[:SHOWN])
    return open_ones, list(rows.exclude(status="open").order_by("-ended_at")[:PAST])


def one(actor: Actor, pk: object) -> Lookout:
    """A lookout that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_move(actor: Actor, pk: object, move: str) -> Lookout:
    """The lookout of a sent form."""
    return fetch_for(_rows(), actor, pk, f"lookout.{move}")


def agency(actor: Actor) -> Agency:
    """Whose officers are told."""
    require(actor, "lookout.issue")
    return Agency.objects.get(pk=actor.agency_id)


def incidents(actor: Actor) -> QuerySet[Incident]:
    """What a lookout can be about."""
    require(actor, "lookout.issue")
    return visible(Incident.objects.all(), actor).filter(status__in=(*OPEN_INCIDENT, "scheduled")).order_by("number")
