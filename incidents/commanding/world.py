"""What a line can speak of: the open incidents, the officers, natures and places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KnownIncident:
    """An open incident; `title` is its nature and place in words."""

    key: str
    number: str
    title: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """An officer; `part` is the key of the assignment they are on, `incident` its number."""

    key: str
    call_sign: str
    name: str
    cit: bool = False
    duty: str = "available"
    part: str = ""
    part_status: str = ""
    incident: str = ""
    incident_key: str = ""


@dataclass(frozen=True, slots=True)
class KnownNature:
    """A nature by its code."""

    slug: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A campus, building or room."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class World:
    """All of it at one moment; `places` answers what a text can mean, the likeliest first."""

    incidents: Sequence[KnownIncident] = ()
    units: Sequence[KnownUnit] = ()
    natures: Sequence[KnownNature] = ()
    places: Callable[[str], Sequence[KnownPlace]] = field(default=lambda text: ())
