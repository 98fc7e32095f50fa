"""The cast, and its administrator, for the tests of plans."""

import pytest

from core.actors import Actor
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import District, district, neighbor, person

__all__ = ["district", "neighbor"]


@pytest.fixture
def admin(district: District) -> Actor:
    """Who draws."""
    return actor_of(person(district.campus.agency, "Gypsum", Role.SYSTEM_ADMIN))
