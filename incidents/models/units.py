"""Calls that wait for an officer, incidents handed to another desk, and lookouts."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.console_vocabulary import LookoutKind, LookoutState, PendingEnd
from incidents.console_workflow import LOOKOUT
from incidents.models.desk import Desk
from incidents.models.incident import Incident
from officers.models import AgencyFlow, AgencyRecord, Campus, Officer, User


class PendingCall(AgencyRecord):
    """An incident that an officer takes when free: stacked, not sent."""

    incident = TenantForeignKey(Incident, related_name="pending")
    officer = TenantForeignKey(Officer, related_name="pending")
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_as = models.CharField(max_length=12, choices=PendingEnd.choices, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "officer"], condition=models.Q(ended_at__isnull=True), name="pending_once"
            )
        ]
        indexes = [
            models.Index(fields=["officer"], name="pending_of_officer", condition=models.Q(ended_at__isnull=True))
        ]


class Handover(AgencyRecord):
    """An incident offered to another desk with a note; it is theirs when they take it."""

    incident = TenantForeignKey(Incident, related_name="handovers")
    from_desk = TenantForeignKey(Desk, null=True, blank=True, related_name="+")
    to_desk = TenantForeignKey(Desk, related_name="+")
    note = models.TextField(max_length=4000)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    taken_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    # Taken, withdrawn, or ended with the incident.
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], condition=models.Q(ended_at__isnull=True), name="handover_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(taken_at__isnull=True) | models.Q(ended_at__isnull=False),
                name="handover_taken_ended",
            ),
        ]


class Lookout(AgencyFlow):
    """Be on the lookout, or attempt to locate: what everyone on duty should watch for, until a moment."""

    workflow = LOOKOUT
    case_id = None

    number = models.CharField(max_length=12)
    status = models.CharField(max_length=12, choices=LookoutState.choices, default=LookoutState.OPEN)
    kind = models.CharField(max_length=8, choices=LookoutKind.choices)
    text = models.TextField(max_length=1000)
    incident = TenantForeignKey(Incident, null=True, blank=True, related_name="lookouts")
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="+")
    issued_by = TenantForeignKey(User, related_name="+")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["expires_at"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="lookout_number"),
            models.CheckConstraint(condition=models.Q(expires_at__gt=models.F("issued_at")), name="lookout_expires"),
        ]
        indexes = [
            models.Index(
                fields=["agency", "expires_at"], name="lookout_open", condition=models.Q(status=LookoutState.OPEN)
            )
        ]

    def __str__(self) -> str:
        return self.number
