"""The stream of the doorbell: raw ASGI, since Django's own would hold a connection and a thread for each screen."""

import asyncio
import secrets
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Any

from django.db import DatabaseError, InterfaceError

from core.feed.hub import Hub, Listener, Stream
from core.feed.position import parse
from core.feed.reader import Reader
from core.web.asgi import Headers, Receive, Scope, Send, answer

# Who listens is asked again after this time, whatever the feed said or failed to say.
LIFE_S = 540.0
SPREAD_S = 60
READY_S = 3.0
ADMITTING = 2
HEAD: Headers = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache, no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
# Answers None for whoever is not signed in; runs in a thread, since it asks the database.
Admit = Callable[[dict[bytes, bytes]], Listener | None]


class Live:
    """One endpoint, one hub and one reader for a process."""

    def __init__(self, admit: Admit) -> None:
        self.hub = Hub()
        self._admit = admit
        self._threads = ThreadPoolExecutor(ADMITTING, thread_name_prefix="live")
        self._reader: Reader | None = None
        self._beats: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or stay until the screen goes."""
        headers = dict(scope["headers"])
        if scope["method"] != "GET":
            await answer(send, 405, b"Only GET.", [(b"allow", b"GET")])
        elif headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
            await answer(send, 403, b"Only from our own pages.")
        elif not await self._is_ready():
            await answer(send, 503, b"The feed is not ready.", [(b"retry-after", b"2")])
        else:
            await self._listen(headers, receive, send)

    async def _listen(self, headers: dict[bytes, bytes], receive: Receive, send: Send) -> None:
        try:
            listener = await asyncio.get_running_loop().run_in_executor(self._threads, self._admit, headers)
        except (DatabaseError, InterfaceError):
            await answer(send, 503, b"The database does not answer.", [(b"retry-after", b"2")])
            return
        if listener is None:
            await answer(send, 401, b"Sign in first.")
        elif not self.hub.has_room(listener.person):
            await answer(send, 429, b"Too many screens.", [(b"retry-after", b"60")])
        else:
            # Spread, so that screens that came together after a restart do not all come back together.
            ends_at = time.monotonic() + LIFE_S + secrets.randbelow(SPREAD_S)
            await self._stay(Stream(listener, send, ends_at), headers, receive)

    async def _stay(self, stream: Stream, headers: dict[bytes, bytes], receive: Receive) -> None:
        await stream.send({"type": "http.response.start", "status": 200, "headers": HEAD})
        last = headers.get(b"last-event-id", b"").decode("latin-1")
        self.hub.open(stream, parse(last))
        try:
            # Nothing more is asked, so what comes is the end: theirs, or ours once the answer is complete.
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.hub.close(stream)

    async def _is_ready(self) -> bool:
        """The reader starts with the first screen; until it has its position nobody can be told anything."""
        if self.hub.closing:
            return False
        if self._reader is None:
            loop = asyncio.get_running_loop()
            self._beats = loop.create_task(self.hub.beat_forever())
            self._reader = Reader(
                partial(_tell, loop, self.hub.begin),
                partial(_tell, loop, self.hub.ring),
            )
            self._reader.start()
        with suppress(TimeoutError):
            async with asyncio.timeout(READY_S):
                while not self.hub.is_current:
                    await asyncio.sleep(0.02)
        return self.hub.is_current

    def open(self) -> None:
        """At the start: be told of the order to stop before the server waits for its open answers."""
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            self._chain(number, loop)

    def _chain(self, number: signal.Signals, loop: asyncio.AbstractEventLoop) -> None:
        former = signal.getsignal(number)

        def stop(received: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self.hub.end_all)
            if callable(former):
                former(received, frame)

        signal.signal(number, stop)

    async def close(self) -> None:
        """At the end: no thread stays."""
        self.hub.end_all()
        if self._reader is not None:
            self._reader.stop()
        if self._beats is not None:
            self._beats.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[..., object], *news: Any) -> None:
    # The reader's thread may outlive the loop by one look.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(what, *news)
