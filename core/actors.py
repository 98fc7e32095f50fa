"""Who acts. An actor is passed to every service and selector; nothing reads it from a global."""

from dataclasses import dataclass, field
from uuid import UUID

from core.errors import Undeclared

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, task or command that asks.

    `agency_id` is the tenant, `roles` the role slugs held there, `places` the places those roles are
    limited to. `id` is None for the system itself.
    """

    agency_id: UUID
    id: UUID | None = None
    roles: frozenset[str] = frozenset()
    places: frozenset[UUID] = field(default_factory=frozenset)
    name: str = ""

    @property
    def person(self) -> UUID:
        """The key of the person; the system takes no calls and writes no reports."""
        if self.id is None:
            raise Undeclared("this needs a person, and the system asked")
        return self.id

    def holds(self, *roles: str) -> bool:
        """Whether any of these roles is held."""
        return not self.roles.isdisjoint(roles)


def system(agency_id: UUID) -> Actor:
    """The actor of scheduled work inside one agency."""
    return Actor(agency_id=agency_id, roles=frozenset({SYSTEM}), name=SYSTEM)
