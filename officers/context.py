"""Who is looking, for every template."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from officers.models import User
from officers.roles import Role


@dataclass(frozen=True, slots=True)
class Person:
    """The signed-in person as the page head shows them."""

    name: str = ""
    roles: tuple[str, ...] = ()
    theme: str = ""
    density: str = ""
    language: str = "en"
    keys: str = ""
    hand: str = ""
    signed_in: bool = False


def person(request: HttpRequest) -> dict[str, Any]:
    """The person of this request, from what the middleware has already read."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"person": Person()}
    actor = getattr(request, "actor", None)
    roles = tuple(sorted(str(Role(role).label) for role in actor.roles)) if actor else ()
    chosen = (user.theme, user.density, user.language, user.keys, user.hand)
    return {"person": Person(user.name, roles, *chosen, signed_in=True)}
