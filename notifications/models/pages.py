"""A page, whom it asked, and the links by which they may answer without logging in."""

from django.db import models
from django.db.models import Q

from core.tenancy import TenantForeignKey
from notifications.vocabulary import DeclineReason, Response, Urgency, Via
from notifications.workflow import PAGE, UNANSWERED, UNRESOLVED, PageState
from officers.models import AgencyRecord, CaseRecord, User


class Page(CaseRecord):
    """Asks the people of `policy` (a copy: see `notifications.plans`) step by step until somebody has it.

    `next_step_at` is when the next step fires without an answer; `ack_deadline` when it pages again because nothing
    followed the answer. `nobody_at` is the step that reached nobody, which boards show in red.
    """

    workflow = PAGE

    status = models.CharField(max_length=9, choices=PageState.choices, default=PageState.OPEN)
    short_code = models.CharField(max_length=6)
    kind = models.CharField(max_length=48)
    about_type = models.CharField(max_length=20)
    about_id = models.UUIDField()
    reference = models.CharField(max_length=16)
    path = models.CharField(max_length=120)
    urgency = models.CharField(max_length=8, choices=Urgency.choices)
    policy_name = models.CharField(max_length=60)
    policy = models.JSONField()
    caused_by = models.UUIDField()
    step_no = models.PositiveSmallIntegerField(default=0)
    loop_no = models.PositiveSmallIntegerField(default=0)
    nobody_at = models.PositiveSmallIntegerField(null=True)
    next_step_at = models.DateTimeField(null=True)
    ack_deadline = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = TenantForeignKey(User, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "short_code"], name="page_code_once", condition=Q(status__in=UNRESOLVED)
            ),
            models.UniqueConstraint(fields=["caused_by", "policy_name"], name="page_once"),
            models.CheckConstraint(condition=Q(status__in=PageState.values), name="page_status"),
            # A page that is stuck cannot be written down.
            models.CheckConstraint(
                condition=~Q(status__in=UNANSWERED) | Q(next_step_at__isnull=False), name="page_goes_on"
            ),
            models.CheckConstraint(
                condition=~Q(status="acked") | Q(ack_deadline__isnull=False), name="page_answer_followed"
            ),
        ]
        indexes = [
            models.Index(fields=["next_step_at"], name="page_due", condition=Q(status__in=UNANSWERED)),
            models.Index(fields=["ack_deadline"], name="page_followed", condition=Q(status="acked")),
            models.Index(fields=["agency", "about_id"], name="page_about"),
            models.Index(fields=["agency", "opened_at"], name="page_newest"),
        ]


class PageTarget(AgencyRecord):
    """One person asked by one step, and what they answered."""

    page = TenantForeignKey(Page, related_name="targets")
    user = TenantForeignKey(User, related_name="+")
    role = models.CharField(max_length=24, blank=True)
    step_no = models.PositiveSmallIntegerField()
    loop_no = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    response = models.CharField(max_length=8, choices=Response.choices, blank=True)
    responded_at = models.DateTimeField(null=True)
    via = models.CharField(max_length=8, choices=Via.choices, blank=True)
    reason = models.CharField(max_length=10, choices=DeclineReason.choices, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["page", "user", "step_no", "loop_no"], name="page_target_once"),
            models.CheckConstraint(
                condition=Q(response="") | (Q(responded_at__isnull=False) & ~Q(via="")), name="page_target_answered"
            ),
        ]
        indexes = [models.Index(fields=["user", "asked_at"], name="page_target_inbox")]


class PageLink(AgencyRecord):
    """A one-use link by which one person may answer one page; only the hash of its secret is kept."""

    page = TenantForeignKey(Page, related_name="links")
    user = TenantForeignKey(User, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
