"""People who sign in, what they are, and the officers among them."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from core.tenancy import TenantForeignKey
from officers.models.base import AgencyRecord
from officers.models.places import Agency, Campus
from officers.roles import Duty, License, Role


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
    """One role of one person; limited to a campus where one is named."""

    user = TenantForeignKey(User, related_name="grants")
    role = models.CharField(max_length=24, choices=Role.choices)
    campus = TenantForeignKey(Campus, null=True, blank=True, related_name="grants")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "campus"], nulls_distinct=False, name="grant_once")
        ]


class Officer(AgencyRecord):
    """A person who can be sent: call sign, license, where they were last."""

    user = TenantForeignKey(User, related_name="officer_rows")
    call_sign = models.CharField(max_length=8)
    badge = models.CharField(max_length=12)
    license = models.CharField(max_length=24, choices=License.choices)
    home_campus = TenantForeignKey(Campus, related_name="+")
    last_campus = TenantForeignKey(Campus, related_name="+")
    duty = models.CharField(max_length=16, choices=Duty.choices, default=Duty.OFF_DUTY)
    duty_since = models.DateTimeField()

    class Meta:
        ordering = ["call_sign"]
        constraints = [
            models.UniqueConstraint(fields=["user"], name="officer_user"),
            models.UniqueConstraint(fields=["agency", "call_sign"], name="officer_call_sign"),
            models.UniqueConstraint(fields=["agency", "badge"], name="officer_badge"),
        ]

    def __str__(self) -> str:
        return self.call_sign


class Certification(AgencyRecord):
    """A completed course. Unverified ones never count; without an expiry it stays valid."""

    user = TenantForeignKey(User, related_name="certifications")
    course = models.CharField(max_length=12)
    completed_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_on__isnull=True) | models.Q(expires_on__gte=models.F("completed_on")),
                name="certification_order",
            )
        ]
