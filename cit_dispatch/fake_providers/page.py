"""The page of the stand-in providers: what arrived, newest first, without script or style."""

import html

from cit_dispatch.fake_providers.book import Arrived

SHOWN = 200
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
NAMES = {"Messages": "SMS", "Calls": "Call", "push": "Push", "webhook": "Webhook"}
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Messages that arrived</title></head><body><main><h1>Messages that arrived</h1>
<p>{count} messages, newest first. Nothing here leaves this machine.</p>{rows}</main></body></html>"""
ROW = "<article><h2>{kind} to {to}</h2><p>{at}</p><pre>{text}</pre></article>"


def page(arrived: list[Arrived]) -> str:
    """The list of everything that was taken."""
    return PAGE.format(count=len(arrived), rows="".join(map(_row, arrived[: -SHOWN - 1 : -1])))


def _row(row: Arrived) -> str:
    text = f"{len(row.body) // 2} encrypted bytes" if row.kind == "push" else row.body
    parts = {"kind": NAMES[row.kind], "to": row.to, "at": f"{row.at:%Y-%m-%d %H:%M:%S} UTC", "text": text}
    return ROW.format(**{name: html.escape(value) for name, value in parts.items()})
