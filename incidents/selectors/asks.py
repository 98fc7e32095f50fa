"""What officers at scenes have asked for and nobody has seen to yet."""

from django.db.models import QuerySet

from core.actors import Actor
from core.permissions import fetch_for, require, visible
from incidents.models import FieldRequest

MOST = 100


def _rows() -> QuerySet[FieldRequest]:
    return FieldRequest.objects.select_related("incident__campus", "incident__room", "officer__user", "by")


def open_for(actor: Actor) -> list[FieldRequest]:
    """Those that exist for this actor: calls for help first, then the oldest."""
    rows = visible(_rows(), actor).filter(done_at__isnull=True)[:MOST]
    return sorted(rows, key=lambda row: (row.what != "help", row.at))


def of_agency(actor: Actor) -> list[FieldRequest]:
    """The same for every desk: calls for help first, then the oldest."""
    require(actor, "timer.acknowledge")
    return open_for(actor)


def to_end(actor: Actor, pk: object) -> FieldRequest:
    """One that this actor may end."""
    return fetch_for(_rows(), actor, pk, "field_request.end")
