"""A room about which something is known: its hours, its telephone, and what to beware of."""

from datetime import UTC, datetime, time
from typing import Any

from officers.models import BellPeriod, Extension, PlaceAlias, PremiseNote, RoomUse
from tests.cast import District

# A Wednesday, 9:30 in the agency's own zone (Denver).
MORNING = datetime(2026, 3, 4, 16, 30, tzinfo=UTC)
SCHOOL_DAYS = [0, 1, 2, 3, 4]


def here(district: District, level: str = "room") -> dict[str, Any]:
    """The columns of a row about the district's campus, building or room."""
    building = district.room.building
    return {
        "agency": district.campus.agency,
        "campus": district.campus,
        "building": None if level == "campus" else building,
        "room": district.room if level == "room" else None,
    }


def alias(district: District, text: str = "ln204", level: str = "room") -> PlaceAlias:
    """An alias."""
    return PlaceAlias.objects.create(alias=text, **here(district, level))


def telephone(district: District, number: str = "4204", level: str = "room") -> Extension:
    """A telephone on the wall."""
    return Extension.objects.create(number=number, label="Wall phone", **here(district, level))


def note(district: District, text: str, kind: str = "hazard", level: str = "room", **more: Any) -> PremiseNote:
    """A premise note of the supervisor."""
    by = district.supervisor.person
    return PremiseNote.objects.create(text=text, kind=kind, written_by_id=by, **here(district, level), **more)


def period(district: District, name: str, starts: time, ends: time, days: list[int] | None = None) -> BellPeriod:
    """A period of the campus's day."""
    about = {"agency": district.campus.agency, "campus": district.campus, "weekdays": days or SCHOOL_DAYS}
    return BellPeriod.objects.create(name=name, starts=starts, ends=ends, **about)


def use(district: District, of: BellPeriod, group: str = "Biology, grade 10", **more: Any) -> RoomUse:
    """A class in the room."""
    about = {"agency": district.campus.agency, "room": district.room, "period": of}
    return RoomUse.objects.create(group=group, **{"adult": "Ms. Quill", "people": 24, **about, **more})
