"""Who sits where: the desk of a person, and what there is to see of all desks."""

from core.actors import Actor
from incidents.models import Desk


def current_desk(actor: Actor) -> Desk | None:
    """The desk at which the actor sits now; None for whoever has not signed on."""
    rows = Desk.objects.filter(agency_id=actor.agency_id)
    return rows.filter(turns__user=actor.id, turns__ended_at__isnull=True).first()


# What a new incident takes its desk from.
of = current_desk
