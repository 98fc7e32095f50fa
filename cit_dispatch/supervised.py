"""The processes of the Procfile, which start together, and end with their supervisor however it ends."""

import ctypes
import functools
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from types import FrameType
from typing import Any

from honcho.manager import Manager
from honcho.printer import Printer
from honcho.process import Popen, Process

PR_SET_PDEATHSIG = 1
LOOK_S = 1.0


class Terminal:
    """Standard output that may go away: a closed terminal must not keep the processes from being stopped."""

    def write(self, text: str) -> None:
        """Write what can be written."""
        with suppress(OSError, ValueError):
            sys.stdout.write(text)
            sys.stdout.flush()

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        """Whether colours make sense."""
        return sys.stdout.isatty()


class Supervisor(Manager):
    """honcho's manager, except that it takes an order to stop only when it knows what to stop."""

    def __init__(self) -> None:
        super().__init__(Printer(Terminal()))
        self._process_ctor = _Tied

    def _start(self) -> None:
        ordered: list[int] = []

        def note(number: int, _frame: FrameType | None) -> None:
            ordered.append(number)

        former = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
        super()._start()
        early = []
        while not self._all_started():
            message = self.events.get()
            if message.type == "start":
                self._processes[message.name]["pid"] = message.data["pid"]
            else:
                early.append(message)
        for message in early:
            self.events.put(message)
        for number, handler in former.items():
            signal.signal(number, handler)
        if ordered:
            os.kill(os.getpid(), ordered[0])


class _Tied(Process):
    """A process that is told to end when its supervisor is killed."""

    def __init__(self, *values: Any, **options: Any) -> None:
        super().__init__(*values, **options)
        self._child_ctor = functools.partial(Popen, preexec_fn=_end_with_parent)

    def run(self, *given: Any) -> None:
        """Run it, in the helper process that honcho forks for it."""
        # The helper ignores SIGTERM by design, so only SIGKILL ends it; its own child is then asked politely.
        _end_with_parent(signal.SIGKILL)
        if sys.platform != "linux":
            threading.Thread(target=self._watch, args=[os.getppid()], daemon=True).start()
        super().run(*given)

    def _watch(self, supervisor: int) -> None:
        while os.getppid() == supervisor:
            time.sleep(LOOK_S)
        with suppress(OSError):
            os.killpg(self._child.pid, signal.SIGTERM)
        os._exit(1)


def _end_with_parent(how: int = signal.SIGTERM) -> None:
    """Ask the kernel to signal this process when its parent dies; only Linux knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, how)
