"""What is known of the invented places: short names, a telephone in each room, two bell schedules, some hazards."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import cycle, pairwise
from typing import Any

from cit_dispatch.demo.places import Places
from officers.models import (
    BellPeriod,
    Campus,
    CampusKind,
    Extension,
    PlaceAlias,
    PremiseNote,
    RoleGrant,
    Room,
    RoomUse,
)
from officers.roles import Role
from officers.vocabulary import PremiseKind

SCHOOL_DAYS = [0, 1, 2, 3, 4]
# The high school's numbers begin with 4, so that 4204 stands in its room B-204.
FIRST_DIGIT = 6
# What is added to a room's digits, so that A-204, B-204 and C-204 have numbers of their own.
OFFSETS = {"A": 300, "B": 0, "C": 600}
ALIASES = {"the pit": "A-101", "bio lab": "C-204", "chem store": "C-205", "calm room": "A-102"}
SHORT_ROOM = "B-204"
# Where each period begins; the last entry ends the day.
DAYS: dict[str, tuple[tuple[str, time], ...]] = {
    "SHS": (
        ("Before school", time(7)),
        ("Period 1", time(8, 25)),
        ("Period 2", time(9, 20)),
        ("Period 3", time(10, 20)),
        ("Lunch", time(11, 15)),
        ("Period 4", time(12)),
        ("Period 5", time(12, 55)),
        ("Period 6", time(13, 50)),
        ("Period 7", time(14, 45)),
        ("After school", time(15, 40)),
        ("", time(18)),
    ),
    "BMS": (
        ("Before school", time(7)),
        ("Period 1", time(8)),
        ("Period 2", time(8, 55)),
        ("Period 3", time(9, 50)),
        ("Lunch", time(10, 45)),
        ("Period 4", time(11, 30)),
        ("Period 5", time(12, 25)),
        ("Period 6", time(13, 20)),
        ("After school", time(15)),
        ("", time(17, 30)),
    ),
}
CLASSES = ("Algebra", "Biology", "English", "History", "Art", "Spanish", "Chemistry")
ADULTS = ("Ms. Quill", "Mr. Alder", "Ms. Sparrow", "Mr. Flint", "Ms. Juniper", "Mr. Wren", "Ms. Cobalt", "Mr. Sage")
# campus, building, room, kind, text, ends in days
NOTES: tuple[tuple[str, str, str, PremiseKind, str, int | None], ...] = (
    ("SHS", "C", "C-205", PremiseKind.HAZARD, "Chemistry store: acids and gas bottles. No open flame.", None),
    ("SHS", "B", "", PremiseKind.HAZARD, "Stair rail loose on the north side. Keep to the wall.", 20),
    ("SHS", "", "", PremiseKind.ACCESS, "The east gate is locked after 16:00. The desk can open it.", None),
    ("SHS", "", "", PremiseKind.CONTACT, "Front office answers on 4401 until 17:00.", None),
    ("BMS", "B", "B-204", PremiseKind.HAZARD, "Pottery kiln: hot surfaces until an hour after class.", None),
    ("AGE", "", "", PremiseKind.HAZARD, "Road works at the main entrance. Come in from the west.", 10),
)


def build(places: Places, at: datetime) -> None:
    """All of it; the place that is none of the campuses is not among `places.campuses`."""
    agency = places.agency
    Campus.objects.create(agency=agency, name="Off campus", code="OFF", kind=CampusKind.OTHER)
    rooms = list(Room.objects.filter(agency=agency).select_related("building__campus"))
    PlaceAlias.objects.bulk_create(PlaceAlias(**about(room), alias=alias) for room, alias in _aliases(rooms))
    order = {campus.pk: number for number, campus in enumerate(places.campuses)}
    Extension.objects.bulk_create(
        Extension(**about(room), number=number_of(room, order[room.building.campus_id]), label="Wall phone")
        for room in rooms
    )
    _periods(places)
    _uses(places, rooms)
    _notes(places, rooms, at)


def about(room: Room) -> dict[str, Any]:
    """The columns of a row about a room."""
    building = room.building
    return {"agency_id": room.agency_id, "campus_id": building.campus_id, "building": building, "room": room}


def number_of(room: Room, campus: int) -> str:
    """The extension of a room: the campus's digit and the room's three."""
    digits = int(room.name.partition("-")[2]) + OFFSETS[room.building.name]
    return f"{(campus + FIRST_DIGIT) % 10}{digits:03d}"


def _aliases(rooms: list[Room]) -> Iterator[tuple[Room, str]]:
    for room in rooms:
        code = room.building.campus.code
        if room.name == SHORT_ROOM:
            yield room, f"{code[:2].lower()}204"
        if code == "SHS":
            yield from ((room, alias) for alias, name in ALIASES.items() if name == room.name)


def _periods(places: Places) -> None:
    campuses = {campus.code: campus for campus in places.campuses}
    for code, day in DAYS.items():
        BellPeriod.objects.bulk_create(
            BellPeriod(
                agency=places.agency,
                campus=campuses[code],
                name=name,
                weekdays=SCHOOL_DAYS,
                starts=starts,
                ends=ends,
            )
            for (name, starts), (_next, ends) in pairwise(day)
        )


def _uses(places: Places, rooms: list[Room]) -> None:
    """A class in every room of the two campuses in every numbered period."""
    subjects, adults, sizes = cycle(CLASSES), cycle(ADULTS), cycle((24, 18, 27, 21, 30))
    periods = BellPeriod.objects.filter(agency=places.agency, name__startswith="Period").order_by("campus", "starts")
    RoomUse.objects.bulk_create(
        RoomUse(
            agency=places.agency,
            period=period,
            room=room,
            group=next(subjects),
            adult=next(adults),
            people=next(sizes),
        )
        for period in periods
        for room in rooms
        if room.building.campus_id == period.campus_id
    )


def _notes(places: Places, rooms: list[Room], at: datetime) -> None:
    writer = RoleGrant.objects.filter(agency=places.agency, role=Role.SUPERVISOR).order_by("user__email")[0].user_id
    today = at.astimezone(places.agency.zone).date()
    for code, building, name, kind, text, days in NOTES:
        room = next(each for each in rooms if each.building.campus.code == code and each.name == (name or SHORT_ROOM))
        PremiseNote.objects.create(
            agency=places.agency,
            campus=room.building.campus,
            building=room.building if building else None,
            room=room if name else None,
            kind=kind,
            text=text,
            until=today + timedelta(days=days) if days else None,
            written_by_id=writer,
        )
