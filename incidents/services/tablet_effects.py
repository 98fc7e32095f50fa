"""What a handler of a tablet's entry is given, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from core.actors import Actor
from core.errors import Conflict
from core.models import Flowing
from core.moves import open_moves
from incidents.models import Assignment, Incident

CHANGED, APPENDED = 200, 201


class Stale(Conflict):
    """The state has moved on; both sides are shown and the officer decides again."""

    status = 412
    code = "stale"

    def __init__(self, message: object, current: Mapping[str, object]) -> None:
        super().__init__(message)
        self.current = dict(current)


@dataclass(frozen=True, slots=True)
class Given:
    """`key` is the identity of what is appended, `at` when it happened, `recorded_at` when it came."""

    incident: Incident
    actor: Actor
    key: UUID
    at: datetime
    recorded_at: datetime
    version: int | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Effect:
    """What was done: the row, and the assignment when its state changed."""

    id: UUID
    code: int = APPENDED
    assignment: Assignment | None = None


def now(record: Flowing) -> dict[str, object]:
    """The present state in words, for a refusal."""
    return {"version": record.version, "status": record.status, "words": record.get_status_display()}


def shown(part: Assignment, actor: Actor) -> dict[str, object]:
    """The assignment as the tablet goes on with it."""
    actions = [move.name for move in open_moves(part, actor)]
    return {"id": str(part.pk), "version": part.version, "status": part.status, "actions": actions}
