"""A way as steps that can be said: the door, the stairs, the turns, and on which side the room is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from officers.plans.geometry import Point, ahead, distance, gap, label_point, nearest_on, turn
from officers.plans.route import Floors, Route
from officers.plans.shapes import Kind, of_kind

# The sine of the angle from which a bend is a turn, and from which a room is beside and not ahead.
BEND = 0.5
NEAR = 1.0
# Rooms on the same hall may stand back from it by this much more than the one that is looked for.
RECESS = 12.0


class Act(StrEnum):
    """What to do, or what to look for."""

    ENTER = "enter"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    ON_LEFT = "on_left"
    ON_RIGHT = "on_right"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """One of them: the door's name, the floor to go to, or the how-manieth room it is."""

    act: Act
    door: str = ""
    number: int = 0


def steps(route: Route, floors: Floors, room: str) -> list[Step]:
    """Everything to say about the way to a room of the route's last floor."""
    found = [Step(Act.ENTER, door=route.door)]
    for leg, following in zip(route.legs, [*route.legs[1:], None], strict=True):
        line = _straightened(leg.points)
        found += [Step(act) for act in _turns(line)]
        if following is not None:
            act = Act.UP if following.floor > leg.floor else Act.DOWN
            found.append(Step(act, number=following.floor))
    return [*found, _last(route, floors, room)]


def _straightened(points: Sequence[Point]) -> list[Point]:
    """Without points that follow each other at one place, and without those that bend nothing."""
    line: list[Point] = []
    for point in points:
        if line and distance(line[-1], point) < NEAR:
            continue
        if len(line) > 1 and not _side(line[-2], line[-1], point) and ahead(line[-2], line[-1], point) > 0:
            line.pop()
        line.append(point)
    return line


def _turns(line: Sequence[Point]) -> list[Act]:
    corners = zip(line, line[1:], line[2:], strict=False)
    sides = [_side(a, b, c) for a, b, c in corners]
    return [Act.RIGHT if side > 0 else Act.LEFT for side in sides if side]


def _side(a: Point, b: Point, c: Point) -> int:
    """1 right, -1 left, 0 straight on."""
    reach = distance(a, b) * hypot(c[0] - b[0], c[1] - b[1])
    sine = turn(a, b, c) / reach if reach else 0.0
    return (sine > BEND) - (sine < -BEND)


def _last(route: Route, floors: Floors, room: str) -> Step:
    leg = route.legs[-1]
    rings = {shape.name: shape.points for shape in of_kind(floors[leg.floor], Kind.ROOM)}
    middle = route.doorway or label_point(rings[room])
    line = _straightened(leg.points)
    side = _side(line[-2], line[-1], middle) if len(line) > 1 else 0
    if not side:
        return Step(Act.AHEAD)
    before = [
        ring for name, ring in rings.items() if name != room and _passed(line, ring, side, gap(line[-1], rings[room]))
    ]
    return Step(Act.ON_RIGHT if side > 0 else Act.ON_LEFT, number=len(before) + 1)


def _passed(line: Sequence[Point], ring: Sequence[Point], side: int, reach: float) -> bool:
    """Whether one walks past this room, on this side, on the last straight stretch."""
    start, end = line[-2], line[-1]
    middle = label_point(ring)
    beside = nearest_on(start, end, middle)
    within = distance(start, beside) > NEAR and distance(beside, end) > NEAR
    return within and _side(start, beside, middle) == side and gap(beside, ring) <= reach + RECESS
