"""Web push: encrypted for one browser and signed with our key; a repeat replaces what is shown."""

import json
from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from notifications.channels.base import Lookup, Outgoing, PermanentFailure, Sent, TemporaryFailure, Unknown
from notifications.channels.guard import safely
from notifications.channels.webhook import judged
from notifications.channels.wire import USUAL, Answer, Limits, NoAnswer, NotSent, Refused, exchange

LONGEST_TTL_S = 300
BAD_SUBSCRIPTION = PermanentFailure("bad-subscription", disable=True)


def public_key() -> str:
    """Our public key as browsers take it (`applicationServerKey`): base64url without padding."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from py_vapid import Vapid02

    key = Vapid02.from_string(settings.PUSH_PRIVATE_KEY).public_key
    point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).decode().rstrip("=")


class _Line:
    """Stands where the library wants a session: the address of a subscription comes from a browser."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def post(self, endpoint: str, *, data: bytes, headers: dict[str, Any], **_: Any) -> Answer:
        """One POST, to a public address only."""
        named = {name: str(value) for name, value in headers.items()}
        return exchange("POST", endpoint, named, data, limits=self.limits, local=settings.LOCAL_PROVIDERS)


class Push:
    """`to` is the subscription as the browser gives it, in JSON."""

    name = "push"
    slots = 6
    lease_s = 10
    can_be_asked = False

    def __init__(self, limits: Limits = USUAL) -> None:
        self.limits = limits

    @safely
    def send(self, outgoing: Outgoing) -> Sent:
        """Hand it to the browser's push service."""
        subscription = _subscription(outgoing.to)
        if subscription is None:
            return BAD_SUBSCRIPTION
        try:
            answer = self._posted(subscription, outgoing)
        except Refused as error:
            return PermanentFailure(str(error), disable=True)
        except NotSent as error:
            return TemporaryFailure(str(error))
        except NoAnswer as error:
            return Unknown(str(error))
        return judged(answer, answer.headers.get("Location") or "")

    @safely
    def reconcile(self, outgoing: Outgoing) -> Lookup:
        """A push service cannot be asked; a repeat replaces the first."""
        return Unknown("cannot-be-asked")

    def _posted(self, subscription: dict[str, Any], outgoing: Outgoing) -> Answer:
        from py_vapid import Vapid02
        from pywebpush import WebPusher

        headers = {"Urgency": "high"}
        if outgoing.code:
            headers["Topic"] = outgoing.code
        signer = Vapid02.from_string(settings.PUSH_PRIVATE_KEY)
        headers.update(signer.sign({"aud": _origin(subscription["endpoint"]), "sub": settings.PUSH_CONTACT}))
        pusher = WebPusher(subscription, requests_session=_Line(self.limits))
        ttl = max(0, min(outgoing.ttl_s, LONGEST_TTL_S))
        answer = pusher.send(_shown(outgoing), headers, ttl=ttl, content_encoding="aes128gcm")
        if not isinstance(answer, Answer):
            raise TypeError("not an answer of our own line")
        return answer


def _subscription(text: str) -> dict[str, Any] | None:
    from pywebpush import WebPusher, WebPushException

    try:
        found = json.loads(text)
        # The library takes the keys apart; what it cannot read, no try will make readable.
        WebPusher(found).encode(b" ", content_encoding="aes128gcm")
        _origin(found["endpoint"])
    except (ValueError, TypeError, KeyError, AttributeError, WebPushException):
        return None
    return {"endpoint": str(found["endpoint"]), "keys": dict(found["keys"])}


def _origin(endpoint: str) -> str:
    parts = urlsplit(endpoint)
    if not parts.netloc:
        raise ValueError("no host")
    return f"{parts.scheme}://{parts.netloc}"


def _shown(outgoing: Outgoing) -> str:
    told = {"title": outgoing.subject, "body": outgoing.body, "url": outgoing.url, "tag": outgoing.code}
    return json.dumps({**told, "delivery": str(outgoing.delivery_id), "urgent": outgoing.urgent}, ensure_ascii=False)
