"""Agency data: which event pages whom, in which steps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core.tenancy import TenantForeignKey
from notifications.models.schedules import OnCallSchedule
from notifications.vocabulary import AckMode, TargetKind, Urgency
from officers.models import AgencyRecord, User
from officers.roles import Role

LONGEST_DELAY_S, SHORTEST_DELAY_S, MOST_REPEATS = 3600, 30, 5


class EscalationPolicy(AgencyRecord):
    """Steps that follow each other until somebody answers; `repeat` further rounds, then `last_role` is told."""

    name = models.CharField(max_length=60)
    urgency = models.CharField(max_length=8, choices=Urgency.choices)
    repeat = models.PositiveSmallIntegerField(default=2)
    ack_mode = models.CharField(max_length=4, choices=AckMode.choices, default=AckMode.ANY)
    required_roles = ArrayField(models.CharField(max_length=24), default=list, blank=True)
    last_role = models.CharField(max_length=24, choices=Role.choices, default=Role.SUPERVISOR)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="policy_name_once"),
            models.CheckConstraint(condition=Q(repeat__lte=MOST_REPEATS), name="policy_repeat"),
            models.CheckConstraint(
                condition=~Q(ack_mode="each") | ~Q(required_roles=[]), name="policy_each_needs_roles"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EscalationStep(AgencyRecord):
    """One step: whom it asks, and how long it waits for an answer. An edit retires a step and writes new ones."""

    policy = TenantForeignKey(EscalationPolicy, related_name="steps")
    step_no = models.PositiveSmallIntegerField()
    delay_s = models.PositiveIntegerField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["step_no"]
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "step_no"], name="policy_step_once", condition=Q(retired_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(delay_s__gte=SHORTEST_DELAY_S, delay_s__lte=LONGEST_DELAY_S), name="policy_step_delay"
            ),
        ]


class EscalationTarget(AgencyRecord):
    """Whom a step asks: a person, who is on call, or people in a role."""

    step = TenantForeignKey(EscalationStep, related_name="targets")
    kind = models.CharField(max_length=16, choices=TargetKind.choices)
    user = TenantForeignKey(User, null=True, blank=True, related_name="+")
    schedule = TenantForeignKey(OnCallSchedule, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=24, choices=Role.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="user", user__isnull=False, schedule__isnull=True))
                | Q(kind="schedule", schedule__isnull=False, user__isnull=True)
                | (Q(kind__in=("role", "role_at_campus"), user__isnull=True, schedule__isnull=True) & ~Q(role=""))
                | Q(kind__in=("team", "assigned_officer"), user__isnull=True, schedule__isnull=True),
                name="policy_target_fits",
            )
        ]


class NotificationRoute(AgencyRecord):
    """What an event does in this agency: pages by a policy. Without a row it only tells whom it concerns."""

    event = models.CharField(max_length=48)
    policy = TenantForeignKey(EscalationPolicy, related_name="routes")
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["event"]
        constraints = [models.UniqueConstraint(fields=["agency", "event", "policy"], name="route_once")]
