"""Response plans: their versions, who has looked, what officers suggest, and who was reminded of an end."""

from django.db import models

from core.tenancy import TenantForeignKey
from incidents.care_vocabulary import OPEN_PLAN, PlanState, SuggestionKind, SuggestionState, ViewReason, ViewWay
from incidents.care_workflow import PLAN_SUGGESTION, RESPONSE_PLAN
from incidents.models.incident import Incident
from incidents.models.people import Person
from officers.models import AgencyFlow, AgencyRecord, Campus, User

# What came to an end or counts was approved until a day.
COUNTED = ("approved", "expired")
NUMBERED = ~models.Q(student_number="")


class ResponsePlan(AgencyFlow):
    """How to meet one person well: what responders read, until it expires. A change is a new version.

    What `content` may hold is in `incidents.care`; it changes only while the version is a draft.
    """

    workflow = RESPONSE_PLAN
    case_id = None

    # Whom it is for: the person where one is kept, and the number by which dispatch knows them.
    person = TenantForeignKey(Person, null=True, blank=True, related_name="plans")
    student_number = models.CharField(max_length=20, blank=True)
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=PlanState.choices, default=PlanState.DRAFT)
    content = models.JSONField(default=dict)
    # For the author and supervisors alone.
    private_notes = models.TextField(max_length=4000, blank=True)
    written_by = TenantForeignKey(User, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    # Why it was returned, until it is submitted again.
    comment = models.CharField(max_length=400, blank=True)
    approved_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    reviewed_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["student_number", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "student_number", "number"], condition=NUMBERED, name="response_plan_version"
            ),
            models.UniqueConstraint(
                fields=["agency", "student_number"],
                condition=NUMBERED & models.Q(status="approved"),
                name="response_plan_one_approved",
            ),
            models.UniqueConstraint(
                fields=["agency", "student_number"],
                condition=NUMBERED & models.Q(status__in=OPEN_PLAN),
                name="response_plan_one_open",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(status="approved"), name="response_plan_one_approved_person"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(status__in=OPEN_PLAN), name="response_plan_one_open_person"
            ),
            models.CheckConstraint(
                condition=NUMBERED | models.Q(person__isnull=False), name="response_plan_of_somebody"
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=COUNTED) | models.Q(approved_by__isnull=False, expires_on__isnull=False),
                name="response_plan_expires",
            ),
        ]
        indexes = [
            models.Index(
                fields=["agency", "expires_on"], condition=models.Q(status="approved"), name="response_plan_ending"
            ),
        ]


class PlanView(AgencyRecord):
    """Somebody saw a plan: when, how much of it, and with which incident or for which reason."""

    plan = TenantForeignKey(ResponsePlan, related_name="views")
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    way = models.CharField(max_length=8, choices=ViewWay.choices)
    reason = models.CharField(max_length=10, choices=ViewReason.choices)
    words = models.CharField(max_length=200, blank=True)
    incident = TenantForeignKey(Incident, null=True, blank=True, related_name="+")
    # Of a printed card.
    language = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "by", "incident"],
                condition=models.Q(way="summary"),
                name="plan_view_once_each_incident",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason="incident") | models.Q(incident__isnull=False), name="plan_view_incident"
            ),
            models.CheckConstraint(condition=~models.Q(reason="other") | ~models.Q(words=""), name="plan_view_words"),
        ]
        indexes = [models.Index(fields=["plan", "at"], name="plan_view_time")]


class PlanSuggestion(AgencyFlow):
    """What somebody learned on scene and would like to see in the plan."""

    workflow = PLAN_SUGGESTION
    case_id = None

    plan = TenantForeignKey(ResponsePlan, related_name="suggestions")
    kind = models.CharField(max_length=8, choices=SuggestionKind.choices)
    text = models.CharField(max_length=400)
    status = models.CharField(max_length=12, choices=SuggestionState.choices, default=SuggestionState.OPEN)
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    # Made where it was written, so that a repeat of the command finds the first.
    client_key = models.UUIDField()
    decided_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reply = models.CharField(max_length=400, blank=True)
    carried_into = TenantForeignKey(ResponsePlan, null=True, blank=True, related_name="carried")

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["agency", "client_key"], name="plan_suggestion_once")]
        indexes = [models.Index(fields=["agency", "status", "at"], name="plan_suggestion_open")]


class PlanReminder(AgencyRecord):
    """A reminder that was given: one per plan, matter, day and threshold, so that a second sweep finds it."""

    plan = TenantForeignKey(ResponsePlan, related_name="reminders")
    # "plan", or the category of the safety concern that ends.
    matter = models.CharField(max_length=24)
    due_on = models.DateField()
    # 60, 30, 7 days before; 0 when it has ended.
    threshold_days = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "matter", "due_on", "threshold_days"], name="plan_reminder_once")
        ]
