"""Taking back a mistake of the last minute: the ledger keeps the mistake and says beside it that it was one."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Min, Q
from django.utils.translation import gettext as _

from core.actors import Actor
from core.moves import advance, lock
from incidents.models import Assignment, Incident
from incidents.services.assignments import nobody_leads
from incidents.workflow import ACTIVE_ASSIGNMENT


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


def closing(incident: Incident, *, actor: Actor, at: datetime) -> Incident:
    """The incident is not closed."""
    none: dict[str, Any] = {"closed_at": None, "close_reason": ""}
    return advance(incident, "unclose", actor=actor, expected_version=None, at=at, **none)


def _back(assignment: Assignment, move: str, actor: Actor, at: datetime, **none: Any) -> Assignment:
    facts = {"unit": assignment.officer.call_sign}
    return advance(assignment, move, actor=actor, expected_version=None, at=at, facts=facts, **none)


STEPS = {"clear": clearing, "on_scene": arrival, "en_route": start}
