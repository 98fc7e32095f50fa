"""Drawings as they are kept, turned into shapes."""

from collections.abc import Iterable

from django.db.models import F, Prefetch, QuerySet

from officers.models import PlanDrawing, PlanRoom
from officers.plans.shapes import Kind, Shape, of_data


def current() -> QuerySet[PlanDrawing]:
    """The drawing of each plan that counts now, with its rooms; the text of an SVG is left for whoever shows it."""
    rooms = PlanRoom.objects.select_related("room").order_by("room__name")
    rows = PlanDrawing.objects.filter(number=F("plan__version")).select_related("plan", "background")
    return rows.defer("background__svg").prefetch_related(Prefetch("rooms", rooms))


def shapes(drawing: PlanDrawing) -> list[Shape]:
    """Everything of a drawing: its rooms by name, then the marks in the order they were drawn."""
    found = [shape for row in drawing.rooms.all() for shape in _of_room(row)]
    return [*found, *(of_data(mark) for mark in drawing.marks)]


def _of_room(row: PlanRoom) -> Iterable[Shape]:
    name = row.room.name
    yield Shape(Kind.ROOM, name, tuple((x, y) for x, y in row.points))
    if row.doorway:
        x, y = row.doorway
        yield Shape(Kind.DOORWAY, name, ((x, y),))
    if row.calm:
        yield Shape(Kind.CALM, name, note=row.calm)
