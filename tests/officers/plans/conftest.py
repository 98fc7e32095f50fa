"""The cast, and its administrator, for the tests of plans."""

from typing import Any

import pytest
from django.test import Client

from core.actors import Actor
from officers.models import FloorPlan, User
from officers.roles import Role
from officers.selectors import actor_of
from officers.services import plans
from tests.cast import District, district, neighbor, person
from tests.officers.plans.drawn import rooms

__all__ = ["district", "neighbor"]


@pytest.fixture
def admin(district: District) -> Actor:
    """Who draws."""
    return actor_of(person(district.campus.agency, "Gypsum", Role.SYSTEM_ADMIN))


@pytest.fixture
def client_of() -> Any:
    """A signed-in browser."""

    def of(actor: Actor) -> Client:
        client = Client()
        client.force_login(User.objects.get(pk=actor.person))
        return client

    return of


@pytest.fixture
def plan(district: District, admin: Actor) -> FloorPlan:
    """An empty second floor of the building of the cast."""
    rooms(district)
    return plans.add(district.room.building, actor=admin, floor=2, width=404, height=214)
