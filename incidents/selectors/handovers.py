"""Offers of incidents to other desks."""

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from incidents.models import Desk, Handover, Incident

SHOWN = 20


def one(actor: Actor, pk: object, code: str) -> Handover:
    """An offer, open or not, for whoever may do this to it."""
    rows = Handover.objects.select_related("incident__campus", "to_desk", "from_desk", "by")
    return fetch_for(rows, actor, pk, code)


def standing(actor: Actor, incident: Incident) -> Handover | None:
    """The open offer."""
    rows = visible(Handover.objects.select_related("to_desk", "from_desk", "by"), actor)
    return rows.filter(incident=incident, ended_at__isnull=True).first()


def past(actor: Actor, incident: Incident) -> list[Handover]:
    """What was offered before, the latest first."""
    rows = visible(Handover.objects.select_related("to_desk", "by", "taken_by"), actor)
    return list(rows.filter(incident=incident, ended_at__isnull=False).order_by("-at")[:SHOWN])


def desks(actor: Actor) -> QuerySet[Desk]:
    """Where an incident can go."""
    require(actor, "incident.transfer")
    return Desk.objects.filter(agency_id=actor.agency_id, active=True)
