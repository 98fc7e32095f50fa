"""The outbox makes every effect certain: owed in the event's transaction, paid by whoever looks first."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now

from core.errors import Undeclared
from core.models import Event, Outbox

log = logging.getLogger(__name__)
Handler = Callable[[Event], None]
RETRY_STEPS = (5, 15, 45, 120)
ALARM_AFTER = 5
BATCH = 20


@dataclass(frozen=True, slots=True)
class Consumer:
    """Who reacts to an event. A handler only writes rows; it talks to nobody outside."""

    name: str
    lane: str
    handler: Handler


_CONSUMERS: dict[str, list[Consumer]] = {}
_BY_NAME: dict[str, Consumer] = {}


def subscribe(name: str, *, to: tuple[str, ...], handler: Handler, lane: str = "jobs") -> None:
    """Let `handler` react to these event types; `name` is stored, so it never changes, and twice is a mistake."""
    if name in _BY_NAME:
        raise Undeclared(f"consumer {name} is declared twice")
    consumer = Consumer(name, lane, handler)
    _BY_NAME[name] = consumer
    for event_type in to:
        _CONSUMERS.setdefault(event_type, []).append(consumer)


def consumers_of(event_type: str) -> list[Consumer]:
    """Who must hear of this event."""
    return _CONSUMERS.get(event_type, [])


def relay(lane: str, limit: int = 200) -> int:
    """Pay up to `limit` due effects of a lane; answers how many were handled."""
    handled = 0
    while handled < limit:
        batch = _relay_batch(lane, min(BATCH, limit - handled))
        handled += batch
        if batch == 0:
            break
    return handled


def _relay_batch(lane: str, size: int) -> int:
    """Effects and their marks in one transaction: a dead process leaves neither, and others skip what is held."""
    with transaction.atomic():
        rows = list(
            Outbox.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("event")
            .filter(lane=lane, done_at__isnull=True, due_at__lte=Now())
            .order_by("due_at", "id")[:size]
        )
        for row in rows:
            _pay(row)
    return len(rows)


def _pay(row: Outbox) -> None:
    try:
        with transaction.atomic():
            _BY_NAME[row.consumer].handler(row.event)
    except Exception as error:  # The relay alone may catch everything: one poisoned row must not stop the rest.
        delay = RETRY_STEPS[min(row.attempts, len(RETRY_STEPS) - 1)]
        row.attempts += 1
        row.last_error = type(error).__name__
        row.due_at = Now() + timedelta(seconds=delay)  # type-checked as an expression by Django
        level = logging.ERROR if row.attempts >= ALARM_AFTER else logging.WARNING
        log.log(level, "outbox row %s for %s failed: %s", row.pk, row.consumer, row.last_error)
    else:
        row.done_at = Now()
    row.save(update_fields=["attempts", "last_error", "due_at", "done_at"])
