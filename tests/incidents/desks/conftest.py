"""The cast and a desk, for the tests of this folder."""

import pytest

from incidents.models import Desk, DeskTurn
from tests.cast import NOON, District, district, neighbor

__all__ = ["district", "neighbor"]


@pytest.fixture
def desk(district: District) -> Desk:
    """A desk at which nobody sits."""
    return Desk.objects.create(agency=district.campus.agency, name="Desk 1")


@pytest.fixture
def turn(district: District, desk: Desk) -> DeskTurn:
    """The dispatcher sits at the desk."""
    return DeskTurn.objects.create(
        agency_id=desk.agency_id, desk=desk, user_id=district.dispatcher.person, began_at=NOON
    )
