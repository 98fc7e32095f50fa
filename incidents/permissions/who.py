"""The sets of roles that the rules of calls and incidents are written in, and who stands in which relation."""

from typing import Any

from core.actors import Actor
from officers.roles import Role

DISPATCH = frozenset({Role.DISPATCHER.value, Role.SUPERVISOR.value})
RESPONDER = frozenset({Role.POLICE_OFFICER.value, Role.SECURITY_OFFICER.value})
SUPERVISOR = frozenset({Role.SUPERVISOR.value})


def own_assignment(actor: Actor, assignment: Any) -> bool:
    """The officer's own part in an incident."""
    return bool(assignment.officer.user_id == actor.id)


def was_sent(actor: Actor, incident: Any) -> bool:
    """An officer of this incident."""
    return bool(incident.assignments.filter(officer__user=actor.id).exists())


def own_record(actor: Actor, record: Any) -> bool:
    """The author's own report."""
    return bool(record.author_id == actor.id)
