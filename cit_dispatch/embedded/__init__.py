"""A real PostgreSQL and a real Redis for a fresh machine: packaged binaries, supervised, data in the checkout."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from cit_dispatch.embedded import postgres, redis_server
from cit_dispatch.embedded.place import Place, place, private_folder

__all__ = ["Place", "place", "services"]


@contextmanager
def services(name: str = "run", *, durable: bool = True) -> Iterator[None]:
    """Make DATABASE_URL and REDIS_URL lead to running servers; the last process that uses them stops them."""
    if _given("DATABASE_URL") and _given("REDIS_URL"):
        yield
        return
    where = place(name)
    for folder in (where.data, where.sockets):
        private_folder(where, folder)
    with (where.data / "users.lock").open("w") as users:
        with _turn(where):
            fcntl.flock(users, fcntl.LOCK_SH)
            postgres.start(where, durable)
            redis_server.start(where)
        before = os.environ.copy()
        os.environ.update(_addresses(where))
        try:
            yield
        finally:
            for key in _addresses(where):
                os.environ.pop(key)
            os.environ.update(before)
            with _turn(where):
                _stop_if_last(where, users.fileno())


def _given(name: str) -> bool:
    return bool(os.environ.get(name) or os.environ.get(f"{name}_FILE"))


def _addresses(where: Place) -> dict[str, str]:
    return {
        "DATABASE_URL": where.database_url("cit_app"),
        "MIGRATE_DATABASE_URL": where.database_url("cit_migrate"),
        "ADMIN_DATABASE_URL": where.database_url(postgres.ADMIN),
        "REDIS_URL": where.redis_url,
        "CIT_DEMO": "1",
    }


@contextmanager
def _turn(where: Place) -> Iterator[None]:
    """Two commands that start or stop at once take turns."""
    with (where.data / "starting.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _stop_if_last(where: Place, users: int) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    redis_server.stop(where)
    postgres.stop(where)
