"""Who can be sent now, in order: the snapshot and the agency's weights, put through the one rule."""

from datetime import datetime

from core.actors import Actor
from core.permissions import require
from incidents.models import Incident
from incidents.ranking import Recommendation, rank
from incidents.selectors.snapshot import officers, snapshot
from incidents.selectors.weights import in_force

__all__ = ["officers", "recommendation"]


def recommendation(actor: Actor, incident: Incident, at: datetime) -> Recommendation:
    """Whom to send to this incident, in order, with the reasons: five statements, however many officers there are."""
    require(actor, "incident.dispatch", incident)
    return rank(snapshot(actor, incident, at), in_force(actor.agency_id))
