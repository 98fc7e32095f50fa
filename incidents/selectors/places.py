"""Where a call can come from."""

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import require
from officers.models import Campus, Room


def campuses(actor: Actor) -> QuerySet[Campus]:
    """The campuses of the agency, for whoever logs calls."""
    require(actor, "call.log")
    return Campus.objects.filter(agency_id=actor.agency_id).select_related("agency")


def rooms(actor: Actor) -> QuerySet[Room]:
    """The rooms of the agency with their buildings, campus by campus."""
    require(actor, "call.log")
    rows = Room.objects.filter(agency_id=actor.agency_id).select_related("building__campus")
    return rows.order_by("building__campus__name", "building__name", "name")
