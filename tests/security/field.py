"""What an officer at the scene asked for, for the walk over every route."""

from uuid import UUID, uuid4

from incidents.models import Incident
from incidents.services import asks
from tests.cast import NOON, District


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    me = district.officer(district.cit_officer)
    return {"requests": asks.ask(incident, actor=me, what="supervisor", client_key=uuid4(), at=NOON).pk}
