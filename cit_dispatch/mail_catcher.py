"""Receives the mail of a demonstration or a test instead of sending it; `python -m cit_dispatch.mail_catcher`."""

import asyncio
import os
import signal
import socket
import threading
import time
from asyncio.base_events import Server
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from cit_dispatch.embedded.process import until
from cit_dispatch.mail_page import parse, serve

FOLDER = Path(__file__).resolve().parent.parent / ".local" / "mail"


class Mode(StrEnum):
    """How the catcher answers; what it keeps is what a recipient would have got."""

    ACCEPT = "accept"
    REJECT_FOR_NOW = "reject450"
    REJECT = "reject550"
    STALL_AT_START = "stall at start"  # the connection opens and nothing is said: nothing is kept
    STALL = "stall"  # the message is kept, and its sender is never told
    DROP = "drop"  # the connection breaks after the message: nothing is kept


class _Protocol(SMTP):
    """aiosmtpd's, except that it can leave a caller without a greeting and hang up on everyone at the end."""

    def __init__(self, catcher: "MailCatcher", **options: Any) -> None:
        super().__init__(catcher, **options)
        self.catcher = catcher

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.catcher.calls.add(transport)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.catcher.calls = {call for call in self.catcher.calls if not call.is_closing()}

    async def _handle_client(self) -> None:
        if self.catcher.mode is Mode.STALL_AT_START:
            await self.loop.run_in_executor(None, self.catcher.released.wait)
        await super()._handle_client()


class _AnyPort(Controller):
    """A controller that learns which port the system gave it."""

    def factory(self) -> SMTP:
        return _Protocol(self.handler, **self.SMTP_kwargs)

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
        self.released = threading.Event()
        self.calls: set[asyncio.BaseTransport] = set()
        self._controller = _AnyPort(self, hostname="127.0.0.1", port=port)

    def __enter__(self) -> "MailCatcher":
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._controller.loop.call_soon_threadsafe(self._hang_up)
        until(lambda: not self.calls, limit_s=5.0)
        self._controller.stop()

    def _hang_up(self) -> None:
        for call in self.calls:
            call.close()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._controller.port)

    @property
    def message_ids(self) -> list[str]:
        """The Message-ID of everything kept, in order: one that appears twice was delivered twice."""
        return [str(message["message-id"]) for message in self.messages]

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Answer one message as the mode says."""
        if self.mode is Mode.REJECT_FOR_NOW:
            return "450 4.2.0 Not now"
        if self.mode is Mode.REJECT:
            return "550 5.1.1 No such mailbox"
        if self.mode is Mode.DROP:
            _break(server)
            return "421 4.3.0 Gone"
        self._keep(envelope.original_content or b"")
        if self.mode is Mode.STALL:
            await server.loop.run_in_executor(None, self.released.wait)
        return "250 2.0.0 Kept"

    def _keep(self, content: bytes) -> None:
        self.messages.append(parse(content))
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Whole or not at all, since the page may be reading the folder right now.
            half = self.folder / "arriving"
            half.write_bytes(content)
            half.rename(self.folder / f"{time.time_ns():020}.eml")


def _break(server: SMTP) -> None:
    transport: Any = server.transport
    transport.abort()


def main() -> None:
    """Catch until told to stop."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    page = serve(FOLDER, int(os.environ.get("MAIL_PAGE_PORT", "8025")))
    with MailCatcher(int(os.environ.get("MAIL_PORT", "1025")), FOLDER):
        stop.wait()
    page.shutdown()
    page.server_close()


if __name__ == "__main__":
    main()
