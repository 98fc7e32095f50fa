"""The page of the mail catcher: what arrived, newest first, without script or style."""

import html
import re
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SHOWN = 200
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Caught mail</title></head><body><main><h1>Caught mail</h1>
<p>{count} messages, newest first. Nothing here leaves this machine.</p>{rows}</main></body></html>"""
ROW = "<article><h2>{subject}</h2><p>To {to}<br>{date}</p><pre>{text}</pre></article>"
LINK = re.compile(r"https?://[^\s<>\"']+")


def parse(content: bytes) -> EmailMessage:
    """A message from its bytes."""
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise TypeError("not a message")
    return message


def page(folder: Path) -> str:
    """The list of everything caught."""
    found = sorted(folder.glob("*.eml"), reverse=True)
    return PAGE.format(count=len(found), rows="".join(_row(parse(file.read_bytes())) for file in found[:SHOWN]))


def _row(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    date = message["date"].datetime if message["date"] else None
    parts = {"subject": message["subject"], "to": message["to"], "date": format_datetime(date) if date else ""}
    text = html.escape(str(body.get_content()) if body else "")
    linked = LINK.sub(lambda link: f'<a rel="noreferrer" href="{link[0]}">{link[0]}</a>', text)
    return ROW.format(text=linked, **{name: html.escape(str(value)) for name, value in parts.items()})


def serve(folder: Path, port: int) -> ThreadingHTTPServer:
    """Serve the page on a thread of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = page(folder).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: a page that refreshes itself would fill the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
