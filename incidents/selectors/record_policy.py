"""What an agency has decided for its records."""

from uuid import UUID

from core.actors import Actor
from core.permissions import require
from incidents.models import RecordPolicy


def policy_of(agency_id: UUID) -> RecordPolicy:
    """The agency's rules, or those of an agency that has set none."""
    return RecordPolicy.objects.filter(agency=agency_id).first() or RecordPolicy(agency_id=agency_id)


def policy(actor: Actor) -> RecordPolicy:
    """The same, for whoever sets them."""
    require(actor, "record_policy.set")
    return policy_of(actor.agency_id)
