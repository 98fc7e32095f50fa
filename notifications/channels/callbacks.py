"""What providers report back: signatures, receipts, and answers by text or by key."""

import hmac
import re
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from notifications.channels.base import Receipt

STATUS_PATH = "/providers/twilio/status"
REPLY_PATH = "/providers/twilio/reply"
QUEUED, SENT, DELIVERED, READ = 1, 2, 3, 4
RANKS = {
    "accepted": QUEUED,
    "scheduled": QUEUED,
    "queued": QUEUED,
    "initiated": QUEUED,
    "sending": QUEUED,
    "sent": SENT,
    "ringing": SENT,
    "delivered": DELIVERED,
    "in-progress": DELIVERED,
    "answered": DELIVERED,
    "completed": DELIVERED,
    "read": READ,
}
FAILED = frozenset({"failed", "undelivered", "canceled", "busy", "no-answer"})
VERBS = {"1": "accept", "2": "decline"}
STOPS = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "alto", "parar"})
REPLY = re.compile(r"([12])(?:[\s.,:#-]+([A-Z0-9]{3,8}))?[.!]?", re.IGNORECASE)


class Forged(Exception):
    """The mark does not belong to the delivery it names."""


def mark(delivery_id: UUID) -> str:
    """Proves that we named this delivery to the provider."""
    return salted_hmac("notifications.channels.callbacks", str(delivery_id), algorithm="sha256").hexdigest()[:32]


def callback_url(path: str, delivery_id: UUID) -> str:
    """Where the provider reports on a delivery; it binds the report even if we die before we keep its id."""
    return f"{settings.PUBLIC_URL}{path}?{urlencode({'delivery': delivery_id, 'mark': mark(delivery_id)})}"


def verify_twilio(url: str, params: Mapping[str, str], signature: str, token: str) -> bool:
    """Whether Twilio signed this request; `url` is the public one with its query, not what a proxy made of it."""
    from twilio.request_validator import RequestValidator

    if not token or not signature:
        return False
    return bool(RequestValidator(token).validate(url, dict(params), signature))


def parse_status(params: Mapping[str, str], query: Mapping[str, str]) -> Receipt:
    """The receipt in a report. `Forged` when it names a delivery without its mark; rank 0 for words unknown to us."""
    provider_id = params.get("MessageSid") or params.get("SmsSid") or params.get("CallSid") or ""
    status = (params.get("MessageStatus") or params.get("SmsStatus") or params.get("CallStatus") or "").lower()
    return Receipt(
        provider="twilio",
        provider_id=provider_id,
        delivery_id=_delivery(query),
        raw_status=status,
        rank=RANKS.get(status, 0),
        # Calls count their reports; messages do not, and one status comes once.
        stamp=params.get("SequenceNumber") or params.get("RawDlrDoneDate") or params.get("Timestamp") or "",
        failed=status in FAILED,
    )


def _delivery(query: Mapping[str, str]) -> UUID | None:
    if not query.get("delivery"):
        return None
    with suppress(ValueError):
        delivery_id = UUID(query["delivery"])
        # As bytes, since text with other signs cannot be compared in constant time.
        if hmac.compare_digest(mark(delivery_id).encode(), query.get("mark", "").encode()):
            return delivery_id
    raise Forged


def parse_reply(params: Mapping[str, str]) -> tuple[str, str, str]:
    """Who answered, "accept", "decline", "stop" or "unknown", and the short code or nothing."""
    number = params.get("From", "")
    if "CallSid" in params:
        # We called them: they are the one who was called.
        called = params.get("To", "") if params.get("Direction", "").startswith("outbound") else number
        return called, VERBS.get(params.get("Digits", "").strip(), "unknown"), ""
    text = params.get("Body", "").strip()
    if text.lower().strip(" .!") in STOPS or params.get("OptOutType", "").upper() == "STOP":
        return number, "stop", ""
    if found := REPLY.fullmatch(text):
        return number, VERBS[found[1]], (found[2] or "").upper()
    return number, "unknown", ""
