"""The de-escalation record: the officer's structured report of a crisis encounter."""

from typing import Any

from django.db import models
from django.utils.functional import Promise

from core.tenancy import TenantForeignKey
from incidents.encounter import facts_of, problems
from incidents.models.incident import Incident, Subject
from incidents.models.record_columns import rows, several
from incidents.models.record_parts import About, Danger, Diversion, Done, Ended, Scene
from incidents.workflow import RECORD, RecordState
from officers.models import AgencyRecord, CaseRecord, User


class DeescalationRecord(Scene, About, Danger, Done, Ended, Diversion, CaseRecord):
    """What one officer saw, did and what came of it. Nothing is preselected: empty is "not answered"."""

    workflow = RECORD

    # Empty on records that were begun before records had numbers.
    number = models.CharField(max_length=16, blank=True)
    record_domain = models.CharField(max_length=4, default="leu", editable=False)
    incident = TenantForeignKey(Incident, related_name="records")
    subject = TenantForeignKey(Subject, related_name="records")
    author = TenantForeignKey(User, related_name="+")
    status = models.CharField(max_length=12, choices=RecordState.choices, default=RecordState.DRAFT)
    nature = several()
    # What the author saw; what they were told is below, with who said so.
    behaviors = several()
    behaviors_reported = rows()
    precipitant = several()
    narrative = models.TextField(max_length=8000, blank=True)
    return_comment = models.TextField(max_length=1000, blank=True)
    submitted_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    # Force and the grade rule are read before the rest; deadly force and a death by the chief too.
    force_reviewed_at = models.DateTimeField(null=True)
    force_reviewed_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    chief_reviewed_at = models.DateTimeField(null=True)
    chief_reviewed_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    locked_at = models.DateTimeField(null=True)
    # What the record said when it was locked, and its hash: this never changes again.
    frozen: "models.JSONField[dict[str, Any] | None, dict[str, Any] | None]" = models.JSONField(null=True)
    frozen_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "subject", "author"], name="record_per_author_and_subject"),
            models.UniqueConstraint(
                fields=["agency", "number"], condition=~models.Q(number=""), name="record_number_once"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=("draft", "returned"))
                | (models.Q(force_highest__isnull=False) & ~models.Q(primary_outcome="")),
                name="record_filed_whole",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="locked")
                | (models.Q(locked_at__isnull=False, frozen__isnull=False) & ~models.Q(frozen_sha256="")),
                name="record_locked_frozen",
            ),
        ]
        indexes = [
            models.Index(
                fields=["agency", "approved_at"],
                name="record_to_lock",
                condition=models.Q(status="approved"),
            ),
        ]

    @property
    def all_outcomes(self) -> list[str]:
        """The primary outcome first, then the others."""
        return list(dict.fromkeys([self.primary_outcome, *self.outcomes]))

    def problems(self) -> dict[str, str | Promise]:
        """What still keeps this record from being filed: field name to sentence."""
        return problems(facts_of(self))

    @property
    def behavior_rows(self) -> list[dict[str, str]]:
        """What was seen, then what was told and by whom."""
        seen = [{"behavior": slug, "source": "observed", "reported_by": ""} for slug in self.behaviors]
        told = [{"reported_by": "", **row, "source": "reported"} for row in self.behaviors_reported]
        return seen + told

    @property
    def all_behaviors(self) -> list[str]:
        """Each behavior once, whoever saw it."""
        return list(dict.fromkeys(row["behavior"] for row in self.behavior_rows))


class RecordPolicy(AgencyRecord):
    """What one agency has decided for its records."""

    lock_after_hours = models.PositiveSmallIntegerField(default=72)
    # Whether a first-offender program exists, and whether the juvenile board's guidelines are on file.
    first_offender_program = models.BooleanField(null=True)
    informal_guidelines = models.BooleanField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency"], name="record_policy_one")]
