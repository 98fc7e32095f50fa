"""Screens as the web process meets them: an open stream each, and a fetch of every panel that a ring concerns."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from outcomes.bench.wire import Wire

# As in live.js: a little spread, a pause between two fetches, and another try when the server is busy.
SPREAD_S, SPACING_S, RETRY_S = 0.15, 0.7, 2.0
AT_ONCE = 20


@dataclass
class Panel:
    """A part of a page that refreshes itself, and when it did: asked and answered."""

    topics: frozenset[str]
    address: str
    # Where it is fetched together with others of its page.
    together: str = ""
    painted: list[tuple[float, float]] = field(default_factory=list)
    due: bool = False
    fetched: float = 0.0


@dataclass
class Screen:
    """One signed-in screen, which shows a page."""

    session: str
    page: str
    panels: list[Panel] = field(default_factory=list)
    rung: list[tuple[float, frozenset[str]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    wire: Wire = field(init=False)


Act = Callable[[Screen], Coroutine[None, None, None]]


class Crowd:
    """All screens, in one loop of a thread of its own."""

    def __init__(self, port: int, screens: list[Screen]) -> None:
        self.port, self.screens, self.fetches = port, screens, True
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Semaphore(0)
        # Three hundred people do not open their pages in the same second.
        self._doorstep = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        for screen in screens:
            screen.wire = Wire(port, screen.session)

    def arrive(self, limit_s: float) -> float:
        """Open every stream; answers how long it took until the last one was heard from."""
        begun = time.monotonic()
        self._thread.start()
        self._each(self._stay, limit_s)
        return time.monotonic() - begun

    def look(self, limit_s: float) -> None:
        """Open every page, and find the panels on it."""
        self._each(self._open, limit_s)

    def leave(self) -> None:
        """Close everything."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def _each(self, act: Act, limit_s: float) -> None:
        for screen in self.screens:
            self._loop.call_soon_threadsafe(self._begin, act(screen))
        for _ in self.screens:
            if not self._ready.acquire(timeout=limit_s):
                raise TimeoutError("not every screen was let in")

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
        for screen in self.screens:
            screen.wire.close()

    async def _open(self, screen: Screen) -> None:
        async with self._doorstep:
            status, body = await screen.wire.get(screen.page)
        if status != 200:
            raise ConnectionError(f"{screen.page} answered {status}")
        found = _Panels()
        found.feed(body.decode())
        screen.panels = found.panels
        self._ready.release()

    async def _stay(self, screen: Screen) -> None:
        reader, writer = await screen.wire.stream("/live/")
        try:
            await reader.readuntil(b"\n\n")
            self._ready.release()
            while True:
                self._take(screen, await reader.readuntil(b"\n\n"))
        except (asyncio.IncompleteReadError, ConnectionError):
            screen.faults.append("the stream broke")
        finally:
            writer.close()

    def _take(self, screen: Screen, frame: bytes) -> None:
        if b"event: changed" not in frame:
            return
        moment = time.monotonic()
        topics = frozenset(frame.partition(b"data: ")[2].split(b"\n")[0].decode().split())
        screen.rung.append((moment, topics))
        for panel in screen.panels if self.fetches else ():
            if panel.topics & topics:
                wait = hash((screen.session, panel.address)) % 1000 / 1000 * SPREAD_S
                self._fetch_in(max(wait, panel.fetched + SPACING_S - moment), screen, panel)

    async def _fetch(self, screen: Screen, panel: Panel) -> None:
        if not panel.due:
            return
        mates = [one for one in screen.panels if one.due and one.together and one.together == panel.together]
        asked, begun = mates or [panel], time.monotonic()
        for one in asked:
            one.due, one.fetched = False, begun
        address = panel.address
        if len(asked) > 1:
            address = f"{panel.together}?{urlencode([('of', one.address) for one in asked])}"
        status, _body = await screen.wire.get(address, "HX-Request: true")
        for one in asked:
            if status == 200:
                one.painted.append((begun, time.monotonic()))
            else:
                screen.faults.append(f"{status} {one.address}")
                self._fetch_in(RETRY_S, screen, one)

    def _fetch_in(self, seconds: float, screen: Screen, panel: Panel) -> None:
        if not panel.due:
            panel.due = True
            self._loop.call_later(seconds, lambda: self._begin(self._fetch(screen, panel)))


class _Panels(HTMLParser):
    """Whatever of a page refreshes itself."""

    def __init__(self) -> None:
        super().__init__()
        self.panels: list[Panel] = []
        self._together, self._members = "", frozenset[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element with topics and an address."""
        found = dict(attrs)
        if found.get("data-together"):
            self._together = found["data-together"] or ""
            self._members = frozenset((found["data-together-of"] or "").split())
        topics, address = found.get("data-live"), found.get("hx-get")
        if topics and address:
            together = self._together if found.get("id") in self._members else ""
            self.panels.append(Panel(frozenset(topics.split()), address, together))
