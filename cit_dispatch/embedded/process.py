"""Start, await and stop one server process, whether this process or a killed one started it."""

import os
import pwd
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cit_dispatch.embedded.place import Place

LIMIT_S = 30.0
_children: dict[int, subprocess.Popen[bytes]] = {}


def until(condition: Callable[[], bool], limit_s: float = LIMIT_S) -> bool:
    """Whether the condition came true within the limit."""
    limit = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


def spawn(where: Place, log: str, command: list[str]) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own: that keeps Ctrl-C away, so that servers stop last."""
    group = pwd.getpwnam(where.user).pw_gid if where.user else None
    extra: list[int] | None = [] if where.user else None
    with (where.data / log).open("ab") as output:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            user=where.user,
            group=group,
            extra_groups=extra,
            start_new_session=True,
            cwd=where.data,
        )
    _children[child.pid] = child
    return child


def await_start(where: Place, child: subprocess.Popen[bytes], answers: Callable[[], bool], name: str) -> None:
    """Return when the server answers; say where its log is when it does not."""
    until(lambda: answers() or child.poll() is not None)
    if not answers():
        child.kill()
        raise SystemExit(f"{name} did not start. Its log is in {where.data}.")


def alive(pid: int, program: str) -> bool:
    """Whether `pid` is a running process of that program, and not another one that got its number."""
    if (child := _children.get(pid)) is not None:
        return child.poll() is None
    done = subprocess.run(["ps", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True)
    state, _, args = done.stdout.strip().partition(" ")
    return program in args and not state.startswith("Z")


def read_pid(file: Path) -> int | None:
    """The process number in the first line of a pid file."""
    with suppress(OSError, ValueError, IndexError):
        return int(file.read_text().splitlines()[0])
    return None


def stop(pid: int | None, program: str, how: signal.Signals) -> None:
    """Ask the process to stop, and insist when it does not."""
    for asked, limit in ((how, LIMIT_S), (signal.SIGKILL, 5.0)):
        if pid is None or not alive(pid, program):
            return
        with suppress(ProcessLookupError):
            os.kill(pid, asked)
        until(lambda: not alive(pid, program), limit)
