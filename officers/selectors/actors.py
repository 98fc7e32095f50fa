"""Who a signed-in person is."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from core.actors import Actor
from core.prepared import Prepared
from officers.models import RoleGrant, User


def actor_of(user: User) -> Actor:
    """What this person is, now; a deactivated person holds no role."""
    grants = _GRANTS.rows(user_id=user.pk) if user.is_active else []
    return Actor(
        agency_id=user.agency_id,
        id=user.pk,
        roles=frozenset(row["role"] for row in grants),
        places=frozenset(row["campus_id"] for row in grants if row["campus_id"]),
        name=user.name,
    )


def _grants(user_id: UUID) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = RoleGrant.objects.filter(user=user_id, active=True).values("role", "campus_id")
    return rows


# Built once: every request asks it.
_GRANTS = Prepared(_grants, {"user_id": UUID(int=1)})
