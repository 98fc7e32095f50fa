"""The invented high school: every room that is drawn can be found, and every campus lies somewhere of its own."""

from itertools import pairwise

import pytest

from cit_dispatch.demo import places, plans
from officers.models import CampusOutline, FloorPlan, PlanRoom, Room
from officers.plans.geometry import label_point
from officers.roles import Role
from officers.selectors import actor_of
from officers.selectors import plans as selector
from tests.cast import NOON, person

pytestmark = pytest.mark.django_db


def test_the_demonstration_draws_two_buildings_and_ten_campuses() -> None:
    built = places.build()
    admin = actor_of(person(built.agency, "Gypsum", Role.SYSTEM_ADMIN))
    plans.build(built, NOON)
    assert (FloorPlan.objects.count(), PlanRoom.objects.count()) == (4, 8)
    words = {}
    for room in Room.objects.filter(pk__in=PlanRoom.objects.values("room")).select_related("building__campus"):
        words[room.name], way = selector.directions(admin, room)
        assert way is not None
        assert way.door == room.nearest_door
    assert words["B-102"] == "Enter by door B1, second room on the left."
    assert words["B-204"] == (
        "Enter by door B2, up the stairs to floor 2, turn left, turn right, first room on the right."
    )
    middles = sorted(label_point(outline.ring)[0] for outline in CampusOutline.objects.all())
    assert len(middles) == 10
    assert all(b - a < 0.1 for a, b in pairwise(middles))
