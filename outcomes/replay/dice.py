"""Chance that is always the same: each draw is a hash of seed, line and name, so a resumed run draws alike."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dice:
    """The draws of one row; a new named draw changes none of the others."""

    seed: int
    line: int

    def share(self, name: str) -> float:
        """Evenly from 0 up to 1, without 1."""
        digest = hashlib.sha256(f"{self.seed}:{self.line}:{name}".encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def happens(self, name: str, per_hundred: float) -> bool:
        """True in so many of a hundred rows."""
        return self.share(name) * 100 < per_hundred

    def between(self, name: str, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.share(name) * (high - low + 1))

    def one_of(self, name: str, choices: Sequence[T]) -> T:
        """One of them, all alike."""
        return choices[int(self.share(name) * len(choices))]

    def weighted(self, name: str, weights: Mapping[T, float]) -> T:
        """One of the keys, as often as its weight says."""
        left = self.share(name) * sum(weights.values())
        for choice, weight in weights.items():
            left -= weight
            if left < 0:
                return choice
        return list(weights)[-1]
