"""Courses, completions, the rules that ask for them, and the classes people are booked into."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyFlow, AgencyRecord
from officers.models.files import StoredFile
from officers.models.people import Officer, User
from officers.roles import License
from officers.vocabulary import Anchor, CertificateSource, CourseCategory, PeriodKind, RuleKind
from officers.workflow import BOOKING, BookingState


class Course(AgencyRecord):
    """One entry of the agency's catalogue. `crisis_intervention`: its certificate makes a CIT officer."""

    number = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    category = models.CharField(max_length=24, choices=CourseCategory.choices)
    provider = models.CharField(max_length=80, blank=True)
    crisis_intervention = models.BooleanField(default=False)
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True)
    retired_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="course_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CourseSubstitute(AgencyRecord):
    """`substitute` counts wherever `course` is asked for."""

    course = TenantForeignKey(Course, related_name="substitutes")
    substitute = TenantForeignKey(Course, related_name="substitutes_for")
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "substitute"], name="substitute_once"),
            models.CheckConstraint(
                condition=~models.Q(course=models.F("substitute")), name="substitute_is_another_course"
            ),
        ]


class Certification(AgencyRecord):
    """A completed course. Unverified ones never count; without an expiry it stays valid."""

    user = TenantForeignKey(User, related_name="certifications")
    course = TenantForeignKey(Course, related_name="certifications")
    started_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    score = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    provider = models.CharField(max_length=80, blank=True)
    instructor = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=16, choices=CertificateSource.choices, default=CertificateSource.MANUAL)
    file = TenantForeignKey(StoredFile, null=True, blank=True, related_name="certifications")
    expires_on = models.DateField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = TenantForeignKey(User, null=True, blank=True, related_name="+")
    # A completion that was refused stays to be seen, and never counts.
    refused_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-completed_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_on__isnull=True) | models.Q(expires_on__gte=models.F("completed_on")),
                name="certification_order",
            ),
            models.CheckConstraint(
                condition=models.Q(started_on__isnull=True) | models.Q(started_on__lte=models.F("completed_on")),
                name="certification_begun_before_done",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_at__isnull=True) | models.Q(refused_at__isnull=True),
                name="certification_verified_or_refused",
            ),
            # What was refused may be handed in again, and better.
            models.UniqueConstraint(
                fields=["user", "course", "completed_on"],
                condition=models.Q(refused_at__isnull=True),
                name="certification_once",
            ),
        ]


class TrainingRule(AgencyRecord):
    """What the law or the agency asks, of whom, how often; a change is a new row from its first day."""

    slug = models.SlugField(max_length=40)
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=RuleKind.choices)
    # Days for within_days, months for every_months, otherwise empty.
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    anchor = models.CharField(max_length=12, choices=Anchor.choices, blank=True)
    # Whom it asks: an empty list means everybody on the roster.
    licenses = ArrayField(models.CharField(max_length=24, choices=License.choices), default=list, blank=True)
    # Course numbers, any of which meets it; empty means hours of any course.
    courses = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    min_hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    # Asks only those whose anchor day is not before this one.
    anchored_from = models.DateField(null=True, blank=True)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    due_soon_days = models.PositiveSmallIntegerField(default=90)
    source = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["slug", "effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "slug", "effective_from"], name="rule_version"),
            models.CheckConstraint(
                condition=models.Q(effective_to__isnull=True) | models.Q(effective_to__gte=models.F("effective_from")),
                name="rule_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=("within_days", "every_months")) | models.Q(number__gt=0),
                name="rule_number",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TrainingPeriod(AgencyRecord):
    """A training unit or cycle of the state; the last day belongs to it."""

    kind = models.CharField(max_length=8, choices=PeriodKind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["kind", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "starts_on"], name="period_once"),
            models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("starts_on")), name="period_order"),
        ]


class Waiver(AgencyRecord):
    """Somebody need not meet a rule, for a stated reason."""

    officer = TenantForeignKey(Officer, related_name="waivers")
    rule_slug = models.SlugField(max_length=40)
    reason = models.CharField(max_length=200)
    until = models.DateField(null=True, blank=True)
    granted_by = TenantForeignKey(User, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "rule_slug"], name="waiver_once")]


class TrainingSession(AgencyRecord):
    """A class of a course at a time and place."""

    course = TenantForeignKey(Course, related_name="sessions")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=80)
    seats = models.PositiveSmallIntegerField(default=12)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="session_order")
        ]


class Booking(AgencyFlow):
    """A seat in a class."""

    workflow = BOOKING

    session = TenantForeignKey(TrainingSession, related_name="bookings")
    officer = TenantForeignKey(Officer, related_name="bookings")
    status = models.CharField(max_length=12, choices=BookingState.choices, default=BookingState.BOOKED)
    booked_by = TenantForeignKey(User, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "officer"], condition=models.Q(status="booked"), name="booking_once"
            )
        ]


class Reminder(AgencyRecord):
    """A reminder that was given: one per person, matter, due day and threshold, so that a second sweep finds it."""

    user = TenantForeignKey(User, related_name="reminders")
    # The rule's slug, or the number of the course whose certificate ends.
    matter = models.CharField(max_length=40)
    due_on = models.DateField()
    # 180, 90, 60, 30, 7 days before, 0 when it has lapsed.
    threshold_days = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "matter", "due_on", "threshold_days"], name="reminder_once")
        ]
