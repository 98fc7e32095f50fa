"""Twilio's own library over our own connection: one limit on the whole exchange, and every outcome told apart."""

import json
import time
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings

from notifications.channels.base import (
    Accepted,
    PermanentFailure,
    Sent,
    TemporaryFailure,
    Unknown,
)
from notifications.channels.wire import Answer, Limits, NoAnswer, NotSent, Refused, exchange

# Told to stop, not a number, not a mobile number: the address is of no use any more.
USELESS = frozenset({21211, 21217, 21610, 21614, 30005, 30006, 13224, 21401})
BUSY = 429
FAULT_FROM = 500


class _Told(Exception):
    """An answer that is no success."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def client(limits: Limits) -> Any:
    """Twilio's client; imported here because it is large and most processes never send."""
    from twilio.http import HttpClient
    from twilio.rest import Client

    line = HttpClient(None, False, None)
    line.request = partial(_request, limits, time.monotonic() + limits.total_s)
    return Client(settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN, http_client=line)


def _request(
    limits: Limits,
    end: float,
    method: str,
    url: str,
    params: Any = None,
    data: Any = None,
    headers: Any = None,
    auth: Any = None,
    **_: Any,
) -> Any:
    from twilio.http.response import Response

    base, meant = urlsplit(settings.TWILIO_URL), urlsplit(url)
    query = urlencode(params or {}, doseq=True) or meant.query
    where = urlunsplit((base.scheme, base.netloc, base.path + meant.path, query, ""))
    sent = {**(headers or {}), "Authorization": _basic(*auth)}
    body = urlencode(data or {}, doseq=True).encode()
    left = Limits(limits.connect_s, max(0.01, end - time.monotonic()))
    answer = exchange(method, where, sent, body, limits=left, local=False, guarded=False)
    if answer.status_code >= 300:
        raise _Told(answer)
    return Response(answer.status_code, answer.text, dict(answer.headers.items()))


def _basic(user: str, word: str) -> str:
    return "Basic " + b64encode(f"{user}:{word}".encode()).decode()


def attempt(create: Callable[[], Any]) -> Sent:
    """What became of a request to make something."""
    try:
        return Accepted(str(create().sid))
    except Refused as error:
        return PermanentFailure(str(error))
    except NotSent as error:
        return TemporaryFailure(str(error))
    except NoAnswer as error:
        return Unknown(str(error))
    except _Told as told:
        return _result(told.answer)


def asked(look: Callable[[], Any]) -> Any:
    """What `look` gives, or `Unknown` when the provider did not say."""
    try:
        return look()
    except (Refused, NotSent, NoAnswer) as error:
        return Unknown(str(error))
    except _Told as told:
        return Unknown(f"http-{told.answer.status_code}")


def _result(answer: Answer) -> Sent:
    status, code = answer.status_code, _code(answer)
    name = str(code) if code else f"http-{status}"
    if status == BUSY or status >= FAULT_FROM:
        return TemporaryFailure(name, answer.retry_after_s)
    return PermanentFailure(name, disable=code in USELESS)


def _code(answer: Answer) -> int:
    try:
        return int(json.loads(answer.content)["code"])
    except (ValueError, TypeError, KeyError):
        return 0
