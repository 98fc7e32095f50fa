"""What a comparison comes to."""

from dataclasses import dataclass
from enum import StrEnum

from incidents.likeness.facts import Known


class Sign(StrEnum):
    """What call and incident have in common, the surest first."""

    PERSON = "person"
    CALLBACK = "callback"
    CALLER = "caller"
    ROOM = "room"
    BUILDING = "building"
    FAMILY = "family"


# A surer sign outweighs all weaker ones together.
WEIGHT = {sign: 2 ** (len(Sign) - place) for place, sign in enumerate(Sign)}


@dataclass(frozen=True, slots=True)
class Like:
    """A likely duplicate: of which incident, by which signs, and how many minutes lie between."""

    known: Known
    signs: tuple[Sign, ...]
    minutes: int

    @property
    def score(self) -> int:
        """How sure it is; only the order counts."""
        return sum(WEIGHT[sign] for sign in self.signs)
