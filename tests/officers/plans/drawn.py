"""A building of two floors, drawn: door B3 by the stairs, and a hall that leads west from them."""

from core.actors import Actor
from officers.models import FloorPlan, Room
from officers.plans import sketch
from officers.plans.shapes import Shape
from officers.services import plans
from tests.cast import District

GROUND = """
hall Hall 1B: 14,88 390,88 390,124 14,124
room B-101: 14,18 84,18 84,88 14,88
door B1: 14,106
door B3: 377,18
stairs NE: 377,60
point x: 317,106
point w: 40,106
way B3 > NE
way B1 > w > x
"""
UPSTAIRS = """
hall Hall 2B: 14,88 390,88 390,124 14,124
area Stairs: 334,18 390,18 390,88 334,88
room B-202: 84,18 154,18 154,88 84,88
room B-203: 154,18 226,18 226,88 154,88
room B-204: 226,18 300,18 300,88 226,88
room B-206: 196,124 300,124 300,196 196,196
stairs NE: 377,60
point n: 317,60
point x: 317,106
point w: 40,106
way NE > n > x > w
calm B-206: Quiet room
"""
FLOORS: dict[int, tuple[Shape, ...]] = {1: sketch.parse(GROUND), 2: sketch.parse(UPSTAIRS)}


def rooms(district: District) -> dict[str, Room]:
    """Every room that the two drawings show, in the building of the cast."""
    building = district.room.building
    Room.objects.filter(pk=district.room.pk).update(floor=2)
    more = [("B-101", 1), ("B-202", 2), ("B-203", 2), ("B-206", 2)]
    for name, floor in more:
        Room.objects.create(agency=building.agency, building=building, name=name, floor=floor, nearest_door="B1")
    return {room.name: room for room in Room.objects.filter(building=building).select_related("building__campus")}


def both(district: District, admin: Actor) -> dict[int, FloorPlan]:
    """Both floors, drawn by the administrator."""
    rooms(district)
    found = {}
    for floor, text in ((1, GROUND), (2, UPSTAIRS)):
        plan = plans.add(district.room.building, actor=admin, floor=floor, width=404, height=214)
        found[floor] = plans.draw(plan, actor=admin, expected_version=1, drawing=text)
    return found
