"""What the screens measured, beside the limits."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from outcomes.bench.screens import Panel, Screen

LIMITS = {
    "every screen rung, commit to last screen, p95 ms": 100.0,
    "status change, commit to last desk, p95 ms": 100.0,
    "status change, commit to the last panel fetched by a desk, p95 ms": 1000.0,
    "PostgreSQL connections of the web process": 39.0,
    "idle, CPU-ms per second and screen": 0.5,
    "memory per stream, KiB": 20.0,
    "answers that failed": 0.0,
}


@dataclass
class Measured:
    """Figures by the names of the limits; notes have none."""

    figures: dict[str, float] = field(default_factory=dict)
    notes: dict[str, float] = field(default_factory=dict)


def p95(values: Sequence[float]) -> float:
    """The nearest rank; what never came counts as endless."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * 0.95) - 1, 0)] if ordered else math.inf


def last_heard_ms(moments: Sequence[float], screens: Sequence[Screen], topic: str) -> list[float]:
    """For each event, when the last of these screens heard the topic."""
    return [max(_after(screen, moment, topic) for screen in screens) * 1000 for moment in moments]


def painted_ms(moments: Sequence[float], screens: Sequence[Screen], topic: str) -> list[float]:
    """For each event and screen, when the last of its panels had the answer to a fetch begun after the event."""
    return [
        max(_painted(panel, moment, topic) for panel in screen.panels) * 1000
        for moment in moments
        for screen in screens
    ]


def text(measured: Measured) -> str:
    """A line for each limit, kept or missed, and the notes."""
    lines = []
    for name, limit in LIMITS.items():
        found = measured.figures[name]
        lines.append(f"{'kept' if found <= limit else 'MISSED':7} {name}: {found:.2f} of {limit:g}")
    return "\n".join([*lines, *(f"        {name}: {value:.2f}" for name, value in measured.notes.items())])


def _after(screen: Screen, moment: float, topic: str) -> float:
    return next((at - moment for at, topics in screen.rung if at >= moment and topic in topics), math.inf)


def _painted(panel: Panel, moment: float, topic: str) -> float:
    if topic not in panel.topics:
        return 0.0
    return next((end - moment for begun, end in panel.painted if begun >= moment), math.inf)
