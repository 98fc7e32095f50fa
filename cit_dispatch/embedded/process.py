"""Start, await and stop one server process, whether this process or a killed one started it."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cit_dispatch.embedded.place import Place

LIMIT_S = 30.0
PROCESSES = Path("/proc")
_children: dict[int, subprocess.Popen[bytes]] = {}


def until(condition: Callable[[], bool], limit_s: float = LIMIT_S) -> bool:
    """Whether the condition came true within the limit."""
    limit = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


def spawn(where: Place, log: Path, command: list[str]) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own: that keeps Ctrl-C away, so that servers stop last."""
    with log.open("wb") as output:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            cwd=where.data,
            **where.identity,
        )
    _children[child.pid] = child
    return child


def await_start(log: Path, child: subprocess.Popen[bytes], answers: Callable[[], bool], name: str) -> None:
    """Return when the server answers; say what it complained about when it does not."""
    until(lambda: answers() or child.poll() is not None)
    if not answers():
        child.kill()
        last = "\n".join(log.read_text(errors="replace").splitlines()[-5:])
        raise SystemExit(f"{name} did not start. The end of its log, {log}:\n{last}")


def alive(pid: int | None, program: str) -> bool:
    """Whether `pid` is a running process of that program, and not another one that got its number."""
    if pid is None:
        return False
    if (child := _children.get(pid)) is not None:
        return child.poll() is None
    return program in command_line(pid)


def command_line(pid: int) -> str:
    """The command line of a process; empty when there is none, or only its remains."""
    if (PROCESSES / "self").exists():
        with suppress(OSError):
            return (PROCESSES / str(pid) / "cmdline").read_bytes().decode(errors="replace")
        return ""
    done = subprocess.run(["ps", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True)
    state, _, arguments = done.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else arguments


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
