"""What the law asks after an encounter: duties with a clock, tries to tell somebody, steps, forms and their words."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core.tenancy import TenantForeignKey
from incidents.law_vocabulary import (
    Attempted,
    DutyKind,
    DutyState,
    Expertise,
    FormState,
    Party,
    Recipient,
    StepKind,
    TemplateState,
    WaiveReason,
    Way,
)
from incidents.law_workflow import DUTY, FORM, TEMPLATE
from incidents.models.incident import Incident, Subject
from incidents.models.record import DeescalationRecord
from officers.models import AgencyFlow, AgencyRecord, User
from officers.roles import Role


class LegalTemplate(AgencyFlow):
    """One version of the words of a form in one language, in force from its day on until a later version's day.

    Once approved `content` never changes, and `sha256` proves it.
    """

    workflow = TEMPLATE
    case_id = None

    slug = models.CharField(max_length=32)
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    status = models.CharField(max_length=12, choices=TemplateState.choices, default=TemplateState.DRAFT)
    title = models.CharField(max_length=120)
    content = models.JSONField()
    # Where the words come from, and whether the district's counsel has still to confirm them.
    source_note = models.CharField(max_length=200, blank=True)
    confirm_with_counsel = models.BooleanField(default=True)
    sha256 = models.CharField(max_length=64, blank=True)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    # Null where it was shipped with the program.
    written_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    approved_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["slug", "language", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "slug", "language", "number"], name="legal_template_version"),
            models.UniqueConstraint(
                fields=["agency", "slug", "language", "effective_from"],
                condition=Q(status="active"),
                name="legal_template_one_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"


class Duty(AgencyFlow):
    """Something owed because of a record, by a time. `next_at` is its next warning; null when it needs none.

    `case_id` is empty where the timeline must not tell of it.
    """

    workflow = DUTY

    case_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=32, choices=DutyKind.choices)
    status = models.CharField(max_length=12, choices=DutyState.choices, default=DutyState.OPEN)
    record = TenantForeignKey(DeescalationRecord, related_name="duties")
    incident = TenantForeignKey(Incident, related_name="duties")
    subject = TenantForeignKey(Subject, related_name="duties")
    # Who owes it: a person, or, without one, whoever holds the role.
    owner = TenantForeignKey(User, null=True, blank=True, related_name="+")
    owner_role = models.CharField(max_length=24, choices=Role.choices)
    protected = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    # The event that first said so.
    started_by = models.CharField(max_length=40)
    clock = models.JSONField()
    due_at = models.DateTimeField()
    due_rule = models.CharField(max_length=20)
    # The school calendar did not reach that far, so working days were counted.
    due_assumed = models.BooleanField(default=False)
    warned = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    satisfied_at = models.DateTimeField(null=True)
    satisfied_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    effort = models.CharField(max_length=400, blank=True)
    late_reason = models.CharField(max_length=400, blank=True)
    waive_reason = models.CharField(max_length=24, choices=WaiveReason.choices, blank=True)
    waive_note = models.CharField(max_length=400, blank=True)
    waived_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    release_reason = models.CharField(max_length=400, blank=True)
    escalated_at = models.DateTimeField(null=True)
    escalated_to = models.CharField(max_length=24, choices=Role.choices, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_at"]
        constraints = [models.UniqueConstraint(fields=["record", "kind"], name="duty_once")]
        indexes = [
            models.Index(fields=["next_at"], name="duty_next", condition=Q(next_at__isnull=False)),
            models.Index(fields=["agency", "due_at"], name="duty_open", condition=Q(status="open")),
        ]


class DutyAttempt(AgencyRecord):
    """One try to tell somebody; sent twice it is one row."""

    duty = TenantForeignKey(Duty, related_name="attempts")
    party = models.CharField(max_length=24, choices=Party.choices)
    method = models.CharField(max_length=12, choices=Way.choices)
    outcome = models.CharField(max_length=16, choices=Attempted.choices)
    attempted_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True)
    by = TenantForeignKey(User, related_name="+")

    class Meta:
        ordering = ["attempted_at"]
        constraints = [
            models.UniqueConstraint(fields=["duty", "party", "method", "attempted_at", "by"], name="duty_attempt_once")
        ]


class DutyStep(AgencyRecord):
    """A step of a duty that has several, done once; of a meeting also who knew about what."""

    duty = TenantForeignKey(Duty, related_name="steps_done")
    step = models.CharField(max_length=24, choices=StepKind.choices)
    done_at = models.DateTimeField()
    by = TenantForeignKey(User, related_name="+")
    expertise = ArrayField(models.CharField(max_length=20, choices=Expertise.choices), default=list, blank=True)

    class Meta:
        ordering = ["done_at"]
        constraints = [models.UniqueConstraint(fields=["duty", "step"], name="duty_step_once")]


class LegalForm(AgencyFlow):
    """One document: its answers under one version of the words. Signed, neither changes; times at a facility follow."""

    workflow = FORM

    case_id = models.UUIDField(null=True)
    number = models.CharField(max_length=12)
    duty = TenantForeignKey(Duty, related_name="forms")
    template = TenantForeignKey(LegalTemplate, related_name="forms")
    status = models.CharField(max_length=12, choices=FormState.choices, default=FormState.DRAFT)
    content = models.JSONField(default=dict)
    begun_by = TenantForeignKey(User, related_name="+")
    signed_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    signed_name = models.CharField(max_length=80, blank=True)
    signed_at = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    apprehended_at = models.DateTimeField(null=True)
    presented_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True)
    refusal_reason = models.CharField(max_length=200, blank=True)
    custody_transferred_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="legal_form_number"),
            models.UniqueConstraint(fields=["duty"], condition=Q(status="draft"), name="legal_form_one_draft"),
        ]


class FormDisclosure(AgencyRecord):
    """That a form left the program: to whom, why, on which basis, and the hash of what was handed out."""

    form = TenantForeignKey(LegalForm, related_name="disclosures")
    subject = TenantForeignKey(Subject, related_name="+")
    recipient = models.CharField(max_length=24, choices=Recipient.choices)
    basis = models.CharField(max_length=24)
    purpose = models.CharField(max_length=120)
    fields = ArrayField(models.CharField(max_length=40), default=list)
    template_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    how = models.CharField(max_length=8, default="print")
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]


class RestraintExport(AgencyRecord):
    """The rows of a state report as they were frozen; a correction is a new one that replaces it."""

    number = models.PositiveSmallIntegerField()
    first_day = models.DateField()
    last_day = models.DateField()
    reporting_period = models.CharField(max_length=4)
    rows = models.JSONField()
    sha256 = models.CharField(max_length=64)
    replaces = TenantForeignKey("incidents.RestraintExport", null=True, blank=True, related_name="+")
    made_by = TenantForeignKey(User, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="restraint_export_number")]
