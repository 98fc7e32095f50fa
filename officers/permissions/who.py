"""The sets of roles and the relations that the areas' tables are written in."""

from typing import Any
from uuid import UUID

from core.actors import Actor
from officers.roles import Role

SUPERVISOR = frozenset({Role.SUPERVISOR.value})
COORDINATOR = frozenset({Role.TRAINING.value})
# Who keeps the roster.
KEEPER = SUPERVISOR | COORDINATOR
DESK = frozenset({Role.DISPATCHER.value, Role.SUPERVISOR.value})
# Who has a row of their own on the roster.
STAFF = frozenset({Role.POLICE_OFFICER.value, Role.SECURITY_OFFICER.value, Role.DISPATCHER.value})
# The roles that the roster gives: those of the line, and those that only a supervisor gives or takes.
WORKING = STAFF
LEADING = frozenset({Role.SUPERVISOR.value, Role.TRAINING.value})
RESPONDER = frozenset({Role.POLICE_OFFICER.value, Role.SECURITY_OFFICER.value})


def own_row(actor: Actor, officer: Any) -> bool:
    """The person's own row of the roster."""
    return _is(actor, officer.user_id)


def own_item(actor: Actor, item: Any) -> bool:
    """Something of the person's own row: a shift, leave, a booking."""
    return _is(actor, item.officer.user_id)


def not_own_item(actor: Actor, item: Any) -> bool:
    """Nobody decides about themselves."""
    return not own_item(actor, item)


def own_certificate(actor: Actor, certification: Any) -> bool:
    """The person's own completion."""
    return _is(actor, certification.user_id)


def not_own_certificate(actor: Actor, certification: Any) -> bool:
    """Nobody verifies their own completion."""
    return not own_certificate(actor, certification)


def _is(actor: Actor, user_id: UUID) -> bool:
    return actor.id is not None and actor.id == user_id
