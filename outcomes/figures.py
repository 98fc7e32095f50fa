"""The figures a report shows: each with its numerator and denominator, and where its definition stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from outcomes.counts import Counts
from outcomes.definitions import DEFINITIONS, Definition, Unit
from outcomes.small_cells import hidden_cells


@dataclass(frozen=True, slots=True)
class Figure:
    """One value; None is "no value" when nothing was counted, and hidden when too few were."""

    definition: Definition
    part: int | None
    whole: int | None
    value: float | None
    hidden: bool = False


FACTOR = {Unit.COUNT: 1, Unit.PERCENT: 100, Unit.PER_100: 100, Unit.SECONDS: 1}


def of_all(counts: Counts) -> list[Figure]:
    """Every figure of the whole agency."""
    return [_figure(definition, counts, frozenset()) for definition in DEFINITIONS]


def of_campus(campus: str, counts: Mapping[str, Counts]) -> list[Figure]:
    """Every figure of one campus, small cells hidden; `counts` holds all campuses, since hiding looks at them."""
    hidden = frozenset(name for name in COUNTED if campus in _hidden(name, counts))
    return [_figure(definition, counts[campus], hidden) for definition in DEFINITIONS]


def by_campus(counts: Mapping[str, Counts], name: str) -> dict[str, int | None]:
    """One count of every campus, None where it is hidden."""
    hidden = _hidden(name, counts)
    return {campus: None if campus in hidden else getattr(row, name) for campus, row in counts.items()}


COUNTED = tuple(name for name in Counts.__annotations__ if name not in ("response_median_s", "response_p90_s"))


def _hidden(name: str, counts: Mapping[str, Counts]) -> frozenset[str]:
    return hidden_cells({campus: getattr(row, name) for campus, row in counts.items()})


def _figure(definition: Definition, counts: Counts, hidden: frozenset[str]) -> Figure:
    if hidden & {definition.part, definition.whole}:
        return Figure(definition, None, None, None, hidden=True)
    part = getattr(counts, definition.part)
    whole = getattr(counts, definition.whole) if definition.whole else None
    if definition.unit == Unit.SECONDS:
        return Figure(definition, None, whole, part)
    if whole is None:
        return Figure(definition, part, None, part)
    return Figure(definition, part, whole, round(part * FACTOR[definition.unit] / whole, 1) if whole else None)
