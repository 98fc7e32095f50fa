"""A warm hand-off: somebody else takes over, and dispatch knows who."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.console_vocabulary import Destination, HandoffOutcome, HandoffState
from incidents.console_workflow import HANDOFF
from incidents.models.incident import Incident
from officers.models import CaseRecord, User


class Handoff(CaseRecord):
    """To whom, when, by which reference. It stays on the board until it is confirmed or has failed."""

    workflow = HANDOFF

    incident = TenantForeignKey(Incident, related_name="handoffs")
    status = models.CharField(max_length=12, choices=HandoffState.choices, default=HandoffState.STARTED)
    destination = models.CharField(max_length=20, choices=Destination.choices)
    started_by = TenantForeignKey(User, related_name="+")
    started_at = models.DateTimeField()
    connected_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    spoke_with = models.CharField(max_length=80, blank=True)
    reference = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=16, choices=HandoffOutcome.choices, blank=True)

    class Meta:
        ordering = ["started_at"]
        indexes = [models.Index(fields=["incident", "started_at"], name="handoff_incident")]
