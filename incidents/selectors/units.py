"""What is known of units beyond the roster: the zones to choose from."""

from uuid import UUID

from core.actors import Actor
from core.permissions import require
from officers.models import CampusGroup

ZONES = 12


def zones(actor: Actor) -> list[tuple[UUID, str]]:
    """The groups of campuses, by name."""
    require(actor, "incident.dispatch")
    rows = CampusGroup.objects.filter(agency_id=actor.agency_id).order_by("name")
    return list(rows.values_list("pk", "name")[:ZONES])
