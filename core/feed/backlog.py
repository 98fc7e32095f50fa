"""The last rings, kept so that a screen that was away hears what it missed without asking the database."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from core.feed.position import Position

KEPT = 2000


@dataclass(frozen=True, slots=True)
class Ring:
    """Something of this topic changed, said on this channel, by this transaction."""

    transaction: int
    channel: str
    topic: str


class Backlog:
    """Every ring of the transactions from `complete_from` on; older ones may be gone."""

    def __init__(self, complete_from: int) -> None:
        self.complete_from = complete_from
        self._rings: deque[Ring] = deque()

    def add(self, rings: Iterable[Ring]) -> None:
        """Remember these, and forget the oldest beyond the limit."""
        self._rings.extend(rings)
        while len(self._rings) > KEPT:
            self.complete_from = max(self.complete_from, self._rings.popleft().transaction + 1)

    def since(self, position: Position) -> list[Ring] | None:
        """What was rung after the position; None when that is not known any more."""
        if position.oldest < self.complete_from:
            return None
        return [ring for ring in self._rings if not position.knows(ring.transaction)]
