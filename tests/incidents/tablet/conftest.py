"""The cast, an officer on scene, and their tablet."""

import pytest

from incidents.models import Assignment
from tests.cast import District, arrived, district, log_call, neighbor
from tests.incidents.tablet.sending import Tablet, registered

__all__ = ["district", "neighbor"]


@pytest.fixture
def part(district: District) -> Assignment:
    """The CIT officer on scene."""
    found: Assignment = arrived(district, log_call(district).incident)
    return found


@pytest.fixture
def tablet(district: District, part: Assignment) -> Tablet:
    """The CIT officer's registered tablet."""
    return registered(district.officer(district.cit_officer), part.incident)
