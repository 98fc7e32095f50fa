"""Who went round its whole path and when, by the database's clock."""

import os
import socket

from django.db import connection

_BEAT = """
    INSERT INTO core_heartbeat (name, host, pid, tick_at, lag_ms) VALUES (%s, %s, %s, statement_timestamp(), %s)
    ON CONFLICT (name) DO UPDATE SET host = excluded.host, pid = excluded.pid, tick_at = excluded.tick_at,
                                     lag_ms = excluded.lag_ms
"""
_AGE = "SELECT extract(epoch FROM statement_timestamp() - tick_at) FROM core_heartbeat WHERE name = %s"


def beat(name: str, lag_ms: int = 0) -> None:
    """This process has just been round; `lag_ms` is how late it found what was due."""
    with connection.cursor() as cursor:
        cursor.execute(_BEAT, [name, socket.gethostname()[:60], os.getpid(), lag_ms])


def age_s(name: str) -> float | None:
    """Seconds since the last round of whoever bears this name; None when there never was one."""
    with connection.cursor() as cursor:
        cursor.execute(_AGE, [name])
        found = cursor.fetchone()
    return float(found[0]) if found else None
