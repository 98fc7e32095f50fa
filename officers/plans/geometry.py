"""Points, outlines and lines of a plan. y grows downwards, so a positive turn is to the right."""

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]


def distance(a: Point, b: Point) -> float:
    """In plan units."""
    return hypot(a[0] - b[0], a[1] - b[1])


def area(ring: Sequence[Point]) -> float:
    """What an outline encloses, whichever way round it was drawn."""
    return abs(_doubled(ring)) / 2


def label_point(ring: Sequence[Point]) -> Point:
    """Where the name of an outline is written: its middle, or else a point that is surely inside."""
    middle = _centroid(ring)
    if contains(ring, middle):
        return middle
    # A bent outline: the middle of the widest stretch at half its height.
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    level = (low + high) / 2
    cuts = sorted(_crossings(ring, level))
    spans = [(cuts[i + 1] - cuts[i], cuts[i], cuts[i + 1]) for i in range(0, len(cuts) - 1, 2)]
    if not spans:
        return middle
    _width, left, right = max(spans)
    return ((left + right) / 2, level)


def contains(ring: Sequence[Point], point: Point) -> bool:
    """Whether the point lies within the outline."""
    return sum(x > point[0] for x in _crossings(ring, point[1])) % 2 == 1


def nearest_on(a: Point, b: Point, point: Point) -> Point:
    """The point of the line from a to b that is nearest to `point`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    if not length:
        return a
    share = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return (a[0] + share * dx, a[1] + share * dy)


def edges(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The sides of an outline."""
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def gap(point: Point, ring: Sequence[Point]) -> float:
    """How far a point is from an outline; nothing when it is within."""
    if contains(ring, point):
        return 0.0
    return min(distance(point, nearest_on(*side, point)) for side in edges(ring))


def turn(a: Point, b: Point, c: Point) -> float:
    """The side on which c lies of someone who walks from a to b: above zero right, below zero left."""
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def ahead(a: Point, b: Point, c: Point) -> float:
    """How much further c lies along the way from a to b."""
    return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])


def _doubled(ring: Sequence[Point]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(ring))


def _centroid(ring: Sequence[Point]) -> Point:
    doubled = _doubled(ring)
    if not doubled:
        return (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
    sides = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in edges(ring)]
    x = sum((a[0] + b[0]) * part for a, b, part in sides) / (3 * doubled)
    y = sum((a[1] + b[1]) * part for a, b, part in sides) / (3 * doubled)
    return (x, y)


def _crossings(ring: Sequence[Point], level: float) -> list[float]:
    found = []
    for (ax, ay), (bx, by) in edges(ring):
        if (ay > level) != (by > level):
            found.append(ax + (level - ay) * (bx - ax) / (by - ay))
    return found
