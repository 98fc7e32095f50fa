"""What must hold at all times. Each app adds its own; `manage.py verify` asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invariant:
    """`find` answers one line per row that breaks the sentence."""

    sentence: str
    find: Callable[[], Iterable[str]]


INVARIANTS: list[Invariant] = []


def holds(sentence: str) -> Callable[[Callable[[], Iterable[str]]], Callable[[], Iterable[str]]]:
    """Register the decorated finder under its sentence."""

    def register(find: Callable[[], Iterable[str]]) -> Callable[[], Iterable[str]]:
        INVARIANTS.append(Invariant(sentence, find))
        return find

    return register
