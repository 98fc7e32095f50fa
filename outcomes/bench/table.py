"""The result as a table, and each limit with its verdict."""

from collections.abc import Sequence

from outcomes.bench.measure import Probe

TIMES_BARE = 2.0
GROWTH = 1.3
BARE_WRITE, CALL, BOARD = "Django, 4 inserts over HTTP", "log a call over HTTP", "board page, 100 open"


def text(small: Sequence[Probe], large: Sequence[Probe], sizes: tuple[int, int]) -> str:
    """A line per probe: median milliseconds at both sizes of history, statements, limits."""
    lines = [
        f"{'p50 in ms, closed incidents in history:':44}{sizes[0]:>10}{sizes[1]:>10}  statements",
        *[_line(one, other) for one, other in zip(small, large, strict=True)],
        "",
        *verdicts(small, large),
    ]
    return "\n".join(lines)


def verdicts(small: Sequence[Probe], large: Sequence[Probe]) -> list[str]:
    """Every limit as kept or missed."""
    found = []
    for probe in large:
        if probe.most_statements is not None and probe.statements is not None:
            kept = probe.statements <= probe.most_statements
            found.append(_said(kept, f"{probe.name}: {probe.statements} statements of {probe.most_statements}"))
        if probe.most_ms is not None:
            kept = probe.median_ms <= probe.most_ms
            found.append(_said(kept, f"{probe.name}: {probe.median_ms:.1f} ms of {probe.most_ms:.0f}"))
    before, after = ({probe.name: probe for probe in probes} for probes in (small, large))
    if CALL in after:
        ratio = after[CALL].median_ms / after[BARE_WRITE].median_ms
        found.append(_said(ratio <= TIMES_BARE, f"{CALL}: {ratio:.2f} times the bare Django write of {TIMES_BARE:.0f}"))
    if BOARD in after:
        growth = after[BOARD].median_ms / before[BOARD].median_ms
        found.append(_said(growth <= GROWTH, f"{BOARD}: {growth:.2f} times the small history of {GROWTH}"))
    return found


def _line(one: Probe, other: Probe) -> str:
    statements = "" if other.statements is None else str(other.statements)
    return f"{one.name:44}{one.median_ms:>10.2f}{other.median_ms:>10.2f}  {statements:>10}"


def _said(kept: bool, sentence: str) -> str:
    return f"{'kept' if kept else 'MISSED':7} {sentence}"
