"""What waits for a person, gathered from the apps that know."""

from core.actors import Actor
from core.web.pages import Waiting


def waiting_for(actor: Actor) -> list[Waiting]:
    """Nothing yet."""
    return []
