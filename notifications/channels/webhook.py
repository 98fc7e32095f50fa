"""Webhooks: a signed POST to a host that the operator allows, looked up once, never to a private address."""

import hashlib
import hmac
import json
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from core import clock
from notifications.channels.base import (
    Accepted,
    Lookup,
    Outgoing,
    PermanentFailure,
    Sent,
    TemporaryFailure,
    Unknown,
)
from notifications.channels.guard import safely
from notifications.channels.wire import USUAL, Answer, Limits, NoAnswer, NotSent, Refused, exchange

GONE = (404, 410)
WAIT = (408, 425, 429)
FAULT_FROM = 500


def signing_key(agency_id: UUID) -> str:
    """The secret that this agency's receivers check with; one agency's tells nothing of another's."""
    return hmac.new(settings.WEBHOOK_KEY.encode(), agency_id.bytes, hashlib.sha256).hexdigest()


def signature(key: str, stamp: str, body: bytes) -> str:
    """HMAC-SHA256 over stamp, a dot and the body, in hexadecimal."""
    return hmac.new(key.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


class Webhook:
    """The receiver sees a repeat by its Idempotency-Key."""

    name = "webhook"
    slots = 4
    lease_s = 10
    can_be_asked = False

    def __init__(self, limits: Limits = USUAL) -> None:
        self.limits = limits

    @safely
    def send(self, outgoing: Outgoing) -> Sent:
        """One POST; redirects are not followed."""
        if not _allowed(outgoing.to):
            return PermanentFailure("host-not-allowed")
        body, stamp = _body(outgoing), str(int(clock.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(outgoing.delivery_id),
            "X-CIT-Stamp": stamp,
            "X-CIT-Signature": "sha256=" + signature(signing_key(outgoing.agency_id), stamp, body),
        }
        try:
            answer = exchange("POST", outgoing.to, headers, body, limits=self.limits, local=settings.LOCAL_PROVIDERS)
        except Refused as error:
            return PermanentFailure(str(error))
        except NotSent as error:
            return TemporaryFailure(str(error))
        except NoAnswer as error:
            return Unknown(str(error))
        return judged(answer, answer.headers.get("X-Request-Id") or "")

    @safely
    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """A webhook cannot be asked."""
        return Unknown("cannot-be-asked")


def judged(answer: Answer, provider_id: str) -> Sent:
    """By the status of the answer; a receiver that is gone is not asked again."""
    status = answer.status_code
    if 200 <= status < 300:
        return Accepted(provider_id)
    if status in WAIT or status >= FAULT_FROM:
        return TemporaryFailure(f"http-{status}", answer.retry_after_s)
    return PermanentFailure(f"http-{status}", disable=status in GONE)


def _allowed(url: str) -> bool:
    try:
        return (urlsplit(url).hostname or "").lower() in settings.WEBHOOK_HOSTS
    except ValueError:
        return False


def _body(outgoing: Outgoing) -> bytes:
    told = {
        "delivery": str(outgoing.delivery_id),
        "code": outgoing.code,
        "subject": outgoing.subject,
        "text": outgoing.body,
        "url": outgoing.url,
        "urgent": outgoing.urgent,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
