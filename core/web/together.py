"""One rendering for all who ask at the same time and would get the same.

Nothing is kept: an answer is shared only by those who asked before it was begun, so nobody gets what is older than
their question.
"""

import threading
from collections.abc import Callable, Hashable

PATIENCE_S = 5.0


class _Round:
    """One rendering, and what came of it; nothing when it failed."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.text: str | None = None


_lock = threading.Lock()
_running: dict[Hashable, _Round] = {}
_next: dict[Hashable, _Round] = {}


def together(key: Hashable, make: Callable[[], str]) -> str:
    """The text for this key, made after this call by somebody; `key` names everything that it depends on."""
    mine, before, leads = _join(key)
    if not leads:
        mine.done.wait(PATIENCE_S)
        return make() if mine.text is None else mine.text
    if before is not None:
        before.done.wait(PATIENCE_S)
        with _lock:
            # From here on it is being made, and who comes now waits for another one.
            _running[key] = mine
            _next.pop(key, None)
    try:
        mine.text = make()
        return mine.text
    finally:
        with _lock:
            if _running.get(key) is mine:
                del _running[key]
        mine.done.set()


def _join(key: Hashable) -> tuple[_Round, _Round | None, bool]:
    """The round to wait for or to make, the one before it, and whether it is ours to make."""
    with _lock:
        waiting, running = _next.get(key), _running.get(key)
        if waiting is not None:
            return waiting, None, False
        mine = _Round()
        (_running if running is None else _next)[key] = mine
        return mine, running, True
