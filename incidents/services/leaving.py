"""What goes on when a unit has left an incident or the incident is over, in the transaction of that event."""

from datetime import datetime
from typing import Any

from incidents.console_vocabulary import PendingEnd
from incidents.models import Assignment, Handover, PendingCall
from incidents.workflow import ACTIVE_ASSIGNMENT

GONE = ("assignment.cleared", "assignment.cancelled")
OVER = ("incident.closed", "incident.cancelled", "incident.merged")


def pass_the_lead(event: str, assignment: Any, at: datetime) -> None:
    """Whoever was sent first of those who stay leads now; the incident's row is held by whoever frees a unit."""
    if not assignment.primary:
        return
    Assignment.objects.filter(pk=assignment.pk).update(primary=False)
    assignment.primary = False
    others = Assignment.objects.filter(incident=assignment.incident_id, status__in=ACTIVE_ASSIGNMENT)
    first = others.order_by("dispatched_at", "created_at").values_list("pk", flat=True).first()
    if first is not None:
        Assignment.objects.filter(pk=first).update(primary=True)


def end_what_waits(event: str, incident: Any, at: datetime) -> None:
    """Nobody waits to be sent to it any more, and no desk is asked to take it."""
    waiting = PendingCall.objects.filter(incident=incident.pk, ended_at__isnull=True)
    waiting.update(ended_at=at, ended_as=PendingEnd.ENDED)
    Handover.objects.filter(incident=incident.pk, ended_at__isnull=True).update(ended_at=at)
