"""What a claimed message needs before it may leave: reasons not to send it, its address and its words."""

from django.conf import settings
from django.db.models.functions import Now

from notifications.channels.base import Outgoing
from notifications.messages import subject_and_body
from notifications.models import ContactMethod
from notifications.services.claims import Claim
from notifications.vocabulary import Urgency
from notifications.workflow import UNANSWERED

DEACTIVATED = "deactivated"
LONGEST_REASON = 60


def obstacle(claim: Claim) -> tuple[str, str] | None:
    """The state in which it ends unsent and why; None when it may leave. Asked after the claim, when it counts."""
    delivery = claim.delivery
    if claim.late:
        return "expired", ""
    if not delivery.user.is_active:
        return "failed", DEACTIVATED
    if delivery.page is not None and delivery.page.status not in UNANSWERED:
        return "cancelled", "answered"
    method = delivery.method
    if method is not None and (method.disabled_at is not None or method.verified_at is None):
        return "cancelled", "method not in use"
    return None


def outgoing(claim: Claim) -> Outgoing:
    """The message as its channel takes it, in the reader's language."""
    delivery = claim.delivery
    subject, body = subject_and_body(delivery, delivery.user.language)
    page = delivery.page
    return Outgoing(
        delivery_id=delivery.pk,
        agency_id=delivery.agency_id,
        channel=delivery.channel,
        to=delivery.user.email,
        subject=subject,
        body=body,
        code=page.short_code if page else "",
        url=f"{settings.PUBLIC_URL}{delivery.path}",
        urgent=page is not None and page.urgency == Urgency.CRITICAL,
        ttl_s=claim.ttl_s,
        attempt=delivery.attempts,
        first_tried_at=delivery.first_tried_at or delivery.created_at,
    )


def disable(method: ContactMethod, reason: str) -> None:
    """Nothing is sent to this address any more."""
    ContactMethod.objects.filter(pk=method.pk, disabled_at__isnull=True).update(
        disabled_at=Now(), disabled_reason=reason[:LONGEST_REASON]
    )
