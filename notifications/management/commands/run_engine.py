"""The standby process: sends when Celery does not."""

import logging
import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, connection

from notifications import standby

log = logging.getLogger(__name__)


class Command(BaseCommand):
    """Looks every second until it is told to stop."""

    help = "Watch over paging, and send while Celery's heartbeat is silent or something due is left lying."

    def handle(self, *args: Any, **options: Any) -> None:
        """SIGTERM and Ctrl-C end it after the pass that is under way."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            round_once()
            stop.wait(standby.EVERY_S)


def round_once() -> None:
    """A database that is away is no reason to end: the next round asks again over a new connection."""
    try:
        standby.look()
    except Error as error:
        log.warning("the standby could not look: %s", type(error).__name__)
        connection.close()
