"""What coverage is reckoned from: the rules as they were set, and the people as they are planned.

Who is on leave or sits in a class is away, whatever their shift says. A certificate counts from the instant it was
both earned and verified until its last local day ends, so somebody can stop counting in the middle of a shift.
"""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from officers.planning.fitness import SUITABLE
from officers.planning.spans import Span
from officers.vocabulary import CoverageKind, Position


@dataclass(frozen=True, slots=True)
class Minimum:
    """One coverage rule; without a group it counts the whole agency."""

    key: UUID
    name: str
    position: str
    number: int
    weekdays: frozenset[int]
    starts: time
    ends: time
    kind: str = CoverageKind.AT_LEAST.value
    cit: bool = True
    group: UUID | None = None
    group_name: str = ""

    @property
    def share(self) -> bool:
        """Whether it asks a percentage of whoever is on duty."""
        return self.kind == CoverageKind.SHARE.value

    @property
    def least(self) -> int:
        """The fewest people that could ever meet it."""
        return 1 if self.share else self.number

    def need(self, on_duty: int) -> int:
        """How many are asked beside this many on duty. A share of nobody asks nobody."""
        return -(-on_duty * self.number // 100) if self.share else self.number


@dataclass(frozen=True, slots=True)
class Work:
    """One planned shift, or time on the clock, and the group it counts for."""

    position: str
    span: Span
    group: UUID | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster. `crisis_trained` holds what makes a dispatcher count: CIT or the desk's own course.

    `restricted` is when they must not be sent to any call: then they count for the desk alone.
    """

    key: UUID
    call_sign: str
    license: str
    group: UUID | None = None
    name: str = ""
    work: tuple[Work, ...] = ()
    cit: tuple[Span, ...] = ()
    crisis_trained: tuple[Span, ...] = ()
    leave: tuple[Span, ...] = ()
    classes: tuple[Span, ...] = ()
    restricted: tuple[Span, ...] = ()

    def absent(self, position: str) -> tuple[Span, ...]:
        """When they cannot count in this position although they may be planned."""
        away = (*self.leave, *self.classes)
        return away if position == Position.DISPATCH else (*away, *self.restricted)

    def certified(self, position: str) -> tuple[Span, ...]:
        """When they count as certified in this position."""
        return self.crisis_trained if position == Position.DISPATCH else self.cit

    def suits(self, position: str) -> bool:
        """Whether their license lets them work it."""
        return self.license in SUITABLE[position]
