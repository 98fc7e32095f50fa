"""Commands that were typed and run, so that the last one can be taken back."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.models.incident import Incident
from officers.models import AgencyRecord, User


class CommandRun(AgencyRecord):
    """What ran, without the free words of a note. `undo` names the service and the keys that take it back."""

    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=8)
    incident = TenantForeignKey(Incident, null=True, blank=True, related_name="+")
    undo = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["by", "-at"], name="command_last")]
