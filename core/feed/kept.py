"""A drawing that many would get alike, kept for as long as nothing rings for it.

Whoever asks is answered from one statement that looks whether anything has committed since the drawing was begun, so
nobody gets what is older than their question. Times and whatever never rings make a drawing old after a second.
"""

import time
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass

from django.db import connection

from core.web.together import together

LASTS_S = 1.0
# One agency in two languages has a handful; a deployment of many districts some hundred.
AT_MOST = 256
# What the drawing saw is at least the snapshot of the statement that ran before it; later rings only draw once more.
_RUNG = """
SELECT pg_current_snapshot()::text, EXISTS (
  SELECT FROM core_feed f
   WHERE f.xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot) AND NOT pg_visible_in_snapshot(f.xid, %(seen)s::pg_snapshot)
     AND f.channel = %(channel)s AND f.topic = ANY(%(topics)s))
"""


@dataclass(frozen=True, slots=True)
class _Drawing:
    text: str
    seen: str
    at: float


_kept: dict[Hashable, _Drawing] = {}


def drawing(key: Hashable, channel: str, topics: Collection[str], draw: Callable[[], str]) -> str:
    """What `draw` makes, or has made since the last ring; `key` names everything that it depends on."""
    if connection.in_atomic_block:
        # What an open transaction has changed is in nobody's feed yet, and not for others to see.
        return draw()
    return together(key, lambda: _current(key, channel, topics, draw))


def _current(key: Hashable, channel: str, topics: Collection[str], draw: Callable[[], str]) -> str:
    begun, last = time.monotonic(), _kept.get(key)
    fresh = last if last is not None and begun - last.at < LASTS_S else None
    seen, rung = _look(fresh, channel, topics)
    if fresh is not None and not rung:
        return fresh.text
    text = draw()
    if len(_kept) >= AT_MOST:
        _kept.clear()
    _kept[key] = _Drawing(text, seen, begun)
    return text


def _look(last: _Drawing | None, channel: str, topics: Collection[str]) -> tuple[str, bool]:
    """The snapshot of this moment, and whether anything was rung since that of the last drawing."""
    with connection.cursor() as cursor:
        if last is None:
            cursor.execute("SELECT pg_current_snapshot()::text, true")
        else:
            cursor.execute(_RUNG, {"seen": last.seen, "channel": channel, "topics": list(topics)})
        snapshot, rung = cursor.fetchone()
    return str(snapshot), bool(rung)
