"""Reports on what was sent, signed as Twilio signs them: in order, out of order, twice, or forged."""

import logging
import threading
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from cit_dispatch.fake_providers.book import Arrived, Receipts

log = logging.getLogger(__name__)
LIMIT_S = 5.0
ORDERS: dict[Receipts, tuple[str, ...]] = {
    Receipts.NONE: (),
    Receipts.IN_ORDER: ("queued", "sent", "delivered"),
    Receipts.REORDERED: ("delivered", "queued", "sent"),
    Receipts.REPLAYED: ("sent", "sent", "delivered", "delivered"),
    Receipts.FORGED: ("delivered",),
    Receipts.UNDELIVERED: ("sent", "undelivered"),
}


def report(arrived: Arrived, how: Receipts, token: str) -> None:
    """Report on a thread of its own: the sender has its answer before the first report."""
    where = arrived.fields.get("StatusCallback", "")
    if where and ORDERS[how]:
        key = "forged" if how is Receipts.FORGED else token
        threading.Thread(target=_report, args=(arrived, where, ORDERS[how], key), daemon=True).start()


def _report(arrived: Arrived, where: str, statuses: tuple[str, ...], token: str) -> None:
    from twilio.request_validator import RequestValidator

    name = "Message" if arrived.kind == "Messages" else "Call"
    for status in statuses:
        params = {f"{name}Sid": arrived.sid, f"{name}Status": status, "To": arrived.to}
        headers = {"X-Twilio-Signature": RequestValidator(token).compute_signature(where, params)}
        try:
            _post(where, params, headers)
        except (OSError, HTTPException) as error:
            log.warning("a report was not taken: %s", type(error).__name__)


def _post(where: str, params: dict[str, str], headers: dict[str, str]) -> None:
    parts = urlsplit(where)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    line = kind(parts.netloc, timeout=LIMIT_S)
    try:
        form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST", f"{parts.path}?{parts.query}", urlencode(params), form)
        line.getresponse().read()
    finally:
        line.close()
