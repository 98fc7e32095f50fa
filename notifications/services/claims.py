"""The sender's book: which rows are ours to send, and what came of each. The database's clock alone decides."""

import logging
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.db.models.functions import Coalesce, Least, Now

from notifications.models import Delivery
from notifications.vocabulary import EventSource

log = logging.getLogger(__name__)
WHO = f"{socket.gethostname()[:40]}:{os.getpid()}"
# One row is one attempt: its end of lease is written into the column that says when it is due. The rows are chosen
# once, before the update: a subquery in its condition may be run again by the planner, and then claims too many.
_CLAIM = """
    WITH due AS MATERIALIZED (
      SELECT id FROM notifications_delivery
       WHERE state IN ('pending', 'sending') AND channel = %(channel)s AND due_at <= statement_timestamp()
       ORDER BY priority, due_at LIMIT %(slots)s FOR UPDATE SKIP LOCKED)
    UPDATE notifications_delivery d
       SET state = 'sending', attempts = d.attempts + 1, lease_token = %(token)s, claimed_by = %(who)s,
           first_tried_at = coalesce(d.first_tried_at, statement_timestamp()),
           due_at = statement_timestamp() + make_interval(secs => %(lease)s)
      FROM due WHERE d.id = due.id
    RETURNING d.id, d.expires_at <= statement_timestamp(),
              extract(epoch FROM d.expires_at - statement_timestamp())::int,
              coalesce(d.unknown_since < statement_timestamp() - make_interval(secs => %(patience)s), false)
"""
# For so long a provider that cannot say whether it has a critical message is asked again before it is sent again.
PATIENCE_S = 30
_NOTE = """
    INSERT INTO notifications_deliveryevent (id, agency_id, delivery_id, source, raw_status, stamp, detail)
    VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (delivery_id, source, raw_status, stamp) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery in our hands until its lease ends; `late` when it expired before, else `ttl_s` seconds are left.

    `long_unknown`: for half a minute nobody could say what became of an earlier attempt.
    """

    delivery: Delivery
    late: bool
    ttl_s: int
    long_unknown: bool

    @property
    def maybe_sent(self) -> bool:
        """Whether an earlier attempt may have left: nobody knows its outcome, or its sender died before it said so."""
        return self.delivery.unknown_since is not None or self.delivery.results < self.delivery.attempts - 1


def claim(channel: str, slots: int, lease_s: int) -> Sequence[Claim]:
    """At most so many due deliveries of a channel, the most urgent and the longest due first."""
    with transaction.atomic(), connection.cursor() as cursor:
        wanted: dict[str, Any] = {"token": uuid4(), "who": WHO, "lease": lease_s, "channel": channel, "slots": slots}
        cursor.execute(_CLAIM, wanted | {"patience": PATIENCE_S})
        found = {row[0]: row[1:] for row in cursor.fetchall()}
    if not found:
        return []
    rows = Delivery.objects.select_related("user", "page", "method").filter(pk__in=found)
    return [Claim(row, *found[row.pk]) for row in rows.order_by("priority", "first_tried_at", "created_at")]


def accepted(
    delivery: Delivery,
    provider: str,
    provider_id: str,
    source: EventSource = EventSource.ENGINE,
    *,
    twice: bool = False,
) -> None:
    """The provider has it, and perhaps an earlier attempt, too (`twice`).

    A number that it gave out before is no reason to forget that it took this message.
    """
    done: dict[str, Any] = {"state": "accepted", "accepted_at": Now(), "unknown_since": None, "last_error": ""}
    if twice:
        done["possibly_twice"] = True
    try:
        with transaction.atomic():
            _record(delivery, "accepted", source=source, provider=provider, provider_id=provider_id, **done)
    except IntegrityError:
        log.exception("delivery %s: %s gave out a number twice", delivery.pk, provider)
        _record(delivery, "accepted", source=source, detail="number twice", provider=provider, **done)


def again(delivery: Delivery, after_s: float, error: str) -> None:
    """Not sent: due again after so many seconds, and no later than it expires."""
    _record(
        delivery,
        "again",
        detail=error,
        state="pending",
        lease_token=None,
        unknown_since=None,
        last_error=error,
        due_at=_after(after_s),
    )


def unknown(delivery: Delivery, after_s: float, error: str) -> None:
    """It may have been sent: looked up, or repeated, after so many seconds; nobody says that it failed."""
    _record(
        delivery,
        "unknown",
        detail=error,
        last_error=error,
        unknown_since=Coalesce(F("unknown_since"), Now()),
        due_at=_after(after_s),
    )


def ended(delivery: Delivery, state: str, error: str = "") -> None:
    """It will not be sent (again): failed, cancelled or expired."""
    _record(delivery, state, detail=error, state=state, last_error=error)


def _record(
    delivery: Delivery, status: str, *, source: EventSource = EventSource.ENGINE, detail: str = "", **fields: object
) -> None:
    """Only who still holds the lease records a result; the row and its history in one transaction."""
    with transaction.atomic():
        held = Delivery.objects.filter(pk=delivery.pk, lease_token=delivery.lease_token)
        if not held.update(results=F("results") + 1, **fields):
            log.warning("delivery %s: the lease was lost", delivery.pk)
            return
        note(delivery, source, status, stamp=str(delivery.attempts), detail=detail)


def note(delivery: Delivery, source: EventSource, status: str, *, stamp: str = "", detail: str = "") -> bool:
    """One line of its history; False when it was said before."""
    values: list[Any] = [uuid4(), delivery.agency_id, delivery.pk, source.value, status[:60], stamp[:60], detail[:120]]
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, values)
        return bool(cursor.rowcount)


def _after(seconds: float) -> Least:
    """So many seconds from now by the database's clock, and no later than it expires."""
    return Least(Now() + timedelta(seconds=seconds), F("expires_at"))
