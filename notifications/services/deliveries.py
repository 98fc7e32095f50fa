"""Claim, send, finish: every delivery ends in a named state, and no transaction is open while a server is asked."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from uuid import UUID, uuid4

from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models.functions import Now

from core import clock
from notifications.messages import subject_and_body
from notifications.models import Delivery

log = logging.getLogger(__name__)
LEASE_S = 45
LEASE = timedelta(seconds=LEASE_S)
RETRY_STEPS = (5, 15, 45, 120)
PERMANENT_FROM = 500
DEACTIVATED = "deactivated"
_CLAIM = """
    UPDATE notifications_delivery SET state = 'sending', attempts = attempts + 1, lease_token = %s,
           due_at = statement_timestamp() + make_interval(secs => %s)
     WHERE id = (SELECT id FROM notifications_delivery
                  WHERE state IN ('pending', 'sending') AND due_at <= statement_timestamp()
                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id
"""


def owe(
    agency_id: UUID, *, key: str, user_id: UUID, kind: str, reference: str, path: str, expires_at: datetime
) -> None:
    """Owe a message once; the key is the natural one, so a repeat changes nothing.

    What is too old already is kept as expired: it must not stand in the queue before a message that helps.
    """
    row = Delivery(
        agency_id=agency_id,
        dedupe_key=key,
        user_id=user_id,
        kind=kind,
        reference=reference,
        path=path,
        expires_at=expires_at,
        state="expired" if expires_at <= clock.now() else "pending",
    )
    Delivery.objects.bulk_create([row], ignore_conflicts=True)


def deliver_due(limit: int = 100) -> int:
    """Send what is due, one claim at a time; answers how many were handled."""
    handled = 0
    while handled < limit and (delivery := _claim()) is not None:
        _send(delivery)
        handled += 1
    return handled


def _claim() -> Delivery | None:
    """One delivery on a lease: a dead process's lease ends, and the next one takes over."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_CLAIM, [uuid4(), LEASE_S])
        found = cursor.fetchone()
    return Delivery.objects.select_related("user").get(pk=found[0]) if found else None


def _send(delivery: Delivery) -> None:
    # The claim set due_at to its own time plus the lease, so the database clock decides, not ours.
    if delivery.expires_at <= delivery.due_at - LEASE:
        _finish(delivery, state="expired")
        return
    if not delivery.user.is_active:
        _finish(delivery, state="failed", last_error=DEACTIVATED)
        return
    subject, body = subject_and_body(delivery, delivery.user.language)
    # The constant Message-ID lets the receiver see that a repeat is the same message.
    headers = {"Message-ID": f"<{delivery.pk}@cit-dispatch>"}
    try:
        EmailMessage(subject, body, to=[delivery.user.email], headers=headers).send()
    except (SMTPException, OSError, ValueError) as error:
        _failed(delivery, error)
    else:
        _finish(delivery, state="accepted", accepted_at=Now())


def _failed(delivery: Delivery, error: Exception) -> None:
    """A refusal for good ends it; everything else is tried again until it expires."""
    reason = type(error).__name__
    if _is_permanent(error):
        _finish(delivery, state="failed", last_error=reason)
        log.error("delivery %s failed for good: %s", delivery.pk, reason)
        return
    delay = timedelta(seconds=RETRY_STEPS[min(delivery.attempts - 1, len(RETRY_STEPS) - 1)])
    _finish(delivery, state="pending", last_error=reason, due_at=Now() + delay, lease_token=None)
    log.warning("delivery %s will be tried again: %s", delivery.pk, reason)


def _is_permanent(error: Exception) -> bool:
    if isinstance(error, ValueError):
        # An address or a header that cannot be written down will not become one by waiting.
        return True
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= PERMANENT_FROM for code, _text in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code >= PERMANENT_FROM


def _finish(delivery: Delivery, **fields: object) -> None:
    """Only who still holds the lease records a result."""
    rows = Delivery.objects.filter(pk=delivery.pk, lease_token=delivery.lease_token).update(**fields)
    if not rows:
        log.warning("delivery %s: the lease was lost", delivery.pk)
