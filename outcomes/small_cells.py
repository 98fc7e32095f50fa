"""Hides numbers so small that they could point at a person, and one more where the total would tell the hidden one."""

from collections.abc import Mapping

THRESHOLD = 10


def hidden_cells(cells: Mapping[str, int]) -> frozenset[str]:
    """The keys to hide in one split; zero alone stays visible unless it must cover another."""
    small = {key for key, n in cells.items() if 0 < n < THRESHOLD}
    others = [key for key in cells if key not in small]
    if small and others and sum(cells[key] for key in small) < THRESHOLD:
        # The total less the rest is what the gaps hold together: for a single gap the hidden number itself, and
        # for two gaps that hold two, one each. The smallest that counts covers them.
        small.add(min(others, key=lambda key: (cells[key] == 0, cells[key], key)))
    return frozenset(small)
