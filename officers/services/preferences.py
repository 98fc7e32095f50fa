"""How a person wants the screens."""

from core.actors import Actor
from officers.models import User


def keep(*, actor: Actor, theme: str, density: str, language: str, keys: str = "", hand: str = "") -> None:
    """Keep the person's own choice; it concerns nobody else, so it is no event."""
    chosen = {"theme": theme, "density": density, "language": language, "keys": keys, "hand": hand}
    User.objects.filter(pk=actor.person).update(**chosen)
