"""Versions of the dispatcher's script."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.console_vocabulary import ScriptState
from incidents.console_workflow import SCRIPT
from officers.models import AgencyFlow, User


class Script(AgencyFlow):
    """One version: questions, answers, what they raise and whom they bring. Version 1 is the standard, never stored.

    What `content` may hold is in `incidents.scripting`; once approved it never changes, and `sha256` proves it.
    """

    workflow = SCRIPT
    case_id = None

    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=ScriptState.choices, default=ScriptState.DRAFT)
    title = models.CharField(max_length=80)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64, blank=True)
    # What was run beside the version in use, by its hash; only this very content may be put in use.
    tried_sha256 = models.CharField(max_length=64, blank=True)
    tried_at = models.DateTimeField(null=True)
    written_by = TenantForeignKey(User, related_name="+")
    approved_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    active_from = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="script_number"),
            models.UniqueConstraint(fields=["agency"], condition=models.Q(status="active"), name="script_one_active"),
            models.CheckConstraint(condition=models.Q(number__gt=1), name="script_after_standard"),
        ]

    def __str__(self) -> str:
        return str(self.number)
