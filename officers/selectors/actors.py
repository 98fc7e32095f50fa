"""Who a signed-in person is."""

from core.actors import Actor
from officers.models import User


def actor_of(user: User) -> Actor:
    """What this person is, now; a deactivated person holds no role."""
    grants = list(user.grants.filter(active=True).values_list("role", "campus_id")) if user.is_active else []
    return Actor(
        agency_id=user.agency_id,
        id=user.pk,
        roles=frozenset(role for role, _ in grants),
        places=frozenset(campus for _, campus in grants if campus),
        name=user.name,
    )
