"""Where a person can be reached, how that was proven, and in which order they want it."""

from django.db import models
from django.db.models import Q

from core.tenancy import TenantForeignKey
from notifications.vocabulary import Channel, Urgency
from officers.models import AgencyRecord, User


class ContactMethod(AgencyRecord):
    """An address of one person. It is sealed in the database; `dest_hash` finds it, `hint` shows its end.

    Nothing is sent to it before it is verified, and nothing after it is disabled.
    """

    user = TenantForeignKey(User, related_name="contact_methods")
    kind = models.CharField(max_length=8, choices=Channel.choices)
    dest_sealed = models.TextField()
    dest_hash = models.CharField(max_length=64)
    hint = models.CharField(max_length=40)
    verified_at = models.DateTimeField(null=True)
    disabled_at = models.DateTimeField(null=True)
    disabled_reason = models.CharField(max_length=60, blank=True)
    last_delivered_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["kind", "created_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "dest_hash"], name="contact_once"),
            models.CheckConstraint(
                condition=Q(disabled_at__isnull=True) | ~Q(disabled_reason=""), name="contact_disabled_why"
            ),
        ]
        indexes = [models.Index(fields=["dest_hash"], name="contact_by_address")]


class ContactVerification(AgencyRecord):
    """A code sent to an address: six digits, 15 minutes, five tries. Only its hash is kept."""

    method = TenantForeignKey(ContactMethod, related_name="verifications")
    code_hash = models.CharField(max_length=128)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)


class NotificationRule(AgencyRecord):
    """A person's wish for one urgency: this method, so long after the first. No rule: all at once when critical."""

    user = TenantForeignKey(User, related_name="+")
    urgency = models.CharField(max_length=8, choices=Urgency.choices)
    place = models.PositiveSmallIntegerField()
    method = TenantForeignKey(ContactMethod, related_name="+")
    delay_s = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["urgency", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "urgency", "place"], name="rule_place_once", condition=Q(retired_at__isnull=True)
            ),
            models.CheckConstraint(condition=Q(delay_s__lte=900), name="rule_delay"),
        ]


class QuietHours(AgencyRecord):
    """When a person does not want routine messages, in the agency's time; what is critical always comes through."""

    user = TenantForeignKey(User, related_name="+")
    starts = models.TimeField()
    ends = models.TimeField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user"], name="quiet_hours_once")]
