"""A floor as a template draws it: every number reckoned into one small frame, so that letters fit whatever the plan's
own size is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from officers.plans.geometry import Point, distance, edges, label_point, nearest_on
from officers.plans.route import Route
from officers.plans.shapes import NODES, Kind, Shape, of_kind

WIDE, HIGH = 404.0, 404.0
# About how wide a letter of a name is in that frame.
LETTER = 6.4


@dataclass(frozen=True, slots=True)
class Frame:
    """The plan's own box, and the factor into the frame that is drawn."""

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0

    @property
    def scale(self) -> float:
        """Plan units to frame units."""
        return min(WIDE / self.width, HIGH / self.height)

    @property
    def box(self) -> tuple[float, float]:
        """Width and height of what is drawn."""
        return round(self.width * self.scale, 1), round(self.height * self.scale, 1)

    def put(self, point: Point) -> Point:
        """A point of the plan as it is drawn."""
        return round((point[0] - self.left) * self.scale, 1), round((point[1] - self.top) * self.scale, 1)


def corners(frame: Frame, points: Sequence[Point]) -> str:
    """For `points` of a polygon."""
    return " ".join(f"{x:g},{y:g}" for x, y in map(frame.put, points))


def line(frame: Frame, points: Sequence[Point]) -> str:
    """For `d` of a path."""
    found = [f"{x:g} {y:g}" for x, y in map(frame.put, points)]
    return f"M{'L'.join(found)}" if len(found) > 1 else ""


def outline(frame: Frame, shape: Shape, tone: str, note: str = "") -> dict[str, Any]:
    """One outlined thing: where it lies, what it is called, and whether the name fits in."""
    ring = [frame.put(point) for point in shape.points]
    x, y = label_point(ring)
    wide = max(a for a, _ in ring) - min(a for a, _ in ring)
    longest = max(len(shape.name), len(note))
    return {
        "name": shape.name,
        "points": corners(frame, shape.points),
        "x": round(x, 1),
        "y": round(y + (4 if not note else -3), 1),
        "note": note,
        "note_y": round(y + 13, 1),
        "tone": tone,
        "fits": longest * LETTER <= wide or tone == "hot",
    }


def floor(
    frame: Frame,
    shapes: Sequence[Shape],
    *,
    hot: str = "",
    hot_note: str = "",
    route: Route | None = None,
    level: int = 0,
    units: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """Rooms, halls, doors, the way and the units of one floor."""
    calm = {shape.name: shape.note for shape in of_kind(shapes, Kind.CALM)}
    rooms = []
    for shape in of_kind(shapes, Kind.ROOM):
        tone = "hot" if shape.name == hot else "calm" if shape.name in calm else ""
        rooms.append(outline(frame, shape, tone, hot_note if tone == "hot" else calm.get(shape.name, "")))
    ring = next((shape.points for shape in shapes if shape.key == (Kind.ROOM, hot)), ())
    # The hot room last, so that its edge lies over its neighbours'.
    rooms.sort(key=lambda room: room["tone"] == "hot")
    width, height = frame.box
    return {
        "box": f"0 0 {width:g} {height:g}",
        "width": width,
        "height": height,
        "halls": [outline(frame, shape, "dim") for shape in of_kind(shapes, Kind.HALL)],
        "areas": [outline(frame, shape, "") for shape in of_kind(shapes, Kind.AREA)],
        "rooms": rooms,
        "doors": _doors(frame, shapes, route),
        "route": _way(frame, route, level, ring),
        "units": _units(frame, shapes, units),
    }


def workings(frame: Frame, shapes: Sequence[Shape]) -> dict[str, Any]:
    """What only whoever draws sees: the points and the ways between them."""
    at = {shape.name: shape.points[0] for shape in of_kind(shapes, *NODES)}
    nodes = [(shape, *frame.put(shape.points[0])) for shape in of_kind(shapes, *NODES, Kind.DOORWAY)]
    return {
        "ways": [line(frame, [at[name] for name in shape.links]) for shape in of_kind(shapes, Kind.WAY)],
        "nodes": [{"kind": shape.kind.value, "name": shape.name, "x": x, "y": y} for shape, x, y in nodes],
    }


def _doors(frame: Frame, shapes: Sequence[Shape], route: Route | None) -> list[dict[str, Any]]:
    found = []
    for shape in of_kind(shapes, Kind.DOOR):
        x, y = frame.put(shape.points[0])
        chosen = route is not None and route.door == shape.name
        # The name goes to the inner side, where there is room for it.
        beyond = x > frame.box[0] / 2
        above = y > 15
        found.append(
            {
                "name": shape.name,
                "x": round(x - 11, 1),
                "y": round(y - 3, 1),
                "text_x": round(x - 14 if beyond else x + 14, 1),
                "text_y": round(y - 6 if above else y + 4, 1),
                "anchor": "end" if beyond else "start",
                "chosen": chosen,
            }
        )
    return found


def _way(frame: Frame, route: Route | None, level: int, hot: Sequence[Point]) -> str:
    """To the edge of the hot room, or to its doorway."""
    if route is None:
        return ""
    legs = [list(leg.points) for leg in route.legs if leg.floor == level]
    last = route.legs[-1]
    if last.floor == level and (route.doorway or hot):
        end = last.points[-1]
        edge = min((nearest_on(*side, end) for side in edges(hot or last.points)), key=lambda on: distance(on, end))
        legs[-1].append(route.doorway or edge)
    return " ".join(filter(None, (line(frame, points) for points in legs)))


def _units(frame: Frame, shapes: Sequence[Shape], units: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    rings: Mapping[str, Sequence[Point]] = {shape.name: shape.points for shape in of_kind(shapes, Kind.ROOM)}
    found: list[dict[str, Any]] = []
    beside: dict[str, int] = {}
    for call_sign, room in units:
        if room not in rings:
            continue
        x, y = frame.put(label_point(rings[room]))
        shift = beside.get(room, 0)
        beside[room] = shift + 1
        # Below the name, and several side by side.
        found.append(
            {
                "call_sign": call_sign,
                "short": call_sign.replace("-", ""),
                "x": x + shift * 30,
                "y": y + 24,
                "text_y": y + 28,
            }
        )
    return found
