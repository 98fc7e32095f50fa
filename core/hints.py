"""A hint says "look at the tables now". It carries nothing, may be lost, and never makes a request wait."""

import logging
import os
import threading
import time

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

WAKE_TASK = "notifications.wake"
REST_AFTER_FAILURE_S = 1.0
log = logging.getLogger(__name__)
_wanted = threading.Event()
_started_in: int | None = None
_lock = threading.Lock()


def after_commit() -> None:
    """Hint once this transaction has committed; a burst of commits is one hint."""
    transaction.on_commit(_want)


def _want() -> None:
    global _started_in
    with _lock:
        # The thread starts lazily and again after a fork, which would have lost it.
        if _started_in != os.getpid():
            _started_in = os.getpid()
            threading.Thread(target=_publish_forever, name="hints", daemon=True).start()
    _wanted.set()


def _publish_forever() -> None:
    while True:
        _wanted.wait()
        _wanted.clear()
        try:
            current_app.send_task(WAKE_TASK, expires=5, retry=False, ignore_result=True)
        except (OperationalError, OSError) as error:
            # The beat sweep finds the rows in two seconds; the broker's absence costs only that.
            log.warning("hint not published: %s", type(error).__name__)
            time.sleep(REST_AFTER_FAILURE_S)
