"""`manage.py bench_live`: what live screens cost and how late the last one hears."""

import statistics
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from outcomes.bench import fill, live, scratch
from outcomes.bench.live_table import Measured, last_heard_ms, p95, painted_ms, text
from outcomes.bench.screens import Crowd

IDLE_S = 10.0
PERIOD_S = 0.5
ARRIVE_S = 60.0
SETTLE_S = 3.0


class Command(BaseCommand):
    """Measure in a database made for it; the real one is never touched."""

    help = "Measure live screens over loopback: desks and tablets connected, two events a second."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many screens, how many events of each kind."""
        parser.add_argument("--desks", type=int, default=50, help="boards of dispatchers")
        parser.add_argument("--tablets", type=int, default=300, help="tablets of officers")
        parser.add_argument("--events", type=int, default=40, help="events of each kind, two a second")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, connect, wait in idleness, ring, count."""
        try:
            with scratch.database():
                town = fill.build("live", officers=options["tablets"])
                fill.open_incidents(town)
                scratch.analyze()
                with live.web() as web:
                    found = _measured(town, web, options["desks"], options["events"])
        except (scratch.NoScratch, TimeoutError) as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(text(found))


def _measured(town: fill.Town, web: live.Web, desks: int, events: int) -> Measured:
    crowd = live.crowd(town, web.port, desks)
    empty = web.memory_kib()
    found = Measured()
    found.notes["seconds until every screen was connected"] = crowd.arrive(ARRIVE_S)
    # Read before anything rings: the panels that are fetched then are not the streams' memory.
    found.figures["memory per stream, KiB"] = (web.memory_kib() - empty) / len(crowd.screens)
    crowd.look(ARRIVE_S)
    cpu, begun = web.cpu_s(), time.monotonic()
    time.sleep(IDLE_S)
    idle = (web.cpu_s() - cpu) * 1000 / (time.monotonic() - begun)
    found.figures["idle, CPU-ms per second and screen"] = idle / len(crowd.screens)
    try:
        _ring(town, crowd, web, found, events)
    finally:
        crowd.leave()
    faults = Counter(fault for screen in crowd.screens for fault in screen.faults)
    found.figures["answers that failed"] = faults.total()
    found.notes |= {f"failed: {fault}": times for fault, times in faults.items()}
    found.notes["panels on a desk"] = len(crowd.screens[0].panels)
    return found


def _ring(town: fill.Town, crowd: Crowd, web: live.Web, found: Measured, events: int) -> None:
    """First the bell alone for everyone, then real changes with every desk fetching its panel."""
    desks = [screen for screen in crowd.screens if screen.page == live.BOARD]
    crowd.fetches = False
    every = _paced(live.for_everyone(town), events)
    crowd.fetches = True
    cpu, begun = web.cpu_s(), time.monotonic()
    moves = _paced(live.status_change(town), events)
    found.notes["CPU of the web process while desks fetch, % of one core"] = (
        (web.cpu_s() - cpu) * 100 / (time.monotonic() - begun)
    )
    found.figures["PostgreSQL connections of the web process"] = live.connections()
    time.sleep(SETTLE_S)
    last = last_heard_ms(every, crowd.screens, live.ALL)
    changed = last_heard_ms(moves, desks, "assignment")
    painted = painted_ms(moves, desks, "assignment")
    found.figures["every screen rung, commit to last screen, p95 ms"] = p95(last)
    found.figures["status change, commit to last desk, p95 ms"] = p95(changed)
    found.figures["status change, commit to the last panel fetched by a desk, p95 ms"] = p95(painted)
    found.notes["every screen rung, commit to last screen, p50 ms"] = statistics.median(last)
    found.notes["status change, commit to last desk, p50 ms"] = statistics.median(changed)
    found.notes["status change, commit to the last panel fetched by a desk, p50 ms"] = statistics.median(painted)


def _paced(act: Callable[[], float], events: int) -> list[float]:
    """Two a second."""
    moments, begun = [], time.monotonic()
    for number in range(events):
        time.sleep(max(begun + number * PERIOD_S - time.monotonic(), 0.0))
        moments.append(act())
    time.sleep(PERIOD_S)
    return moments
