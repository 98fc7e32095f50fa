"""What a drawing holds, and the checks that every drawing passes before it is kept. Coordinates run right and down."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from officers.plans.geometry import Point, area

MOST_SHAPES, MOST_POINTS, MOST_LINKS, NAME_LENGTH = 400, 60, 60, 40
# Below this a polygon is a slip of the pen.
LEAST_AREA = 1.0


class Kind(StrEnum):
    """What a line of a drawing is about; the word is the one that is typed."""

    ROOM = "room"
    HALL = "hall"
    AREA = "area"
    DOOR = "door"
    POINT = "point"
    STAIRS = "stairs"
    DOORWAY = "doorway"
    CALM = "calm"
    WAY = "way"


OUTLINED = (Kind.ROOM, Kind.HALL, Kind.AREA)
# What a way can lead over; doors lead outside and stairs of one name lead from floor to floor.
NODES = (Kind.DOOR, Kind.POINT, Kind.STAIRS)
PLACED = (*NODES, Kind.DOORWAY)
# What says something about a room that is drawn.
OF_ROOM = (Kind.DOORWAY, Kind.CALM)


class Mistake(ValueError):
    """What is wrong with a drawing, and at which of its shapes."""

    def __init__(self, text: str, shape: "Shape | None" = None) -> None:
        super().__init__(text)
        self.text, self.shape = text, shape


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing of a drawing. A way has no points but the names it leads over; `note` is the word of a calm room."""

    kind: Kind
    name: str
    points: tuple[Point, ...] = ()
    links: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same thing when it is drawn again."""
        return self.kind.value, self.name


def of_kind(shapes: Iterable[Shape], *kinds: Kind) -> list[Shape]:
    """Those of these kinds, in their order."""
    return [shape for shape in shapes if shape.kind in kinds]


def check(shapes: Sequence[Shape], width: float, height: float) -> None:
    """Raise the first Mistake of a drawing of this size."""
    if len(shapes) > MOST_SHAPES:
        raise Mistake(_("A drawing holds at most %(number)d things.") % {"number": MOST_SHAPES})
    for shape in shapes:
        _check_shape(shape, width, height)
    _check_names(shapes)
    _check_links(shapes)


def _check_shape(shape: Shape, width: float, height: float) -> None:
    if not shape.name or len(shape.name) > NAME_LENGTH * (MOST_LINKS if shape.kind == Kind.WAY else 1):
        raise Mistake(_("A name has 1 to %(number)d characters.") % {"number": NAME_LENGTH}, shape)
    if shape.kind in OUTLINED and not 3 <= len(shape.points) <= MOST_POINTS:
        raise Mistake(_("An outline has 3 to %(number)d corners.") % {"number": MOST_POINTS}, shape)
    if shape.kind in PLACED and len(shape.points) != 1:
        raise Mistake(_("This stands at exactly one point."), shape)
    if any(not (0 <= x <= width and 0 <= y <= height) for x, y in shape.points):
        size = {"width": f"{width:g}", "height": f"{height:g}"}
        raise Mistake(_("A point lies outside the plan of %(width)s by %(height)s.") % size, shape)
    if shape.kind in OUTLINED and area(shape.points) < LEAST_AREA:
        raise Mistake(_("This outline encloses nothing."), shape)
    if shape.kind == Kind.WAY and not 2 <= len(shape.links) <= MOST_LINKS:
        raise Mistake(_("A way leads over 2 to %(number)d points.") % {"number": MOST_LINKS}, shape)


def _check_names(shapes: Sequence[Shape]) -> None:
    named: Counter[tuple[str, str]] = Counter()
    for shape in shapes:
        # Doors, points and stairs share one book of names, because ways call them by name alone.
        book = "node" if shape.kind in NODES else shape.kind.value
        named[book, shape.name] += 1
        if named[book, shape.name] > 1:
            raise Mistake(_("“%(name)s” is drawn twice.") % {"name": shape.name}, shape)


def _check_links(shapes: Sequence[Shape]) -> None:
    nodes = {shape.name for shape in of_kind(shapes, *NODES)}
    rooms = {shape.name for shape in of_kind(shapes, Kind.ROOM)}
    for shape in shapes:
        missing = [name for name in shape.links if name not in nodes]
        if missing:
            raise Mistake(_("The way leads over “%(name)s”, which is not drawn.") % {"name": missing[0]}, shape)
        if shape.kind in OF_ROOM and shape.name not in rooms:
            raise Mistake(_("The room “%(name)s” is not drawn.") % {"name": shape.name}, shape)


def as_data(shape: Shape) -> dict[str, Any]:
    """For JSON."""
    return {
        "kind": shape.kind.value,
        "name": shape.name,
        "points": [list(point) for point in shape.points],
        "links": list(shape.links),
        "note": shape.note,
    }


def of_data(data: Mapping[str, Any]) -> Shape:
    """What `as_data` wrote."""
    points = tuple((float(x), float(y)) for x, y in data["points"])
    return Shape(Kind(data["kind"]), data["name"], points, tuple(data["links"]), data["note"])
