"""A real PostgreSQL and a real Redis for a fresh machine: packaged binaries, supervised, data in the checkout."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

import environ

from cit_dispatch.embedded import postgres, redis_server
from cit_dispatch.embedded.place import BASE_DIR, Place, place, private_folder

__all__ = ["Place", "own", "place", "remove", "revive", "services"]


@contextmanager
def services() -> Iterator[bool]:
    """Make DATABASE_URL and REDIS_URL lead to running servers: the given ones, or else our own (True)."""
    if _given():
        yield False
        return
    with own("run"):
        yield True


@contextmanager
def own(name: str, *, durable: bool = True) -> Iterator[None]:
    """Servers of our own, whatever the environment says; the last process that uses them stops them."""
    where = place(name)
    before = os.environ.copy()
    with _lock(where, "users") as users:
        try:
            with _turn(where):
                fcntl.flock(users, fcntl.LOCK_SH)
                _start(where, durable)
            os.environ.update(_addresses(where))
            yield
        finally:
            for key in _addresses(where):
                os.environ.pop(key, None)
            os.environ.update(before)
            with _turn(where):
                _stop_if_last(where, users)


def revive(name: str = "run") -> list[str]:
    """Start again what has died of the servers in use, and name it."""
    where = place(name)
    dead = {"PostgreSQL": not postgres.running(where), "Redis": not redis_server.running(where)}
    if any(dead.values()):
        with _turn(where):
            _start(where, durable=True)
    return [server for server, gone in dead.items() if gone]


def remove(name: str) -> None:
    """Take away the data of a set that nobody uses."""
    where = place(name)
    with _lock(where, "users") as users, _turn(where):
        if not _stop_if_last(where, users):
            raise SystemExit(f"The services in {where.data} are in use. Stop what uses them first.")
        shutil.rmtree(where.data, ignore_errors=True)
        (where.control / f"{name}.place").unlink(missing_ok=True)


def _given() -> bool:
    if (BASE_DIR / ".env").exists():
        environ.Env.read_env(BASE_DIR / ".env")
    names = ("DATABASE_URL", "REDIS_URL")
    given = [name for name in names if os.environ.get(name) or os.environ.get(f"{name}_FILE")]
    if len(given) == 1:
        # Half a configuration must never become a demonstration by surprise.
        raise SystemExit(f"{given[0]} is set, its companion is not. Set both of {' and '.join(names)}, or neither.")
    return bool(given)


def _addresses(where: Place) -> dict[str, str]:
    return {
        "DATABASE_URL": where.database_url("cit_app"),
        "MIGRATE_DATABASE_URL": where.database_url("cit_migrate"),
        "ADMIN_DATABASE_URL": where.database_url(postgres.ADMIN),
        "AUDITOR_DATABASE_URL": where.database_url("cit_auditor"),
        "REDIS_URL": where.redis_url,
        "CIT_DEMO": "1",
    }


def _start(where: Place, durable: bool) -> None:
    for folder in (where.data, where.sockets):
        private_folder(where, folder)
    postgres.start(where, durable)
    redis_server.start(where)


@contextmanager
def _lock(where: Place, name: str) -> Iterator[IO[str]]:
    path = where.control / f"{where.name}.{name}.lock"
    try:
        file = path.open("w")
    except PermissionError:
        raise SystemExit(f"{path} belongs to another user. Run as that user, or remove {where.control}.") from None
    with file:
        yield file


@contextmanager
def _turn(where: Place) -> Iterator[None]:
    """Two commands that start or stop at once take turns."""
    with _lock(where, "turn") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _stop_if_last(where: Place, users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    redis_server.stop(where)
    postgres.stop(where)
    with suppress(OSError):
        shutil.rmtree(where.sockets)
    return True
