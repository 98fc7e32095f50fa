"""Ending an incident with the units that are still at it."""

from datetime import datetime

from django.db import transaction

from core import clock
from core.actors import Actor
from core.moves import advance, lock
from core.permissions import require
from incidents.console_vocabulary import ReleaseReason
from incidents.models import Incident
from incidents.services import crew, incidents
from incidents.workflow import ACTIVE_ASSIGNMENT


def clear_all(
    incident: Incident, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Incident:
    """Every unit is free in the same instant, and the incident is over for dispatch."""
    moment = at or clock.now()
    require(actor, "incident.close", incident)
    with transaction.atomic():
        held = lock(incident)
        for part in held.assignments.filter(status__in=ACTIVE_ASSIGNMENT).select_related("officer"):
            crew.free(part, actor, None, moment, ReleaseReason.ENDED)
        return advance(held, "clear", actor=actor, expected_version=expected_version, at=moment)


def finish(
    incident: Incident, *, actor: Actor, expected_version: int | None, close_reason: str, at: datetime | None = None
) -> Incident:
    """Close, and free whoever is still there; while a record is missing nobody is freed and nothing is closed."""
    moment = at or clock.now()
    with transaction.atomic():
        held = lock(incident)
        known = expected_version
        if held.status == "dispatched":
            held, known = clear_all(held, actor=actor, expected_version=known, at=moment), None
        return incidents.close(held, actor=actor, expected_version=known, close_reason=close_reason, at=moment)
