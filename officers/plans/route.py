"""The shortest way from a door outside to a room, over stairs where it must be: Dijkstra over the drawn ways."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from officers.plans.geometry import Point, distance, gap, label_point, nearest_on
from officers.plans.shapes import NODES, Kind, Shape, of_kind

# Walking a flight of stairs, in plan units: far enough that nobody climbs to save a corner.
FLIGHT = 60.0

Node = tuple[int, str]
Floors = Mapping[int, Sequence[Shape]]
GOAL = "\0goal"


@dataclass(frozen=True, slots=True)
class Leg:
    """The part of a way that lies on one floor."""

    floor: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A way; `length` counts stairs as FLIGHT."""

    door: str
    legs: tuple[Leg, ...]
    length: float
    doorway: Point | None = None


class Graph:
    """What can be walked in a building, floor by floor."""

    def __init__(self, floors: Floors) -> None:
        self.at: dict[Node, Point] = {}
        self.doors: dict[str, list[Node]] = {}
        self.next: dict[Node, dict[Node, float]] = {}
        for floor, shapes in sorted(floors.items()):
            self._add(floor, shapes)
        self._climb(floors)

    def edges_of(self, floor: int) -> list[tuple[Node, Node]]:
        """The drawn pieces of way on one floor, each once."""
        found = [(a, b) for a, ends in self.next.items() for b in ends if a < b]
        return [(a, b) for a, b in found if a[0] == floor and b[0] == floor]

    def join(self, a: Node, b: Node, cost: float) -> None:
        """Walkable both ways."""
        self.next.setdefault(a, {})[b] = min(cost, self.next.get(a, {}).get(b, cost))
        self.next.setdefault(b, {})[a] = self.next[a][b]

    def _add(self, floor: int, shapes: Sequence[Shape]) -> None:
        for shape in of_kind(shapes, *NODES):
            self.at[floor, shape.name] = shape.points[0]
            if shape.kind == Kind.DOOR:
                self.doors.setdefault(shape.name, []).append((floor, shape.name))
        for way in of_kind(shapes, Kind.WAY):
            for a, b in pairwise((floor, name) for name in way.links):
                self.join(a, b, distance(self.at[a], self.at[b]))

    def _climb(self, floors: Floors) -> None:
        """Stairs of one name join the floors that follow each other among those that have them."""
        where: dict[str, list[int]] = {}
        for floor, shapes in sorted(floors.items()):
            for shape in of_kind(shapes, Kind.STAIRS):
                where.setdefault(shape.name, []).append(floor)
        for name, found in where.items():
            for low, high in pairwise(found):
                self.join((low, name), (high, name), FLIGHT * (high - low))


def find(floors: Floors, floor: int, room: str, prefer: str = "") -> Route | None:
    """The way to a drawn room: from the preferred door when there is a way from it, else from the best one."""
    graph = Graph(floors)
    goal = _attach(graph, floors.get(floor, ()), floor, room)
    if goal is None:
        return None
    every = [node for nodes in graph.doors.values() for node in nodes]
    for sources in (graph.doors.get(prefer, []), every):
        path = _shortest(graph.next, sources, goal)
        if path:
            return _route(graph, path, _doorway(floors[floor], room))
    return None


def _attach(graph: Graph, shapes: Sequence[Shape], floor: int, room: str) -> Node | None:
    """Put the place in front of the room onto the piece of way that passes nearest."""
    ring = next((shape.points for shape in of_kind(shapes, Kind.ROOM) if shape.name == room), None)
    pieces = graph.edges_of(floor)
    if ring is None or not pieces:
        return None
    aim = _doorway(shapes, room) or label_point(ring)
    spots = [(nearest_on(graph.at[a], graph.at[b], aim), a, b) for a, b in pieces]
    spot, a, b = min(spots, key=lambda found: (_away(graph, found, ring), distance(found[0], aim), found))
    goal: Node = (floor, GOAL)
    graph.at[goal] = spot
    graph.join(a, goal, distance(graph.at[a], spot))
    graph.join(goal, b, distance(spot, graph.at[b]))
    return goal


def _away(graph: Graph, found: tuple[Point, Node, Node], ring: Sequence[Point]) -> int:
    """How far a piece of way is from the room; one that ends before it comes by counts as twice as far."""
    spot, a, b = found
    ends = spot in (graph.at[a], graph.at[b])
    return round(gap(spot, ring) * (2 if ends else 1))


def _doorway(shapes: Iterable[Shape], room: str) -> Point | None:
    return next((shape.points[0] for shape in of_kind(shapes, Kind.DOORWAY) if shape.name == room), None)


def _shortest(joined: Mapping[Node, Mapping[Node, float]], sources: Sequence[Node], goal: Node) -> list[Node]:
    queue: list[tuple[float, Node, tuple[Node, ...]]] = [(0.0, source, (source,)) for source in sorted(sources)]
    done: set[Node] = set()
    while queue:
        cost, node, path = heappop(queue)
        if node == goal:
            return list(path)
        if node in done:
            continue
        done.add(node)
        for other, more in joined.get(node, {}).items():
            if other not in done:
                heappush(queue, (cost + more, other, (*path, other)))
    return []


def _route(graph: Graph, path: Sequence[Node], doorway: Point | None) -> Route:
    legs: list[tuple[int, list[Point]]] = []
    for floor, name in path:
        if not legs or legs[-1][0] != floor:
            legs.append((floor, []))
        legs[-1][1].append(graph.at[floor, name])
    length = sum(graph.next[a][b] for a, b in pairwise(path))
    return Route(path[0][1], tuple(Leg(floor, tuple(points)) for floor, points in legs), length, doorway)
