"""One message to one contact method of one person, and all that was said about it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from core.tenancy import TenantForeignKey
from notifications.models.channels import ContactMethod
from notifications.models.pages import Page
from notifications.vocabulary import Channel, DeliveryState, EventSource
from officers.models import AgencyRecord, User

HANDED_OVER = ("accepted", "delivered", "read")


class Delivery(AgencyRecord):
    """A message owed to a person. `kind` names a constant template; no personal detail is stored or sent.

    `due_at` is the time of the next attempt, and while it is being sent the end of the lease. Without a contact method
    the message goes to the log-in's e-mail address. Later columns have a default in the database, too: while a new
    release is rolled out, the one before still writes messages.
    """

    dedupe_key = models.CharField(max_length=160)
    user = TenantForeignKey(User, related_name="+")
    page = TenantForeignKey(Page, null=True, related_name="deliveries")
    method = TenantForeignKey(ContactMethod, null=True, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.EMAIL, db_default=Channel.EMAIL)
    priority = models.PositiveSmallIntegerField(default=5, db_default=5)
    step_no = models.PositiveSmallIntegerField(default=0, db_default=0)
    loop_no = models.PositiveSmallIntegerField(default=0, db_default=0)
    kind = models.CharField(max_length=48)
    reference = models.CharField(max_length=16)
    path = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.PENDING)
    due_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    first_tried_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    results = models.PositiveSmallIntegerField(default=0, db_default=0)
    lease_token = models.UUIDField(null=True)
    claimed_by = models.CharField(max_length=60, blank=True, default="", db_default="")
    unknown_since = models.DateTimeField(null=True)
    possibly_twice = models.BooleanField(default=False, db_default=False)
    provider = models.CharField(max_length=20, blank=True, default="", db_default="")
    provider_id = models.CharField(max_length=120, blank=True, default="", db_default="")
    provider_rank = models.PositiveSmallIntegerField(default=0, db_default=0)
    accepted_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=120, blank=True)
    bundled_into = TenantForeignKey("self", null=True, related_name="bundle")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "dedupe_key"], name="delivery_once"),
            models.UniqueConstraint(
                fields=["provider", "provider_id"], name="delivery_provider_id", condition=~Q(provider_id="")
            ),
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="delivery_state"),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(lease_token__isnull=False), name="delivery_leased"
            ),
            models.CheckConstraint(
                condition=~Q(state="pending") | Q(accepted_at__isnull=True), name="delivery_not_accepted"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=HANDED_OVER) | Q(accepted_at__isnull=False), name="delivery_accepted"
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(last_error=""), name="delivery_failed_why"),
            models.CheckConstraint(
                condition=~Q(state="bundled") | Q(bundled_into__isnull=False), name="delivery_bundled_where"
            ),
            models.CheckConstraint(condition=~Q(bundled_into=F("id")), name="delivery_not_in_itself"),
        ]
        indexes = [
            models.Index(
                fields=["channel", "priority", "due_at"],
                name="delivery_due_by_channel",
                condition=Q(state__in=("pending", "sending")),
            ),
            models.Index(fields=["agency", "created_at"], name="delivery_newest"),
            models.Index(fields=["user", "channel", "accepted_at"], name="delivery_throttle"),
        ]


class DeliveryEvent(AgencyRecord):
    """What was tried, answered or reported; a row is never changed, and said twice it is one row."""

    delivery = TenantForeignKey(Delivery, related_name="history")
    at = models.DateTimeField(db_default=Now())
    source = models.CharField(max_length=9, choices=EventSource.choices)
    raw_status = models.CharField(max_length=60)
    stamp = models.CharField(max_length=60, blank=True)
    detail = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "source", "raw_status", "stamp"], name="delivery_event_once")
        ]
