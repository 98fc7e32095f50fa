"""Taking back a mistake of the last minute: the ledger keeps the mistake and says beside it that it was one."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Min, Q
from django.utils.translation import gettext as _

from core import clock
from core.actors import Actor
from core.errors import Conflict
from core.moves import advance, lock
from incidents.models import Assignment, Incident
from incidents.services.assignments import nobody_leads
from incidents.workflow import ACTIVE_ASSIGNMENT

# As long as the tablet offers it, and the time that a tap takes to arrive.
MOMENT, GRACE = timedelta(seconds=10), timedelta(seconds=3)


def sending(assignment: Assignment, *, actor: Actor, at: datetime) -> Assignment:
    """The unit was not sent; without another one the incident waits again."""
    with transaction.atomic():
        incident = lock(assignment.incident)
        facts = {"unit": assignment.officer.call_sign}
        taken = advance(
            assignment, "cancel", actor=actor, expected_version=None, at=at, facts=facts, cancel_reason=_("Undone")
        )
        if not incident.assignments.filter(status__in=ACTIVE_ASSIGNMENT).exists():
            advance(incident, "recall", actor=actor, expected_version=None, at=at, dispatched_at=None)
        return taken


def back(assignment: Assignment, to: str, *, actor: Actor, at: datetime) -> Assignment:
    """As many steps back as lead to `to`: a unit may have come on scene without being en route before."""
    with transaction.atomic():
        while assignment.status != to:
            assignment = STEPS[assignment.status](assignment, actor=actor, at=at)
    return assignment


def start(assignment: Assignment, *, actor: Actor, at: datetime) -> Assignment:
    """The officer is not en route yet."""
    return _back(assignment, "unstart", actor, at, en_route_at=None)


def arrival(assignment: Assignment, *, actor: Actor, at: datetime) -> Assignment:
    """The officer is not on scene yet; the incident's first arrivals are those of the others."""
    with transaction.atomic():
        incident = lock(assignment.incident)
        none: dict[str, Any] = {"on_scene_at": None, "cit_on_arrival": None, "cit_course": ""}
        taken = _back(assignment, "unarrive", actor, at, **none)
        first = incident.assignments.aggregate(
            anyone=Min("on_scene_at"), certified=Min("on_scene_at", filter=Q(cit_on_arrival=True))
        )
        incident.first_on_scene_at, incident.first_cit_on_scene_at = first["anyone"], first["certified"]
        incident.save(update_fields=["first_on_scene_at", "first_cit_on_scene_at"])
        return taken


def clearing(assignment: Assignment, *, actor: Actor, at: datetime) -> Assignment:
    """The officer is still there, and so is the incident."""
    with transaction.atomic():
        incident = lock(assignment.incident)
        # Leaving gave the lead away; whoever took it keeps it.
        taken = _back(assignment, "unclear", actor, at, clear_at=None, primary=nobody_leads(incident))
        if incident.status == "cleared":
            advance(incident, "resume", actor=actor, expected_version=None, at=at, cleared_at=None)
        return taken


def own_step(
    assignment: Assignment, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Assignment:
    """The last step of a part, for as long as a slip of the thumb is noticed; after that dispatch corrects it."""
    moment = at or clock.now()
    with transaction.atomic():
        lock(assignment.incident)
        held = lock(assignment)
        if expected_version is not None and held.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago."))
        if not undoable(held, moment):
            raise Conflict(_("The time to take this back is over. Ask dispatch to correct it."))
        return back(held, _before(held), actor=actor, at=moment)


def undoable(assignment: Assignment, at: datetime) -> bool:
    """Whether the last step was made just now."""
    stamp = STAMPS.get(assignment.status)
    made = getattr(assignment, stamp) if stamp else None
    return made is not None and timedelta() <= at - made <= MOMENT + GRACE


def _before(assignment: Assignment) -> str:
    """The status that the last step left; a unit may have come on scene without being en route before."""
    if assignment.status == "clear" and assignment.on_scene_at:
        return "on_scene"
    if assignment.status in ("clear", "on_scene") and assignment.en_route_at:
        return "en_route"
    return "dispatched"


def closing(incident: Incident, *, actor: Actor, at: datetime) -> Incident:
    """The incident is not closed."""
    none: dict[str, Any] = {"closed_at": None, "close_reason": ""}
    return advance(incident, "unclose", actor=actor, expected_version=None, at=at, **none)


def _back(assignment: Assignment, move: str, actor: Actor, at: datetime, **none: Any) -> Assignment:
    facts = {"unit": assignment.officer.call_sign}
    return advance(assignment, move, actor=actor, expected_version=None, at=at, facts=facts, **none)


STAMPS = {"en_route": "en_route_at", "on_scene": "on_scene_at", "clear": "clear_at"}
STEPS = {"clear": clearing, "on_scene": arrival, "en_route": start}
