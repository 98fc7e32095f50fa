"""What keeps a channel's promises: an end in time, and no exception."""

import functools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from notifications.channels.base import Outgoing, Unknown

log = logging.getLogger(__name__)
T = TypeVar("T")


class Late(Exception):
    """It took longer than it may."""


def within(limit_s: float, work: Callable[[], T]) -> T:
    """What `work` gives, or raises; `Late` after `limit_s` seconds, whatever `work` is waiting for."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except Exception as error:
            answer.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    if not wait([answer], timeout=limit_s).done:
        raise Late
    return answer.result()


S = TypeVar("S")
R = TypeVar("R")


def safely(step: Callable[[S, Outgoing], R]) -> Callable[[S, Outgoing], R | Unknown]:
    """Turn what nobody foresaw into "unknown", aloud; its text may hold an address and is not written."""

    @functools.wraps(step)
    def guarded(self: S, outgoing: Outgoing) -> R | Unknown:
        try:
            return step(self, outgoing)
        except Exception as error:
            reason = type(error).__name__
            log.error("delivery %s over %s: unforeseen %s", outgoing.delivery_id, outgoing.channel, reason)
            return Unknown(f"unforeseen-{reason}")

    return guarded
