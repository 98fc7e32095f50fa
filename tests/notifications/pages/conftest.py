"""A referral to page about, and three people to ask."""

import pytest

from officers.models import User
from referrals.models import Referral
from tests.cast import District, counselors, district, refer
from tests.notifications.engine.told import told
from tests.notifications.paging import people

__all__ = ["district", "told"]


@pytest.fixture
def referral(district: District) -> Referral:
    """To a team of one counselor."""
    return refer(district, counselors(district, "Marigold")[0])


@pytest.fixture
def three(district: District) -> list[User]:
    """Three counselors."""
    return people(district.campus.agency, "Gypsum", "Quartz", "Mica")
