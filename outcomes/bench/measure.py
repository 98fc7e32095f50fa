"""Takes turns: every probe once in each round, so that a busy moment meets all of them."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.test.utils import CaptureQueriesContext

WARM_UP = 3


@dataclass
class Probe:
    """One thing to measure; `most_ms` and `most_statements` are the stated limits, None without one."""

    name: str
    act: Callable[[], object]
    counts_statements: bool = True
    most_ms: float | None = None
    most_statements: int | None = None
    times: list[float] = field(default_factory=list)
    statements: int | None = None

    @property
    def median_ms(self) -> float:
        """Half of the rounds were faster."""
        return statistics.median(self.times) * 1000


def rounds(probes: Sequence[Probe], number: int, step: Callable[[], object]) -> None:
    """Warm up, count the statements apart from the clock, then measure in turns."""
    for probe in probes:
        for _ in range(WARM_UP):
            probe.act()
        if probe.counts_statements:
            with CaptureQueriesContext(connection) as captured:
                probe.act()
            probe.statements = len(captured)
    for _ in range(number):
        for probe in probes:
            begun = time.perf_counter()
            probe.act()
            probe.times.append(time.perf_counter() - begun)
        step()
