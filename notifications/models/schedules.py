"""On-call schedules: who answers when. Who is on call at a moment is computed by `notifications.oncall`."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from core.tenancy import TenantForeignKey
from notifications.vocabulary import OverrideKind
from officers.models import AgencyRecord, User


class OnCallSchedule(AgencyRecord):
    """A named schedule in the agency's time zone."""

    name = models.CharField(max_length=60)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="on_call_name_once")]

    def __str__(self) -> str:
        return self.name


class OnCallShift(AgencyRecord):
    """Times of the week that somebody answers: one person, or a rotation in turns of `turn_days` from `anchor` on.

    Starts and ends are local wall times; an end not after its start is on the next day. Layer 1 is asked first.
    """

    schedule = TenantForeignKey(OnCallSchedule, related_name="shifts")
    layer = models.PositiveSmallIntegerField(default=1)
    weekdays = ArrayField(models.PositiveSmallIntegerField())
    starts = models.TimeField()
    ends = models.TimeField()
    anchor = models.DateField()
    turn_days = models.PositiveSmallIntegerField(default=7)
    on_holidays = models.BooleanField(default=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["layer", "starts"]
        constraints = [
            models.CheckConstraint(condition=~Q(weekdays=[]), name="on_call_shift_days"),
            models.CheckConstraint(condition=Q(turn_days__gte=1), name="on_call_shift_turn"),
        ]


class OnCallTurn(AgencyRecord):
    """One person's place in the rotation of a shift."""

    shift = TenantForeignKey(OnCallShift, related_name="turns")
    user = TenantForeignKey(User, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["shift", "place"], name="on_call_turn_once")]


class OnCallOverride(AgencyRecord):
    """An exception; of two that contradict each other the newer counts."""

    schedule = TenantForeignKey(OnCallSchedule, related_name="overrides")
    kind = models.CharField(max_length=8, choices=OverrideKind.choices)
    user = TenantForeignKey(User, related_name="+")
    for_user = TenantForeignKey(User, null=True, blank=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = TenantForeignKey(User, related_name="+")
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "made_at"]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="on_call_override_span")]
