"""States and moves as data. One table gives the buttons, the API's actions, the tests and the diagram."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise

from core.actors import Actor
from core.errors import Undeclared

# guard(record, actor, at, changes) raises BrokenRule or Conflict when the move must not happen now.
Guard = Callable[[Any, Actor, datetime, dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Move:
    """What someone does. `target` None keeps the status; `stamp` names the time field it sets."""

    name: str
    past: str
    sources: tuple[str, ...]
    target: str | None
    label: str | Promise
    stamp: str = ""
    guards: tuple[Guard, ...] = ()
    tone: str = ""
    needs_form: bool = False
    # Takes a mistake back within a moment: offered where it was made, and never among the open moves.
    corrects: bool = False


@dataclass(frozen=True)
class Workflow:
    """All moves of one noun."""

    noun: str
    states: type[TextChoices]
    initial: str
    moves: tuple[Move, ...]
    # Other states in which a record may begin.
    also_initial: tuple[str, ...] = ()
    by_name: dict[str, Move] = field(init=False)

    def __post_init__(self) -> None:
        by_name = {move.name: move for move in self.moves}
        if self.noun in WORKFLOWS or len(by_name) < len(self.moves):
            raise Undeclared(f"{self.noun} or one of its moves is declared twice")
        object.__setattr__(self, "by_name", by_name)
        WORKFLOWS[self.noun] = self

    def move(self, name: str) -> Move:
        """The move of that name; an unknown one is a mistake of ours."""
        if name not in self.by_name:
            raise Undeclared(f"{self.noun} has no move {name}")
        return self.by_name[name]

    def permission(self, name: str) -> str:
        """The permission code of a move."""
        return f"{self.noun}.{name}"

    def event(self, name: str) -> str:
        """The event type that a move records."""
        return f"{self.noun}.{self.move(name).past}"

    def open_moves(self, status: str) -> tuple[Move, ...]:
        """The moves that leave this status."""
        return tuple(move for move in self.moves if status in move.sources)


WORKFLOWS: dict[str, Workflow] = {}
