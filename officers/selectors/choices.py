"""What people choose from when they plan: each list is one agency's own."""

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import visible
from officers.models import Campus, CampusKind, Officer, Shift, ShiftTemplate


def people(actor: Actor) -> QuerySet[Officer]:
    """Everybody on the roster now."""
    rows = Officer.objects.filter(agency_id=actor.agency_id, active=True)
    return rows.select_related("user", "agency").order_by("call_sign")


def campuses(actor: Actor) -> QuerySet[Campus]:
    """The campuses of the district."""
    return Campus.objects.filter(agency_id=actor.agency_id).exclude(kind=CampusKind.OTHER)


def templates(actor: Actor) -> QuerySet[ShiftTemplate]:
    """The templates in use."""
    return visible(ShiftTemplate.objects.filter(active=True), actor)


def exchangeable(actor: Actor) -> QuerySet[Shift]:
    """Planned shifts that an exchange may name; whether one is still ahead is the service's question."""
    rows = visible(Shift.objects.filter(status="scheduled", officer__active=True), actor)
    return rows.select_related("officer__user", "officer__agency").order_by("starts_at", "officer__call_sign")
