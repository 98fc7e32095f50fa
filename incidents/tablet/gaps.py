"""Which numbers of a device have not come."""

from collections.abc import Iterable

Gap = tuple[int, int]


def between(pairs: Iterable[tuple[int, int]], there: Iterable[int] = ()) -> list[Gap]:
    """What is missing between neighbors (before, after), without what is known from elsewhere."""
    known, found = set(there), []
    for before, after in sorted(pairs):
        start = before + 1
        for number in sorted({one for one in known if before < one < after} | {after}):
            if start < number:
                found.append((start, number - 1))
            start = number + 1
    return found


def words(gap: Gap) -> str:
    """41-43, or 41 alone."""
    first, last = gap
    return str(first) if first == last else f"{first}-{last}"
