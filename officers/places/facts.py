"""A place as finding sees it: its names, and nothing that has to be fetched."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID


class Level(StrEnum):
    """How exactly a place is named."""

    CAMPUS = "campus"
    BUILDING = "building"
    ROOM = "room"


class Rule(IntEnum):
    """Why a place is offered, the best reason first."""

    ALIAS = 0  # a stored alias, exactly
    CODE = 1  # the campus code with the room or its digits, or alone, exactly
    NAME = 2  # the name of the room, the building or the campus, exactly
    ALIAS_BEGINS = 3
    CODE_BEGINS = 4
    WORDS = 5  # every part begins a word of the place
    INSIDE = 6  # every part is somewhere in its names


@dataclass(frozen=True, slots=True)
class Named:
    """A campus, or a building of it, or a room of that, with its names."""

    campus: UUID
    campus_name: str
    code: str
    building: UUID | None = None
    building_name: str = ""
    room: UUID | None = None
    room_name: str = ""
    floor: int = 1
    door: str = ""

    @property
    def level(self) -> Level:
        """How exactly it is named."""
        if self.room:
            return Level.ROOM
        return Level.BUILDING if self.building else Level.CAMPUS

    @property
    def key(self) -> str:
        """What a form carries for it."""
        return f"{self.level}:{self.room or self.building or self.campus}"
