"""Planned incidents: no clock runs for them until their time has come, and then they begin by themselves."""

from datetime import datetime

from core import clock
from core.actors import Actor, system
from core.errors import Conflict
from core.moves import advance
from incidents.models import Incident
from incidents.workflow import IncidentState

# More than one desk ever plans for one moment; what is left over is begun by the next run.
AT_ONCE = 200


def begin(incident: Incident, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> Incident:
    """Handle it now: its age counts from here. The desk may begin one early; the clock never does."""
    return advance(incident, "begin", actor=actor, expected_version=expected_version, at=at or clock.now())


def begin_due(at: datetime | None = None) -> int:
    """Begin all whose time has come, each by itself; answers how many. It carries nothing, so any run makes it good."""
    moment = at or clock.now()
    due = Incident.objects.filter(status=IncidentState.SCHEDULED, scheduled_for__lte=moment)
    return sum(_begun(incident, moment) for incident in due.order_by("scheduled_for")[:AT_ONCE])


def _begun(incident: Incident, at: datetime) -> bool:
    try:
        begin(incident, actor=system(incident.agency_id), expected_version=None, at=at)
    except Conflict:
        # A desk, or another worker, was faster: it has begun, or it was cancelled.
        return False
    return True
