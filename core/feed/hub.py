"""The open streams of this process: who hears what, and what each has yet to be told.

Everything here runs in the event loop's thread, so that nothing is locked and no ring falls between two steps.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from core.clock import now
from core.feed.backlog import Backlog, Ring
from core.feed.position import Position
from core.feed.topics import END, of_agency, of_person, of_session
from core.web.asgi import Send

BEAT_S = 5.0
# Without news from the database for so long, saying that all is well would be a lie.
SILENT_S = 3.0
PER_PERSON = 8
IN_ALL = 2000
RESYNC = "resync"
# A reader too slow for so many topics looks at everything.
PENDING = 100


@dataclass(frozen=True, slots=True)
class Listener:
    """A signed-in screen: whose it is, and which topics of the agency it hears."""

    agency: UUID
    person: UUID
    session: str
    topics: frozenset[str]


@dataclass(eq=False, slots=True)
class Stream:
    """One open answer. What it has yet to be told is a small set of topics, so a slow reader costs no memory."""

    listener: Listener
    send: Send
    ends_at: float
    pending: set[str] = field(default_factory=set)
    beat_due: bool = False
    busy: bool = False
    ended: bool = False


class Hub:
    """Rings streams, keeps them company with a beat, and ends them."""

    def __init__(self) -> None:
        self.position: Position | None = None
        self.closing = False
        self._backlog = Backlog(0)
        self._by_channel: dict[str, set[Stream]] = {}
        self._people: Counter[UUID] = Counter()
        self._heard_at = 0.0
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def streams(self) -> int:
        """How many are open."""
        return self._people.total()

    @property
    def is_current(self) -> bool:
        """Whether the database was heard a moment ago."""
        return self.position is not None and time.monotonic() - self._heard_at < SILENT_S

    def has_room(self, person: UUID) -> bool:
        """Whether this person may open one more."""
        return self._people[person] < PER_PERSON and self.streams < IN_ALL

    def begin(self, position: Position, backlog: Backlog) -> None:
        """A reader starts from here; after a change of epoch nobody knows what was missed."""
        if self.position is not None:
            self._tell(self._all(), RESYNC)
        self.position, self._backlog, self._heard_at = position, backlog, time.monotonic()

    def ring(self, position: Position, rings: list[Ring], overflowed: bool) -> None:
        """What has committed since the last time; more than can be kept is "look at everything"."""
        self.position, self._heard_at = position, time.monotonic()
        if overflowed:
            self._backlog = Backlog(position.next)
            self._tell(self._all(), RESYNC)
            return
        self._backlog.add(rings)
        for channel, topic in dict.fromkeys((ring.channel, ring.topic) for ring in rings):
            heard = [one for one in self._by_channel.get(channel, ()) if _hears(one.listener, channel, topic)]
            if topic == END:
                for stream in heard:
                    self.end(stream)
            else:
                self._tell(heard, topic)

    def open(self, stream: Stream, last: Position | None) -> None:
        """From now on it is rung; it starts with what it missed since `last`."""
        listener = stream.listener
        for channel in _channels(listener):
            self._by_channel.setdefault(channel, set()).add(stream)
        self._people[listener.person] += 1
        stream.beat_due = True
        if last is not None:
            stream.pending |= self._missed(listener, last)
        self._flush_soon(stream)

    def close(self, stream: Stream) -> None:
        """It is gone."""
        for channel in _channels(stream.listener):
            others = self._by_channel.get(channel, set())
            others.discard(stream)
            if not others:
                self._by_channel.pop(channel, None)
        self._people[stream.listener.person] -= 1
        self._people += Counter()

    def end(self, stream: Stream) -> None:
        """Finish the answer; the browser comes back and is asked anew who it is."""
        stream.ended = True
        self._flush_soon(stream)

    def end_all(self) -> None:
        """The process stops: a waiting answer would hold it up."""
        self.closing = True
        for stream in self._all():
            self.end(stream)

    async def beat_forever(self) -> None:
        """Every few seconds tell everyone that the line is alive, and end what has lasted long enough."""
        while True:
            await asyncio.sleep(BEAT_S)
            moment = time.monotonic()
            for stream in self._all():
                stream.beat_due = self.is_current
                if moment > stream.ends_at:
                    stream.ended = True
                self._flush_soon(stream)

    def _all(self) -> list[Stream]:
        mine = (streams for channel, streams in self._by_channel.items() if channel.startswith("person:"))
        return [stream for streams in mine for stream in streams]

    def _missed(self, listener: Listener, last: Position) -> set[str]:
        known = self.position is not None and last.epoch == self.position.epoch
        rings = self._backlog.since(last) if known else None
        if rings is None:
            return {RESYNC}
        own = _channels(listener)
        heard = {ring.topic for ring in rings if ring.channel in own and _hears(listener, ring.channel, ring.topic)}
        return heard - {END}

    def _tell(self, streams: Iterable[Stream], topic: str) -> None:
        for stream in streams:
            stream.pending.add(topic)
            if len(stream.pending) > PENDING:
                stream.pending = {RESYNC}
            self._flush_soon(stream)

    def _flush_soon(self, stream: Stream) -> None:
        if stream.busy or not (stream.pending or stream.beat_due or stream.ended):
            return
        stream.busy = True
        task = asyncio.get_running_loop().create_task(self._flush(stream))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _flush(self, stream: Stream) -> None:
        """Send what is due until nothing is."""
        while stream.pending or stream.beat_due:
            await stream.send({"type": "http.response.body", "body": self._due(stream), "more_body": True})
        # An ended one stays busy, so that nothing is said after the end.
        stream.busy = stream.ended
        if stream.ended:
            await stream.send({"type": "http.response.body", "body": b"", "more_body": False})

    def _due(self, stream: Stream) -> bytes:
        name, data = ("changed", " ".join(sorted(stream.pending))) if stream.pending else ("beat", now().isoformat())
        stream.pending.clear()
        stream.beat_due = False
        return f"id: {self.position}\nevent: {name}\ndata: {data}\n\n".encode()


def _channels(listener: Listener) -> tuple[str, str, str]:
    return of_agency(listener.agency), of_person(listener.person), of_session(listener.session)


def _hears(listener: Listener, channel: str, topic: str) -> bool:
    """Of the agency only what the roles allow, of one record as of its kind; of oneself everything."""
    return topic.partition(":")[0] in listener.topics or not channel.startswith("agency:")
