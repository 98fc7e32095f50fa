"""What the ranking looks at: plain values of one instant. Nothing here can reach a database or a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from officers.roles import Duty

# Where a security officer must not be the only one to respond.
NOT_ALONE = frozenset({"p1", "p2"})


@dataclass(frozen=True, slots=True)
class Call:
    """What the incident asks for, and who is on the way to it already."""

    priority: str
    cit_required: bool
    cit_on_the_way: bool = False
    peace_officer_on_the_way: bool = False
    language: str = ""
    skills: frozenset[str] = frozenset()

    @property
    def needs_cit(self) -> bool:
        """Whether the next unit has to be a CIT officer."""
        return self.cit_required and not self.cit_on_the_way

    @property
    def needs_peace_officer(self) -> bool:
        """Whether a security officer would be alone."""
        return self.priority in NOT_ALONE and not self.peace_officer_on_the_way


@dataclass(frozen=True, slots=True)
class Unit:
    """One officer of the roster as they are now.

    `restrictions` holds the kinds that apply to this call today. `incident` is the number of the incident the unit is
    on, empty when free. None for `minutes`, `hours_on_duty`, `rest_hours` or `place_hours` means that nobody knows.
    """

    key: UUID
    call_sign: str
    name: str = ""
    place: str = ""
    licensed: bool = True
    peace_officer: bool = True
    cit: bool = False
    cit_until: date | None = None
    duty: str = Duty.AVAILABLE.value
    incident: str = ""
    on_this_incident: bool = False
    restrictions: frozenset[str] = frozenset()
    minutes: int | None = None
    languages: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    crisis_calls: int = 0
    hours_on_duty: int | None = None
    rest_hours: int | None = None
    place_hours: int | None = None

    @property
    def meets_cit(self) -> bool:
        """A valid certificate in the hands of a peace officer: a security officer's does not meet a call's need."""
        return self.cit and self.peace_officer


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One call and the whole roster at one instant."""

    call: Call
    units: Sequence[Unit]
