"""People who sign in, what they are, and the officers among them."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord
from officers.models.places import Agency, Campus
from officers.roles import Duty, License, Role
from officers.vocabulary import Language, RestrictionKind, Skill


class UserManager(BaseUserManager["User"]):
    """Finds people by their address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person with a log-in, in exactly one agency."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="people")
    email = models.EmailField(max_length=190, unique=True)
    name = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="en")
    theme = models.CharField(max_length=10, blank=True)
    density = models.CharField(max_length=12, blank=True)
    # "long": keys without Ctrl act only inside their panel, for whoever speaks to the computer or mistypes.
    keys = models.CharField(max_length=8, blank=True)
    # On which side of the tablet the thumb is; empty means right.
    hand = models.CharField(max_length=5, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    agency_id: Any

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email")]

    def __str__(self) -> str:
        return self.name


class RoleGrant(AgencyRecord):
    """One role of one person; limited to a campus where one is named. It ends and is not removed."""

    user = TenantForeignKey(User, related_name="grants")
    role = models.CharField(max_length=24, choices=Role.choices)
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="grants")
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "campus"], nulls_distinct=False, name="grant_once")
        ]


class Officer(AgencyRecord):
    """A person of the roster: who can be sent, or, with a telecommunicator's license, who works the desk.

    `duty` is written by the clock and by the unit's own status alone; off duty means no open time entry.
    """

    user = TenantForeignKey(User, related_name="officer_rows")
    call_sign = models.CharField(max_length=8)
    badge = models.CharField(max_length=12)
    # The state's personal identifier.
    pid = models.CharField(max_length=12, blank=True)
    license = models.CharField(max_length=24, choices=License.choices)
    license_number = models.CharField(max_length=20, blank=True)
    licensed_on = models.DateField(null=True, blank=True)
    license_expires_on = models.DateField(null=True, blank=True)
    hired_on = models.DateField(null=True, blank=True)
    appointed_on = models.DateField(null=True, blank=True)
    placed_on = models.DateField(null=True, blank=True)
    separated_on = models.DateField(null=True, blank=True)
    active = models.BooleanField(default=True)
    supervisor = TenantForeignKey(User, null=True, blank=True, related_name="+")
    languages = ArrayField(models.CharField(max_length=4, choices=Language.choices), default=list, blank=True)
    skills = ArrayField(models.CharField(max_length=24, choices=Skill.choices), default=list, blank=True)
    home_campus = TenantForeignKey(Campus, related_name="+")
    last_campus = TenantForeignKey(Campus, related_name="+")
    photo = TenantForeignKey("officers.StoredFile", null=True, blank=True, related_name="+")
    duty = models.CharField(max_length=16, choices=Duty.choices, default=Duty.OFF_DUTY)
    duty_since = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["call_sign"]
        constraints = [
            models.UniqueConstraint(fields=["user"], name="officer_user"),
            models.UniqueConstraint(fields=["agency", "call_sign"], name="officer_call_sign"),
            models.UniqueConstraint(fields=["agency", "badge"], name="officer_badge"),
            models.UniqueConstraint(fields=["agency", "pid"], condition=~models.Q(pid=""), name="officer_pid"),
            models.CheckConstraint(
                condition=models.Q(separated_on__isnull=True)
                | models.Q(hired_on__isnull=True)
                | models.Q(separated_on__gte=models.F("hired_on")),
                name="officer_employment_order",
            ),
            models.CheckConstraint(
                condition=models.Q(active=True) | models.Q(duty="off_duty"), name="officer_inactive_is_off_duty"
            ),
        ]

    def __str__(self) -> str:
        return self.call_sign


class Restriction(AgencyRecord):
    """What an officer must not be sent to, for a reason, until a day."""

    officer = TenantForeignKey(Officer, related_name="restrictions")
    kind = models.CharField(max_length=8, choices=RestrictionKind.choices)
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="+")
    # The key of a Subject, which lives further up; nothing else about the person is kept here.
    subject_id = models.UUIDField(null=True, blank=True)
    reason = models.CharField(max_length=200)
    from_day = models.DateField()
    until = models.DateField(null=True, blank=True)
    set_by = TenantForeignKey(User, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="campus", campus__isnull=False, subject_id__isnull=True)
                | models.Q(kind="person", campus__isnull=True, subject_id__isnull=False)
                | models.Q(kind="duty", campus__isnull=True, subject_id__isnull=True),
                name="restriction_names_its_object",
            )
        ]
