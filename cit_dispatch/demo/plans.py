"""Plans of the invented high school, drawn as an administrator would draw them, and where the campuses lie."""

from datetime import datetime

from cit_dispatch.demo.places import CAMPUSES, Places
from core.actors import Actor
from officers.models import Building, RoleGrant
from officers.roles import Role
from officers.selectors import actor_of
from officers.services import outlines, plans

WIDTH, HEIGHT = 404, 214
WALLS = """
hall Hall {f}{b}: 14,88 390,88 390,124 14,124
hall Cross hall: 300,18 334,18 334,196 300,196
area Stairs: 334,18 390,18 390,88 334,88
area Lift: 334,124 390,124 390,196 334,196
point x: 317,106
point w: 40,106
point n: 317,74
stairs NE: 362,74
way NE > n > x > w
"""
GROUND = """
room {b}-101: 14,18 84,18 84,88 14,88
room {b}-102: 84,18 154,18 154,88 84,88
area Office: 154,18 226,18 226,88 154,88
area Nurse: 226,18 300,18 300,88 226,88
area Library: 14,124 120,124 120,196 14,196
area Workshop: 120,124 210,124 210,196 120,196
area Dining hall: 210,124 300,124 300,196 210,196
door {b}1: 14,106
door {b}2: 362,18
door {b}3: 317,196
way {b}1 > w
way {b}2 > NE
way {b}3 > x
"""
UPSTAIRS = """
area Science: 14,18 84,18 84,88 14,88
area Music: 84,18 154,18 154,88 84,88
area Staff: 154,18 226,18 226,88 154,88
room {b}-204: 226,18 300,18 300,88 226,88
area Store: 14,124 100,124 100,196 14,196
room {b}-205: 100,124 196,124 196,196 100,196
area Computers: 196,124 300,124 300,196 196,196
calm {b}-205: Quiet room
"""
DRAWN = ("A", "B")
# About a minute of driving, in degrees, from a corner of a desert where no town is.
WEST, SOUTH, EAST_STEP, NORTH_STEP = -105.42, 30.61, 0.011, 0.009
# Metres east and north of a campus's corner, and what a degree of each is there.
DEGREE_EAST, DEGREE_NORTH = 95_800, 110_900
GROUNDS = ((0, 0), (300, 0), (320, 120), (300, 240), (40, 250), (0, 180))
BUILDINGS = {"A": (30, 30, 110, 80), "B": (140, 50, 240, 110), "C": (60, 130, 170, 200)}


def build(places: Places, at: datetime) -> None:
    """By the administrator of the district, through the services."""
    admin = _administrator(places)
    school = next(campus for campus in places.campuses if campus.code == "SHS")
    for building in Building.objects.filter(campus=school, name__in=DRAWN):
        for floor, shapes in ((1, GROUND), (2, UPSTAIRS)):
            plan = plans.add(building, actor=admin, floor=floor, width=WIDTH, height=HEIGHT, at=at)
            drawing = (shapes.rstrip() + WALLS).format(b=building.name, f=floor)
            plans.draw(plan, actor=admin, expected_version=None, drawing=drawing, at=at)
    for campus, (*_known, corner) in zip(places.campuses, CAMPUSES, strict=True):
        outlines.draw(campus, actor=admin, expected_version=None, outline=outline(corner), at=at)


def outline(corner: tuple[int, int]) -> str:
    """The text of a campus at this place of the rough map."""
    lines = [f"outline: {_ring(corner, GROUNDS)}"]
    for name, (left, low, right, high) in BUILDINGS.items():
        lines.append(f"building {name}: {_ring(corner, ((left, low), (right, low), (right, high), (left, high)))}")
    return "\n".join(lines)


def _ring(corner: tuple[int, int], metres: tuple[tuple[int, int], ...]) -> str:
    west, south = WEST + corner[0] * EAST_STEP, SOUTH + corner[1] * NORTH_STEP
    return " ".join(f"{west + x / DEGREE_EAST:.6f},{south + y / DEGREE_NORTH:.6f}" for x, y in metres)


def _administrator(places: Places) -> Actor:
    grant = (
        RoleGrant.objects.select_related("user")
        .filter(agency=places.agency, role=Role.SYSTEM_ADMIN)
        .earliest("created_at")
    )
    return actor_of(grant.user)
