"""One message, as the engine hands it to a channel."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from notifications.channels.base import Outgoing

WHOLE = Outgoing(
    delivery_id=UUID("00000000-0000-4000-8000-000000000001"),
    channel="sms",
    to="+15125550101",
    subject="CIT page K7F3",
    body="CIT page K7F3, urgent. Reply 1 K7F3 to accept, 2 K7F3 to decline.",
    code="K7F3",
    url="https://dispatch.example.org/p/K7F3",
    urgent=True,
    ttl_s=240,
    attempt=1,
    first_tried_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    agency_id=UUID("00000000-0000-4000-8000-0000000000aa"),
)


def outgoing(**changed: Any) -> Outgoing:
    """The example, with some things changed."""
    return replace(WHOLE, **changed)
