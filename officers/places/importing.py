"""What a file of aliases, extensions or room uses would change: bad rows by line and reason. Pure, over a snapshot."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.csv_in import BadCell, BadLine, Line
from officers.places.facts import Named
from officers.places.words import squeeze

NEW, CHANGED, SAME = "new", "changed", "same"
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "aliases": (("alias", "campus"), ("building", "room")),
    "extensions": (("extension", "campus"), ("name", "building", "room")),
    "uses": (("campus", "period", "room", "group"), ("building", "adult", "people")),
}
LENGTHS = {"alias": 40, "name": 80, "group": 80, "adult": 80}
MOST_PEOPLE = 5000
Cells = Mapping[str, str]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Existing:
    """A row that is there already, by its natural key."""

    pk: UUID
    active: bool
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is known before the file is read: places and periods by their squeezed names, rows by their natural key."""

    campuses: Mapping[str, Named]
    buildings: Mapping[tuple[UUID, str], Named]
    rooms: Mapping[tuple[UUID, str], list[Named]]
    periods: Mapping[tuple[UUID, str], UUID]
    rows: Mapping[Key, Existing]


@dataclass(frozen=True, slots=True)
class Row:
    """What happens with one line."""

    line: int
    kind: str
    title: str
    place: Named
    fields: Mapping[str, Any]
    pk: UUID | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole file: nothing is done unless no row is bad."""

    rows: list[Row] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind."""
        return [row for row in self.rows if row.kind == kind]

    @property
    def new(self) -> list[Row]:
        """Rows that would be added."""
        return self.of(NEW)

    @property
    def changed(self) -> list[Row]:
        """Rows that would say something else, or count again."""
        return self.of(CHANGED)

    @property
    def same(self) -> list[Row]:
        """Rows that are there as the file has them."""
        return self.of(SAME)

    def digest(self, content: bytes) -> str:
        """Of the file and of what it would change: equal only when both are."""
        told = repr([(row.line, row.kind, sorted(row.fields.items()), row.pk) for row in self.rows])
        return hashlib.sha256(content + b"\0" + told.encode()).hexdigest()


def draw(noun: str, lines: list[Line], known: Snapshot) -> Plan:
    """The plan of a file."""
    plan, first = Plan(), dict[Key, int]()
    for line in lines:
        try:
            key, title, place, fields = READERS[noun](line.cells, known)
            if first.setdefault(key, line.number) != line.number:
                raise BadCell(COLUMNS[noun][0][0], _("Line %(line)d says this already.") % {"line": first[key]})
        except BadCell as refusal:
            plan.bad.append(BadLine(line.number, refusal.reason, refusal.column))
            continue
        there = known.rows.get(key)
        kind = NEW if there is None else SAME if there.active and there.fields == fields else CHANGED
        plan.rows.append(Row(line.number, kind, title, place, fields, there.pk if there else None))
    return plan


def _alias(cells: Cells, known: Snapshot) -> tuple[Key, str, Named, dict[str, Any]]:
    alias, place = _text(cells, "alias"), _place(cells, known)
    if not squeeze(alias):
        raise BadCell("alias", _("An alias holds at least one letter or digit."))
    return (alias.lower(),), alias, place, {"alias": alias, **_columns(place)}


def _extension(cells: Cells, known: Snapshot) -> tuple[Key, str, Named, dict[str, Any]]:
    number, place = cells["extension"], _place(cells, known)
    if not (number.isascii() and number.isdecimal() and 2 <= len(number) <= 12):
        raise BadCell("extension", _("An extension has 2 to 12 digits and nothing else."))
    return (number,), number, place, {"number": number, "label": _text(cells, "name"), **_columns(place)}


def _use(cells: Cells, known: Snapshot) -> tuple[Key, str, Named, dict[str, Any]]:
    place, group = _place(cells, known), _text(cells, "group")
    period = known.periods.get((place.campus, cells["period"].casefold()))
    if place.room is None:
        raise BadCell("room", _("Name the room."))
    if period is None:
        raise BadCell("period", _("The campus has no period “%(cell)s”.") % {"cell": cells["period"]})
    if not group:
        raise BadCell("group", _("Name the class or group."))
    fields = {"group": group, "adult": _text(cells, "adult"), "people": _people(cells.get("people", ""))}
    return (period, place.room), group, place, {"period_id": period, "room_id": place.room, **fields}


READERS: dict[str, Callable[[Cells, Snapshot], tuple[Key, str, Named, dict[str, Any]]]] = {
    "aliases": _alias,
    "extensions": _extension,
    "uses": _use,
}


def _place(cells: Cells, known: Snapshot) -> Named:
    """The room, or the building, or the campus that the line names."""
    campus = known.campuses.get(squeeze(cells["campus"]))
    if campus is None:
        raise BadCell("campus", _("There is no campus “%(cell)s”.") % {"cell": cells["campus"]})
    name = cells.get("building", "")
    building = known.buildings.get((campus.campus, squeeze(name))) if name else None
    if name and building is None:
        raise BadCell("building", _("The campus has no building “%(cell)s”.") % {"cell": name})
    return _room(cells.get("room", ""), campus, building, known) or building or campus


def _room(name: str, campus: Named, building: Named | None, known: Snapshot) -> Named | None:
    if not name:
        return None
    every = known.rooms.get((campus.campus, squeeze(name)), [])
    found = [each for each in every if building is None or each.building == building.building]
    if not found:
        raise BadCell("room", _("The campus has no room “%(cell)s” there.") % {"cell": name})
    if len(found) > 1:
        raise BadCell("room", _("Several buildings have a room “%(cell)s”. Name the building.") % {"cell": name})
    return found[0]


def _columns(place: Named) -> dict[str, UUID | None]:
    return {"campus_id": place.campus, "building_id": place.building, "room_id": place.room}


def _text(cells: Cells, column: str) -> str:
    text = cells.get(column, "")
    if len(text) > LENGTHS[column]:
        raise BadCell(column, _("At most %(limit)d characters.") % {"limit": LENGTHS[column]})
    if not text.isprintable():
        raise BadCell(column, _("This cell holds characters that cannot be shown."))
    return text


def _people(cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdecimal()) or int(cell) > MOST_PEOPLE:
        raise BadCell("people", _("A whole number, at most %(limit)d.") % {"limit": MOST_PEOPLE})
    return int(cell)
