"""What each kind of command does, through the services that its button uses. Whoever refuses is answered, not lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.models import Flowing
from core.moves import lock, open_moves
from incidents.models import Assignment, Incident
from incidents.selectors import assignments as parts
from incidents.services import assignments, notes, undoing

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
    """What a handler works with: `key` is the identity of what it appends, `at` when it happened."""

    incident: Incident
    actor: Actor
    key: UUID
    at: datetime
    version: int | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Effect:
    """What was done: the row, and the assignment when its state changed."""

    id: UUID
    code: int = APPENDED
    assignment: Assignment | None = None


def note(given: Given) -> Effect:
    """A note whose key is the entry's."""
    made = notes.add_entered(given.incident, actor=given.actor, key=given.key, text=given.data["text"], at=given.at)
    return Effect(made.pk)


def status(given: Given) -> Effect:
    """A step of the own assignment, never before the step that led to it."""
    part = parts.one(given.actor, given.data["assignment"])
    if part.incident_id != given.incident.pk:
        raise BrokenRule(_("This assignment belongs to another incident."))
    move = given.data["move"]
    try:
        moved = _TAKEN_BACK[move](part, given) if move in _TAKEN_BACK else _step(part, given)
    except Conflict as refusal:
        raise Stale(refusal, now(parts.one(given.actor, part.pk))) from refusal
    return Effect(moved.pk, CHANGED, moved)


def _step(part: Assignment, given: Given) -> Assignment:
    service = _STEPS[given.data["move"]]
    times = (given.at, part.dispatched_at, part.en_route_at, part.on_scene_at)
    at = max(time for time in times if time is not None)
    return service(part, actor=given.actor, expected_version=given.version, at=at)


def _back(service: Callable[..., Assignment]) -> Callable[[Assignment, Given], Assignment]:
    def take_back(part: Assignment, given: Given) -> Assignment:
        # In the order in which every service takes them: the incident, then its part.
        lock(given.incident)
        if lock(part).version != given.version:
            raise Conflict(_("This was changed by someone else a moment ago."))
        return service(part, actor=given.actor, at=given.at)

    return take_back


def now(record: Flowing) -> dict[str, object]:
    """The present state in words, for a refusal."""
    return {"version": record.version, "status": record.status, "words": record.get_status_display()}


def shown(part: Assignment, actor: Actor) -> dict[str, object]:
    """The assignment as the tablet goes on with it."""
    actions = [move.name for move in open_moves(part, actor)]
    return {"id": str(part.pk), "version": part.version, "status": part.status, "actions": actions}


_STEPS: dict[str, Callable[..., Assignment]] = {
    "start": assignments.start,
    "arrive": assignments.arrive,
    "clear": assignments.clear,
}
_TAKEN_BACK: dict[str, Callable[[Assignment, Given], Assignment]] = {
    "unstart": _back(undoing.start),
    "unarrive": _back(undoing.arrival),
    "unclear": _back(undoing.clearing),
}
HANDLERS: dict[str, Callable[[Given], Effect]] = {"note": note, "status": status}
