"""Who can be sent now."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from core.actors import Actor
from core.permissions import require
from incidents.models import Assignment, Incident
from incidents.selectors.board import certified
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer, TravelTime
from officers.roles import RESPONDING, Duty

LIMIT = 100
FAR = 10_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An available officer, and what speaks for sending them."""

    id: UUID
    call_sign: str
    name: str
    place: str
    cit: bool
    cit_until: date | None
    minutes: int | None


def officers(actor: Actor) -> QuerySet[Officer]:
    """The officers whom a dispatcher can name."""
    require(actor, "incident.dispatch")
    return Officer.objects.filter(agency_id=actor.agency_id, license__in=RESPONDING)


def candidates(actor: Actor, incident: Incident, at: datetime) -> list[Candidate]:
    """Available officers without an assignment: CIT officers first, and among equals the nearest first."""
    busy = Assignment.objects.filter(officer=OuterRef("pk"), status__in=ACTIVE_ASSIGNMENT)
    way = TravelTime.objects.filter(origin=OuterRef("last_campus"), destination=incident.campus_id)
    rows = certified(officers(actor).filter(~Exists(busy), duty=Duty.AVAILABLE), at)
    found = rows.annotate(minutes=Subquery(way.values("minutes")[:1])).values(
        "id", "call_sign", "cit", "cit_until", "minutes", name=F("user__name"), place=F("last_campus__name")
    )
    return sorted((Candidate(**row) for row in found.order_by("call_sign")[:LIMIT]), key=_order)


def _order(candidate: Candidate) -> tuple[bool, int]:
    return (not candidate.cit, FAR if candidate.minutes is None else candidate.minutes)
