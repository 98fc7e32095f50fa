"""Clocks that must not be missed: welfare checks, scenes without a report, calls that wait too long."""

from django.db import models
from django.db.models import Q

from core.tenancy import TenantForeignKey
from incidents.console_vocabulary import TimerKind, TimerStage
from incidents.models.assignment import Assignment
from incidents.models.handoff import Handoff
from incidents.models.incident import Incident
from incidents.vocabulary import Nature, Priority
from officers.models import AgencyRecord, User


class TimerRule(AgencyRecord):
    """After how many minutes; the rule that names more of nature and priority wins. An inactive rule means "never"."""

    kind = models.CharField(max_length=8, choices=TimerKind.choices)
    nature = models.CharField(max_length=32, choices=Nature.choices, blank=True)
    priority = models.CharField(max_length=2, choices=Priority.choices, blank=True)
    minutes = models.PositiveSmallIntegerField()
    # How long an officer has to answer a welfare check, each of two times.
    answer_seconds = models.PositiveSmallIntegerField(default=60)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["kind", "priority", "nature"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "nature", "priority"], name="timer_rule_once"),
            models.CheckConstraint(condition=Q(minutes__gt=0) & Q(answer_seconds__gte=15), name="timer_rule_time"),
        ]


class Timer(AgencyRecord):
    """One round of one clock: it ends when it is answered or what it watches ends, and each of its steps happens once.

    `next_at` is when it does its next step; null when it waits for people, when a rule says never, and when it ended.
    """

    case_id = models.UUIDField()
    incident = TenantForeignKey(Incident, related_name="timers")
    assignment = TenantForeignKey(Assignment, null=True, blank=True, related_name="timers")
    handoff = TenantForeignKey(Handoff, null=True, blank=True, related_name="timers")
    kind = models.CharField(max_length=8, choices=TimerKind.choices)
    stage = models.CharField(max_length=12, choices=TimerStage.choices, default=TimerStage.RUNNING)
    started_at = models.DateTimeField()
    # As its rule was when the round began.
    minutes = models.PositiveSmallIntegerField(null=True)
    answer_seconds = models.PositiveSmallIntegerField(default=60)
    next_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    asked_again_at = models.DateTimeField(null=True)
    alarmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    answered_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    # What was heard, when somebody answers for the officer.
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["next_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "assignment", "handoff", "kind"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="timer_one_running",
            )
        ]
        indexes = [
            models.Index(fields=["next_at"], name="timer_due", condition=Q(next_at__isnull=False)),
            models.Index(fields=["agency", "started_at"], name="timer_open", condition=Q(ended_at__isnull=True)),
        ]
