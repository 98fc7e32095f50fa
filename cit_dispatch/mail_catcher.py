"""Receives the mail of a demonstration or a test instead of sending it; `python -m cit_dispatch.mail_catcher`."""

import html
import os
import signal
import socket
import threading
from asyncio.base_events import Server
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

FOLDER = Path(__file__).resolve().parent.parent / ".local" / "mail"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Caught mail</title></head><body><h1>Caught mail</h1><p>{count} messages, newest first.</p>{rows}</body></html>"""
ROW = "<article><h2>{subject}</h2><p>To {to}</p><pre>{text}</pre></article>"


class Mode(StrEnum):
    """How the catcher answers."""

    ACCEPT = "accept"
    REJECT_FOR_NOW = "reject450"
    REJECT = "reject550"
    STALL = "stall"


class _AnyPort(Controller):
    """A controller that learns which port the system gave it."""

    def _trigger_server(self) -> None:
        if isinstance(self.server, Server):
            self.port = self.server.sockets[0].getsockname()[1]
        # The first conversation makes aiosmtpd build its handler, so a fault in it shows at the start.
        with socket.create_connection((self.hostname, self.port), timeout=5) as first:
            first.recv(1024)


class MailCatcher:
    """An SMTP server that keeps what it gets: `with MailCatcher() as mail: ... mail.messages`."""

    def __init__(self, port: int = 0, folder: Path | None = None) -> None:
        self.messages: list[EmailMessage] = []
        self.mode = Mode.ACCEPT
        self.folder = folder
        self._release = threading.Event()
        self._controller = _AnyPort(self, hostname="127.0.0.1", port=port)

    def __enter__(self) -> "MailCatcher":
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._release.set()
        self._controller.stop()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._controller.port)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Answer one message as the mode says."""
        if self.mode is Mode.REJECT_FOR_NOW:
            return "450 4.2.0 Not now"
        if self.mode is Mode.REJECT:
            return "550 5.1.1 No such mailbox"
        if self.mode is Mode.STALL:
            await server.loop.run_in_executor(None, self._release.wait)
        content = envelope.original_content
        self._keep(content or b"")
        return "250 2.0.0 Kept"

    def _keep(self, content: bytes) -> None:
        self.messages.append(parse(content))
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            number = len(list(self.folder.glob("*.eml"))) + 1
            (self.folder / f"{number:06}.eml").write_bytes(content)


def parse(content: bytes) -> EmailMessage:
    """A message from its bytes."""
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise TypeError("not a message")
    return message


def page(folder: Path) -> str:
    """The list of everything caught, as a page without script."""
    found = [parse(file.read_bytes()) for file in sorted(folder.glob("*.eml"), reverse=True)[:200]]
    return PAGE.format(count=len(found), rows="".join(_row(message) for message in found))


def _row(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    parts = {"subject": message["subject"], "to": message["to"], "text": text}
    return ROW.format(**{name: html.escape(str(value)) for name, value in parts.items()})


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = page(FOLDER).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'none'")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a page that refreshes itself would fill the terminal."""


def main() -> None:
    """Catch until told to stop."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("MAIL_PAGE_PORT", "8025"))), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with MailCatcher(int(os.environ.get("MAIL_PORT", "1025")), FOLDER):
        stop.wait()
    server.shutdown()


if __name__ == "__main__":
    main()
