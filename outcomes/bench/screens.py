"""Screens as the web process meets them: an open stream each, and a fetch of the panel when it rings."""

import asyncio
import re
import threading
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field

# As in live.js: a little spread, a pause between two fetches, and another try when the server is busy.
SPREAD_S, SPACING_S, RETRY_S = 0.2, 0.6, 2.0
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass
class Screen:
    """One signed-in screen; `page` is what it fetches when it rings, nothing for one that only listens."""

    session: str
    page: str = ""
    rung: list[tuple[float, frozenset[str]]] = field(default_factory=list)
    painted: list[tuple[float, float]] = field(default_factory=list)
    faults: int = 0
    _due: bool = False
    _fetched: float = 0.0


class Crowd:
    """All screens, in one loop of a thread of its own."""

    def __init__(self, port: int, screens: list[Screen]) -> None:
        self.port, self.screens, self.fetches = port, screens, True
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Semaphore(0)
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def arrive(self, limit_s: float) -> float:
        """Open every stream; answers how long it took until the last one was heard from."""
        begun = time.monotonic()
        self._thread.start()
        for screen in self.screens:
            self._loop.call_soon_threadsafe(self._begin, self._stay(screen))
        for _ in self.screens:
            if not self._ready.acquire(timeout=limit_s):
                raise TimeoutError("not every screen was let in")
        return time.monotonic() - begun

    def leave(self) -> None:
        """Close everything."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        # The loop itself holds its tasks weakly, and would lose a screen at any moment.
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _end(self) -> None:
        mine = list(self._tasks)
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)

    async def _stay(self, screen: Screen) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._request("/live/", screen))
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head.splitlines()[0]:
                screen.faults += 1
                return
            await reader.readuntil(b"\n\n")
            self._ready.release()
            while True:
                self._take(screen, await reader.readuntil(b"\n\n"))
        finally:
            writer.close()

    def _take(self, screen: Screen, frame: bytes) -> None:
        if b"event: changed" not in frame:
            return
        moment = time.monotonic()
        topics = frame.partition(b"data: ")[2].split(b"\n")[0].decode().split()
        screen.rung.append((moment, frozenset(topics)))
        if self.fetches and screen.page:
            wait = hash(screen.session) % 1000 / 1000 * SPREAD_S
            self._fetch_in(max(wait, screen._fetched + SPACING_S - moment), screen)

    async def _fetch(self, screen: Screen) -> None:
        screen._due, screen._fetched = False, time.monotonic()
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(self._request(screen.page, screen))
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        await reader.readexactly(int(length[1]) if length else 0)
        writer.close()
        if b" 200 " in head.splitlines()[0]:
            screen.painted.append((screen._fetched, time.monotonic()))
        else:
            screen.faults += 1
            self._fetch_in(RETRY_S, screen)

    def _fetch_in(self, seconds: float, screen: Screen) -> None:
        if not screen._due:
            screen._due = True
            self._loop.call_later(seconds, lambda: self._begin(self._fetch(screen)))

    def _request(self, path: str, screen: Screen) -> bytes:
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: sessionid={screen.session}"]
        return "\r\n".join([*lines, "HX-Request: true", "", ""]).encode()
