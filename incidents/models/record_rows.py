"""What hangs on a record and stays: its officers, its amendments, its files."""

from typing import Any

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.models.assignment import Assignment
from incidents.models.record import DeescalationRecord
from incidents.record_vocabulary import SceneRole
from incidents.workflow import AMENDMENT, AmendmentState
from officers.models import AgencyRecord, CaseRecord, Officer, StoredFile, User
from officers.roles import License


class RecordOfficer(AgencyRecord):
    """One officer at the scene, with what they were on that day: written once, never worked out again."""

    record = TenantForeignKey(DeescalationRecord, related_name="officers")
    officer = TenantForeignKey(Officer, related_name="+")
    assignment = TenantForeignKey(Assignment, null=True, blank=True, related_name="+")
    scene_role = models.CharField(max_length=16, choices=SceneRole.choices)
    arrived_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    cit_active = models.BooleanField()
    cit_course = models.CharField(max_length=12, blank=True)
    cit_completed_on = models.DateField(null=True)
    cit_expires_on = models.DateField(null=True)
    mho_active = models.BooleanField(null=True)
    license_type = models.CharField(max_length=24, choices=License.choices, blank=True)
    years_of_service = models.PositiveSmallIntegerField(null=True)
    # The officer has read the filed record and says that it is theirs too.
    confirmed_at = models.DateTimeField(null=True)
    confirmed_version = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["arrived_at", "officer__call_sign"]
        constraints = [models.UniqueConstraint(fields=["record", "officer"], name="record_officer_once")]


class RecordAmendment(CaseRecord):
    """A change of a locked record: proposed by one, approved by another. Old and new stay readable for ever."""

    workflow = AMENDMENT

    record = TenantForeignKey(DeescalationRecord, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=AmendmentState.choices, default=AmendmentState.PROPOSED)
    section = models.CharField(max_length=32)
    old: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    new: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    reason = models.CharField(max_length=1000)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    decided_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="record_amendment_number"),
            models.CheckConstraint(
                condition=models.Q(status="proposed") | models.Q(decided_by__isnull=False, decided_at__isnull=False),
                name="record_amendment_decided",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("by")),
                name="record_amendment_by_another",
            ),
        ]


class RecordFile(AgencyRecord):
    """A picture or a document that belongs to a record."""

    case_id = models.UUIDField()
    record = TenantForeignKey(DeescalationRecord, related_name="files")
    file = TenantForeignKey(StoredFile, related_name="+")
    label = models.CharField(max_length=120)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
