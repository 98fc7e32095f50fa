"""The door of the web process: refuses what Django should never see, then hands over to Django's WSGI side."""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

BODY_LIMIT = 25 * 1024 * 1024
THREADS = int(os.environ.get("WEB_THREADS", "12"))
IN_FLIGHT_LIMIT = int(os.environ.get("WEB_IN_FLIGHT", str(THREADS * 8)))
REASONS = {400: b"The body is incomplete.", 413: b"The body is too large.", 503: b"Busy. Try again in a moment."}


class BodyRefused(ValueError):
    """A body that is not handed on; `status` is the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Door:
    """Bounds what is under way, reads a body to its end, and drops ambiguous headers."""

    def __init__(self, inner: Application, in_flight_limit: int = IN_FLIGHT_LIMIT) -> None:
        self.inner = inner
        self.free = in_flight_limit

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    async def _http(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["path"] == "/healthz/live":
            await _answer(send, 200, b"ok")
        elif self.free <= 0:
            await _answer(send, 503, REASONS[503], [(b"retry-after", b"1")])
        else:
            self.free -= 1
            try:
                await self._inside(scope, receive, send)
            finally:
                self.free += 1

    async def _inside(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        # WSGI writes "-" and "_" alike, so X_Forwarded_Proto could pose as the proxy's header.
        headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
        try:
            body = await _body(headers, receive)
        except BodyRefused as refused:
            await _answer(send, refused.status, REASONS[refused.status], [(b"connection", b"close")])
            return
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        await self.inner({**scope, "headers": headers}, replay, send)


async def _body(headers: list[tuple[bytes, bytes]], receive: Receive) -> bytes:
    """The whole body, so that a slow sender holds no thread and no database connection."""
    announced = next((value for name, value in headers if name == b"content-length"), None)
    if announced is not None and announced.isdigit() and int(announced) > BODY_LIMIT:
        raise BodyRefused(413)
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyRefused(400)
        parts.append(message.get("body", b""))
        size, more = size + len(parts[-1]), message.get("more_body", False)
        if size > BODY_LIMIT:
            raise BodyRefused(413)
    if announced is not None and announced.isdigit() and size < int(announced):
        raise BodyRefused(400)
    return b"".join(parts)


async def _answer(send: Send, status: int, body: bytes, more: list[tuple[bytes, bytes]] | None = None) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode()), *(more or [])]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
