"""One message to one person, and where it stands."""

from django.db import models
from django.db.models.functions import Now

from core.tenancy import TenantForeignKey
from officers.models import AgencyRecord, User


class Delivery(AgencyRecord):
    """A message owed to a person. `kind` names a constant template; no personal detail is stored or sent."""

    dedupe_key = models.CharField(max_length=160)
    user = TenantForeignKey(User, related_name="+")
    kind = models.CharField(max_length=48)
    reference = models.CharField(max_length=16)
    path = models.CharField(max_length=120)
    state = models.CharField(max_length=10, default="pending")
    due_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_token = models.UUIDField(null=True)
    accepted_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "dedupe_key"], name="delivery_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=("pending", "sending", "accepted", "failed", "expired")),
                name="delivery_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="sending") | models.Q(lease_token__isnull=False),
                name="delivery_leased",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="accepted") | models.Q(accepted_at__isnull=False),
                name="delivery_accepted",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="failed") | ~models.Q(last_error=""), name="delivery_failed_why"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="delivery_due", condition=models.Q(state__in=("pending", "sending")))
        ]
