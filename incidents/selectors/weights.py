"""The weights of the recommendation, as the agency set them."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from core.actors import Actor
from core.permissions import require
from incidents.models import RankingWeights
from incidents.ranking import Weights
from incidents.ranking.weights import NAMES
from officers.models import Agency

SHOWN = 12


def in_force(agency_id: UUID) -> Weights:
    """The latest version; the standard one where the agency never set any."""
    row = RankingWeights.objects.filter(agency_id=agency_id).values("version", *NAMES).first()
    return Weights(**row) if row else Weights()


def agency(actor: Actor) -> Agency:
    """The agency whose weights the actor may set."""
    require(actor, "weights.set")
    return Agency.objects.get(pk=actor.agency_id)


def versions(actor: Actor) -> list[RankingWeights]:
    """The latest versions with who set them."""
    require(actor, "weights.set")
    rows = RankingWeights.objects.filter(agency_id=actor.agency_id).select_related("set_by")
    return list(rows.order_by("-version")[:SHOWN])


def numbers(weights: Weights) -> dict[str, Any]:
    """The weights by name, without their version."""
    return {name: value for name, value in asdict(weights).items() if name in NAMES}
