"""The door of the web process: refuses what Django should never see, then hands over to Django's WSGI side."""

import os
from tempfile import SpooledTemporaryFile
from typing import IO

from core.feed.stream import Live
from core.web.asgi import Application, Headers, Message, Receive, Scope, Send, answer

LIVE = "/live/"
Body = IO[bytes]

IN_MEMORY = 1024 * 1024
BODY_LIMIT = 25 * 1024 * 1024
THREADS = int(os.environ.get("WEB_THREADS", "12"))
# Each of 50 desks and 300 tablets may wait for one answer; beyond that the queue is longer than people wait.
IN_FLIGHT_LIMIT = int(os.environ.get("WEB_IN_FLIGHT", str(THREADS * 32)))
REASONS = {400: b"The body is incomplete.", 413: b"The body is too large.", 503: b"Busy. Try again in a moment."}


class BodyRefused(ValueError):
    """A body that is not handed on; `status` is the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Door:
    """Reads a body to its end, drops ambiguous headers, and bounds what is under way."""

    def __init__(self, inner: Application, in_flight_limit: int = IN_FLIGHT_LIMIT, live: Live | None = None) -> None:
        self.inner = inner
        self.live = live
        self.free = in_flight_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/healthz/live":
            await answer(send, 200, b"ok")
        elif scope["type"] == "http" and scope["path"] == LIVE and self.live is not None:
            await self.live(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        # WSGI writes "-" and "_" alike, so X_Forwarded_Proto could pose as the proxy's header.
        headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
        with SpooledTemporaryFile(max_size=IN_MEMORY) as body:
            try:
                size = await _read(_announced(headers), receive, body)
            except BodyRefused as refused:
                await answer(send, refused.status, REASONS[refused.status], [(b"connection", b"close")])
                return
            # Only now: a slow sender holds neither a thread nor a place among those who wait for one.
            if self.free <= 0:
                await answer(send, 503, REASONS[503], [(b"retry-after", b"2")])
                return
            await self._inside({**scope, "headers": _measured(headers, size)}, body, receive, send)

    async def _inside(self, scope: Scope, body: Body, receive: Receive, send: Send) -> None:
        body.seek(0)
        more = True

        async def replay() -> Message:
            nonlocal more
            if not more:
                return await receive()
            part = body.read(IN_MEMORY)
            more = len(part) == IN_MEMORY
            return {"type": "http.request", "body": part, "more_body": more}

        self.free -= 1
        try:
            await self.inner(scope, replay, send)
        finally:
            self.free += 1

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if self.live is not None and message["type"] == "lifespan.startup":
                self.live.open()
            elif self.live is not None:
                await self.live.close()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return


def _announced(headers: Headers) -> int | None:
    length = next((value for name, value in headers if name == b"content-length"), b"")
    return int(length) if length.isdigit() else None


def _measured(headers: Headers, size: int) -> Headers:
    # WSGI knows no chunks: without a length Django would find an empty body.
    if not size:
        return headers
    kept = [(name, value) for name, value in headers if name not in (b"content-length", b"transfer-encoding")]
    return [*kept, (b"content-length", str(size).encode())]


async def _read(announced: int | None, receive: Receive, body: Body) -> int:
    """Copy the whole body and give its size; half a sentence must not arrive as if it were whole."""
    if announced is not None and announced > BODY_LIMIT:
        raise BodyRefused(413)
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyRefused(400)
        part, more = message.get("body", b""), message.get("more_body", False)
        size += len(part)
        if size > BODY_LIMIT:
            raise BodyRefused(413)
        body.write(part)
    if announced is not None and size < announced:
        raise BodyRefused(400)
    return size
