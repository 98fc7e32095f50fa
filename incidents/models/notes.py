"""What is added to an incident while it is handled; nothing is changed, corrections are new rows."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.models.incident import Incident
from officers.models import AgencyRecord, StoredFile, User

LONGEST = 100_000


class IncidentNote(AgencyRecord):
    """A note, or the correction of one."""

    case_id = models.UUIDField()
    incident = TenantForeignKey(Incident, related_name="notes")
    text = models.TextField(max_length=LONGEST)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    corrects = TenantForeignKey("incidents.IncidentNote", null=True, blank=True, related_name="corrections")

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["incident", "at"], name="incident_note_time")]


class IncidentFile(AgencyRecord):
    """A picture or document that belongs to the incident."""

    case_id = models.UUIDField()
    incident = TenantForeignKey(Incident, related_name="files")
    file = TenantForeignKey(StoredFile, related_name="+")
    label = models.CharField(max_length=120)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["incident", "at"], name="incident_file_time")]


class ResponsePlan(AgencyRecord):
    """How to meet one student well: what responders read, until it expires. A change is a new version."""

    student_number = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField(default=1)
    caution = models.CharField(max_length=200, blank=True)
    helps = models.CharField(max_length=400)
    avoid = models.CharField(max_length=400, blank=True)
    written_by = TenantForeignKey(User, related_name="+")
    approved_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    reviewed_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)

    class Meta:
        ordering = ["student_number", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "student_number", "number"], name="response_plan_version"),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | models.Q(expires_on__isnull=False),
                name="response_plan_expires",
            ),
        ]
