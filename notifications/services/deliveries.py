"""Messages owed: each once, by its natural key, and cancelled with the page that they belong to."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models.functions import Now

from core import clock
from notifications.models import ContactMethod, Delivery, Page
from notifications.services.sending import deliver_due

__all__ = ["cancel_for_page", "deliver_due", "owe", "owe_for_page"]

URGENT, ORDINARY = 1, 5
_CANCEL = """
    WITH ended AS (
      UPDATE notifications_delivery SET state = 'cancelled', last_error = 'answered'
       WHERE page_id = %s AND state = 'pending' RETURNING id, agency_id, attempts)
    INSERT INTO notifications_deliveryevent (id, agency_id, delivery_id, source, raw_status, stamp, detail)
    SELECT gen_random_uuid(), agency_id, id, 'engine', 'cancelled', attempts::text, 'answered' FROM ended
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


def owe_for_page(
    page: Page, user_id: UUID, *, method: ContactMethod | None, channel: str, after_s: int, expires_at: datetime
) -> None:
    """One message of the page's current step to one way of one person, so many seconds from now."""
    row = Delivery(
        agency_id=page.agency_id,
        dedupe_key=f"page:{page.pk}:{user_id}:{method.pk if method else 'login'}:{page.step_no}:{page.loop_no}",
        page=page,
        user_id=user_id,
        method=method,
        channel=channel,
        priority=URGENT if page.urgency == "critical" else ORDINARY,
        step_no=page.step_no,
        loop_no=page.loop_no,
        kind=page.kind,
        reference=page.reference,
        path=page.path,
        due_at=Now() + timedelta(seconds=after_s),
        expires_at=expires_at,
    )
    Delivery.objects.bulk_create([row], ignore_conflicts=True)


def cancel_for_page(page_id: UUID) -> int:
    """Send nothing more of this page; part of the caller's transaction. Answers how many messages that were."""
    with connection.cursor() as cursor:
        cursor.execute(_CANCEL, [page_id])
        return int(cursor.rowcount)
