"""Hand-offs: those that nobody has taken yet, those of one incident, and whom to call next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch, fetch_for, visible
from incidents.console_vocabulary import Destination, HandoffState
from incidents.console_workflow import OPEN_HANDOFF
from incidents.models import Handoff, Incident

SHOWN, ON_BOARD = 20, 500
# Whom to call when one does not take over. After the last one an officer goes: a P3 response.
NEXT = {
    Destination.COUNSELOR.value: Destination.MOBILE_CRISIS.value,
    Destination.MOBILE_CRISIS.value: Destination.CRISIS_LINE.value,
    Destination.CRISIS_LINE.value: Destination.LIFELINE_988.value,
    Destination.LIFELINE_988.value: Destination.CRISIS_LINE.value,
    Destination.EMS.value: Destination.CENTER_911.value,
    Destination.CITY_POLICE.value: Destination.CENTER_911.value,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One open hand-off as the queue shows it: "Calling 988 1:40"."""

    incident: UUID
    destination: str
    status: str
    since: datetime


def open_ones(agency_id: UUID | None = None) -> QuerySet[Handoff]:
    """Every hand-off that nobody has taken yet, of one agency or of all: what clocks watch."""
    rows = Handoff.objects.filter(status__in=OPEN_HANDOFF).select_related("incident")
    return rows if agency_id is None else rows.filter(agency_id=agency_id)


def open_on_board(actor: Actor) -> list[Waiting]:
    """The open hand-offs that exist for the actor, the longest waiting first, in one statement."""
    rows = visible(Handoff.objects.filter(status__in=OPEN_HANDOFF), actor).order_by("started_at")
    return [
        Waiting(row.incident_id, row.get_destination_display(), row.status, row.started_at) for row in rows[:ON_BOARD]
    ]


def of_incident(actor: Actor, incident: Incident) -> list[Handoff]:
    """The hand-offs of one incident, the latest first."""
    rows = visible(Handoff.objects.select_related("started_by"), actor).filter(incident=incident)
    return list(rows.order_by("-started_at")[:SHOWN])


def next_after(rows: Iterable[Handoff]) -> str:
    """Whom to call now that the last one did not take over; empty when somebody else is at it or nobody is left."""
    found = list(rows)
    if not found or found[0].status != HandoffState.FAILED:
        return ""
    tried = {row.destination for row in found}
    following = NEXT.get(found[0].destination, "")
    return "" if following in tried else following


def one(actor: Actor, pk: object) -> Handoff:
    """A hand-off that exists for this actor."""
    return fetch(Handoff.objects.select_related("incident__campus"), actor, pk)


def to_try(actor: Actor, pk: object, name: str) -> Handoff:
    """The hand-off of a sent form: the permission is asked before the input."""
    code = Handoff.workflow.permission(name)
    return fetch_for(Handoff.objects.select_related("incident__campus"), actor, pk, code)
