"""Child processes that end with their supervisor, however it ends."""

import ctypes
import functools
import signal
import sys
from typing import Any

from honcho.process import Popen, Process

PR_SET_PDEATHSIG = 1


def end_with_parent(how: int = signal.SIGTERM) -> None:
    """Ask the kernel to signal this process when its parent dies; only Linux knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, how)


def tied(*values: Any, **options: Any) -> Process:
    """A process of the Procfile, tied to the runner: a killed runner leaves nothing behind."""
    process = Process(*values, **options)
    process._child_ctor = functools.partial(Popen, preexec_fn=end_with_parent)
    run = process.run

    def run_tied(*given: Any) -> None:
        # It ignores SIGTERM by design, so only SIGKILL ends it; its own child is then asked politely.
        end_with_parent(signal.SIGKILL)
        run(*given)

    process.run = run_tied
    return process
