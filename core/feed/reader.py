"""The one reader of a process: a thread with one connection that follows the feed in the order of commits."""

import logging
import select
import threading
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, InterfaceError, connection

from core.feed.backlog import KEPT, Backlog, Ring
from core.feed.position import Position, parse

LOOK_S = 1.0
REST_S = 0.5
log = logging.getLogger(__name__)
# A restored or another database has another epoch: its transaction numbers mean something else.
_EPOCH = """
SELECT md5(s.system_identifier || '-' || c.timeline_id || '-' || d.oid)
  FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()
"""
_SNAPSHOT = "SELECT pg_current_snapshot()::text"
_LAST = "SELECT xid::text, channel, topic FROM core_feed ORDER BY xid DESC, id DESC LIMIT %s"
# One statement, hence one snapshot: the position that is answered is exactly the one that the rows were seen by.
# Rows that commit late come late, and are never skipped; a row of the future is one of a restored dump.
_SINCE = """
SELECT pg_current_snapshot()::text, f.xid::text, f.channel, f.topic
  FROM (VALUES (1)) AS one LEFT JOIN core_feed f
    ON f.xid >= pg_snapshot_xmin(%(known)s::pg_snapshot)
   AND NOT pg_visible_in_snapshot(f.xid, %(known)s::pg_snapshot)
   AND f.xid < pg_snapshot_xmax(pg_current_snapshot())
 ORDER BY f.id LIMIT %(limit)s
"""

Begin = Callable[[Position, Backlog], object]
Heard = Callable[[Position, list[Ring], bool], object]


class Reader:
    """Calls `begin` once for each epoch and `heard` after every look, both from its own thread."""

    def __init__(self, begin: Begin, heard: Heard) -> None:
        self._begin, self._heard = begin, heard
        self._stopped = threading.Event()
        self._position: Position | None = None

    def start(self) -> None:
        """Follow until stopped."""
        threading.Thread(target=self._run, name="feed", daemon=True).start()

    def stop(self) -> None:
        """At the next look."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._follow()
            except (DatabaseError, InterfaceError, OSError) as error:
                # Streams notice by the silence, and the position is kept: nothing is missed, only late.
                log.warning("feed interrupted: %s", type(error).__name__)
                self._stopped.wait(REST_S)
            finally:
                connection.close()

    def _follow(self) -> None:
        epoch = str(_rows(_EPOCH)[0][0])
        with connection.cursor() as cursor:
            cursor.execute("LISTEN core_feed")
        if self._position is None or self._position.epoch != epoch:
            self._position, backlog = start(epoch)
            self._begin(self._position, backlog)
        while not self._stopped.is_set():
            self._position, rings, overflowed = since(self._position)
            self._heard(self._position, rings, overflowed)
            _wait()


def start(epoch: str) -> tuple[Position, Backlog]:
    """Where the feed stands, and its last rings, so that a restart costs the screens nothing."""
    position = _position(epoch, str(_rows(_SNAPSHOT)[0][0]))
    rings = [Ring(int(xid), channel, topic) for xid, channel, topic in reversed(_rows(_LAST, [KEPT]))]
    # What commits between the two statements is read again by the first look, and rung twice at worst.
    rings = [ring for ring in rings if position.knows(ring.transaction)]
    # Fewer than the limit is everything of two days, and no log-in that could ask lasts a quarter of that.
    backlog = Backlog(rings[0].transaction + 1 if len(rings) == KEPT else 0)
    backlog.add(rings)
    return position, backlog


def since(position: Position) -> tuple[Position, list[Ring], bool]:
    """What has committed after the position, the new position, and whether it was more than can be kept."""
    found = _rows(_SINCE, {"known": position.snapshot, "limit": KEPT + 1})
    rings = [Ring(int(xid), channel, topic) for _snapshot, xid, channel, topic in found if xid is not None]
    return _position(position.epoch, str(found[0][0])), rings[:KEPT], len(rings) > KEPT


def _position(epoch: str, snapshot: str) -> Position:
    found = parse(f"{epoch}.{snapshot}")
    if found is None:
        raise ValueError("not a snapshot")
    return found


def _rows(statement: str, values: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _wait() -> None:
    """Until something commits or a second has passed: a notice may be lost, and then the look finds the row."""
    raw = connection.connection
    if not raw.notifies:
        select.select([raw], [], [], LOOK_S)
        raw.poll()
    raw.notifies.clear()
