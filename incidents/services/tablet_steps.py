"""Entries that change a state: a step of the own assignment, one step back, and a draft of the record."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from core.errors import BrokenRule, Conflict
from core.moves import lock
from incidents.models import Assignment
from incidents.selectors import assignments as parts
from incidents.selectors import records as written
from incidents.services import assignments, records, undoing
from incidents.services.tablet_effects import APPENDED, CHANGED, Effect, Given, Stale, now


def status(given: Given) -> Effect:
    """A step of the own assignment, never before the step that led to it."""
    part = _part(given)
    move = given.data["move"]
    try:
        moved = _TAKEN_BACK[move](part, given) if move in _TAKEN_BACK else _step(part, given)
    except Conflict as refusal:
        raise Stale(refusal, now(parts.one(given.actor, part.pk))) from refusal
    return Effect(moved.pk, CHANGED, moved)


def acknowledge(given: Given) -> Effect:
    """The officer has read it, when they tapped; neither a second time nor a step meanwhile is a conflict."""
    part = _part(given)
    at = max(given.at, part.dispatched_at)
    return Effect(part.pk, APPENDED, assignments.acknowledge(part, actor=given.actor, at=at))


def _part(given: Given) -> Assignment:
    part = parts.one(given.actor, given.data["assignment"])
    if part.incident_id != given.incident.pk:
        raise BrokenRule(_("This assignment belongs to another incident."))
    return part


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


def record_draft(given: Given) -> Effect:
    """The first draft opens the record; a later one says which version it goes on from."""
    key, answers = given.data.get("record"), given.data["answers"]
    if key is None:
        role = given.data["subject_role"]
        record = records.begin(given.incident, actor=given.actor, role=role, name="", grade="", at=given.at)
    else:
        record = written.to_try(given.actor, key, "revise")
    if record.incident_id != given.incident.pk:
        raise BrokenRule(_("This record belongs to another incident."))
    try:
        saved = records.save(record, actor=given.actor, expected_version=given.version, at=given.at, **answers)
    except Conflict as refusal:
        raise Stale(refusal, now(written.one(given.actor, record.pk))) from refusal
    return Effect(saved.pk, CHANGED if key else APPENDED)


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
