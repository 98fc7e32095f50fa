"""How far a screen has heard. Numbers are not given out in the order of commits, so a position is a whole snapshot."""

import re
from dataclasses import dataclass

_TEXT = re.compile(r"([0-9a-z]{1,60})\.((\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19}){0,2000})?))")


@dataclass(frozen=True, slots=True)
class Position:
    """PostgreSQL's snapshot `oldest:next:running,...`: what had committed by then is known, nothing else is."""

    epoch: str
    snapshot: str
    oldest: int
    next: int
    running: frozenset[int]

    def knows(self, transaction: int) -> bool:
        """Whether this transaction had committed when the position was taken."""
        return transaction < self.next and transaction not in self.running

    def __str__(self) -> str:
        return f"{self.epoch}.{self.snapshot}"


def parse(text: str) -> Position | None:
    """A position that was sent back; None for anything else."""
    found = _TEXT.fullmatch(text)
    if found is None:
        return None
    epoch, snapshot, oldest, after, running = found.groups()
    return Position(epoch, snapshot, int(oldest), int(after), frozenset(int(one) for one in running.split(",") if one))
