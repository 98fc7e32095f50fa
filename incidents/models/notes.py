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
