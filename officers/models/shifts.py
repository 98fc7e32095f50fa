"""Who works when: templates, rotations, shifts, requests about them, leave, and the clock."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyFlow, AgencyRecord
from officers.models.people import Officer, User
from officers.models.places import Campus
from officers.vocabulary import ClockSource, LeaveKind, OverrideReason, Position
from officers.workflow import COVER, LEAVE, SHIFT, CoverState, LeaveState, ShiftState


class ShiftTemplate(AgencyRecord):
    """A named span of the day in the agency's own time; an end not after the start is on the next day."""

    name = models.CharField(max_length=40)
    position = models.CharField(max_length=12, choices=Position.choices)
    starts = models.TimeField()
    ends = models.TimeField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["starts", "name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="shift_template_name")]

    def __str__(self) -> str:
        return self.name


class Rotation(AgencyRecord):
    """A pattern of days that repeats: one template key per day, an empty text for a day off."""

    name = models.CharField(max_length=40)
    pattern = ArrayField(models.CharField(max_length=36, blank=True))
    starts_on = models.DateField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="rotation_name")]

    def __str__(self) -> str:
        return self.name


class RotationMember(AgencyRecord):
    """Who works a rotation, how many days behind its start, and where."""

    rotation = TenantForeignKey(Rotation, related_name="members")
    officer = TenantForeignKey(Officer, related_name="rotations")
    offset_days = models.PositiveSmallIntegerField(default=0)
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="+")
    from_day = models.DateField()
    to_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rotation", "officer", "from_day"], name="rotation_member_once"),
            models.CheckConstraint(
                condition=models.Q(to_day__isnull=True) | models.Q(to_day__gte=models.F("from_day")),
                name="rotation_member_order",
            ),
        ]


class Shift(AgencyFlow):
    """One person's planned work, as two instants. The database refuses two that overlap for one person."""

    workflow = SHIFT

    officer = TenantForeignKey(Officer, related_name="shifts")
    position = models.CharField(max_length=12, choices=Position.choices)
    # Where it is worked; empty means the home campus of the person.
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="+")
    template = TenantForeignKey(ShiftTemplate, null=True, blank=True, related_name="+")
    # The place in a rotation that this shift fills, whoever works it now; each place is filled once.
    member = TenantForeignKey(RotationMember, null=True, blank=True, related_name="shifts")
    rotation_day = models.DateField(null=True, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    override_reason = models.CharField(max_length=12, choices=OverrideReason.choices, blank=True)
    status = models.CharField(max_length=12, choices=ShiftState.choices, default=ShiftState.SCHEDULED)
    cancelled_at = models.DateTimeField(null=True)
    # Grows with every change, as a calendar's SEQUENCE asks.
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_order"),
            models.UniqueConstraint(fields=["member", "rotation_day"], name="shift_fills_a_place_once"),
        ]
        indexes = [
            models.Index(fields=["agency", "starts_at"], name="shift_agency_time"),
            models.Index(fields=["officer", "starts_at"], name="shift_officer_time"),
        ]


class CoverRequest(AgencyFlow):
    """Somebody asks that another takes a shift; with `offered`, in exchange for that one."""

    workflow = COVER

    shift = TenantForeignKey(Shift, related_name="cover_requests")
    asked_by = TenantForeignKey(Officer, related_name="+")
    offered = TenantForeignKey(Shift, null=True, blank=True, related_name="+")
    taker = TenantForeignKey(Officer, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=12, choices=CoverState.choices, default=CoverState.OPEN)
    accepted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = TenantForeignKey(User, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shift"], condition=models.Q(status__in=("open", "accepted")), name="cover_request_one_open"
            )
        ]


class Leave(AgencyFlow):
    """Time away; once approved, nobody is planned into it."""

    workflow = LEAVE

    officer = TenantForeignKey(Officer, related_name="leave")
    kind = models.CharField(max_length=12, choices=LeaveKind.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=12, choices=LeaveState.choices, default=LeaveState.REQUESTED)
    decided_at = models.DateTimeField(null=True)
    decided_by = TenantForeignKey(User, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="leave_order")
        ]


class TimeEntry(AgencyRecord):
    """From clocking in to clocking out. On duty means an entry without an end."""

    officer = TenantForeignKey(Officer, related_name="time_entries")
    shift = TenantForeignKey(Shift, null=True, blank=True, related_name="time_entries")
    clocked_in_at = models.DateTimeField()
    clocked_in_by = TenantForeignKey(User, null=True, related_name="+")
    clocked_in_from = models.CharField(max_length=12, choices=ClockSource.choices, default=ClockSource.TABLET)
    clocked_out_at = models.DateTimeField(null=True)
    clocked_out_by = TenantForeignKey(User, null=True, related_name="+")
    clocked_out_from = models.CharField(max_length=12, choices=ClockSource.choices, blank=True)
    # What the clock said before is in the ledger.
    corrected_at = models.DateTimeField(null=True)
    corrected_by = TenantForeignKey(User, null=True, related_name="+")
    correction = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["clocked_in_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["officer"], condition=models.Q(clocked_out_at__isnull=True), name="time_entry_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(clocked_out_at__isnull=True)
                | models.Q(clocked_out_at__gte=models.F("clocked_in_at")),
                name="time_entry_order",
            ),
        ]
        indexes = [models.Index(fields=["officer", "clocked_in_at"], name="time_entry_officer")]


class CalendarFeed(AgencyRecord):
    """The secret address of one officer's calendar; only the secret's hash is kept, and a new one ends the old."""

    officer = TenantForeignKey(Officer, related_name="calendar_feeds")
    token_sha256 = models.CharField(max_length=64, unique=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["officer"], condition=models.Q(ended_at__isnull=True), name="calendar_feed_one_live"
            )
        ]
