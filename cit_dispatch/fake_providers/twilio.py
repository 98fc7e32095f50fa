"""The part of Twilio's interface that is used here: make, list and fetch messages and calls."""

import re
from dataclasses import replace
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl

from cit_dispatch.fake_providers.book import Arrived, Book, Mode

PATH = re.compile(r"/2010-04-01/Accounts/(?P<account>\w+)/(?P<kind>Messages|Calls)(?:/(?P<sid>\w+))?\.json")
PREFIXES = {"Messages": "SM", "Calls": "CA"}
REASONS = {Mode.INVALID: 21211, Mode.STOPPED: 21610}


def arrived(book: Book, path: str, content: bytes, headers: dict[str, str]) -> Arrived | None:
    """The message or call that is asked for, or nothing at another address."""
    found = PATH.fullmatch(path)
    if not found or found["sid"]:
        return None
    fields = dict(parse_qsl(content.decode()))
    kind = found["kind"]
    body = fields.get("Body") or fields.get("Twiml", "")
    return Arrived(kind, book.number(PREFIXES[kind]), fields.get("To", ""), body, fields, headers)


def fault(found: Arrived) -> str:
    """What Twilio would refuse it for, or nothing."""
    if found.kind not in PREFIXES:
        return ""
    if not found.headers.get("authorization", "").startswith("Basic "):
        return "no credentials"
    return "" if found.to and found.fields.get("From") and found.body else "To, From and a text are needed"


def hide(found: Arrived) -> Arrived:
    """The same, kept out of lists."""
    return replace(found, hidden=True)


def read(book: Book, path: str, query: dict[str, str]) -> dict[str, Any] | None:
    """A list, filtered by To, or one; nothing at another address."""
    asked = PATH.fullmatch(path)
    if not asked:
        return None
    rows = [row for row in reversed(book.arrived) if row.kind == asked["kind"] and not row.hidden]
    if asked["sid"]:
        return next((shown(row) for row in rows if row.sid == asked["sid"]), None)
    rows = [row for row in rows if query.get("To") in (None, row.to)]
    name = asked["kind"].lower()
    return {name: [shown(row) for row in rows], "page": 0, "page_size": len(rows), "next_page_uri": None}


def shown(row: Arrived) -> dict[str, Any]:
    """As the provider shows it."""
    at = format_datetime(row.at)
    common = {"sid": row.sid, "to": row.to, "from": row.fields.get("From", ""), "status": "queued"}
    dates = {"date_created": at, "date_updated": at, "start_time": at, "date_sent": at}
    return {**common, **dates, **({"body": row.body} if row.kind == "Messages" else {})}
