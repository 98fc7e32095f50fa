"""The cast, two desks and an incident with two units, for the tests of this folder."""

import pytest

from incidents.models import Assignment, Desk, DeskTurn, Incident
from incidents.services import assignments
from tests.cast import NOON, District, district, log_call, neighbor, officer

__all__ = ["district", "neighbor"]


@pytest.fixture
def incident(district: District) -> Incident:
    """A call that was logged."""
    return log_call(district).incident


@pytest.fixture
def desks(district: District) -> tuple[Desk, Desk]:
    """The dispatcher at Desk 1, the supervisor at Desk 2."""
    agency = district.campus.agency
    found = [Desk.objects.create(agency=agency, name=f"Desk {number}") for number in (1, 2)]
    for desk, actor in zip(found, (district.dispatcher, district.supervisor), strict=True):
        DeskTurn.objects.create(agency=agency, desk=desk, user_id=actor.person, began_at=NOON)
    return found[0], found[1]


@pytest.fixture
def crew(district: District, incident: Incident) -> tuple[Assignment, Assignment]:
    """C-12 sent first, S-21 added; C-14 is free."""
    officer(district.campus, "Mica", "C-14", cit=True)
    first, second = (
        assignments.send(
            incident,
            actor=district.dispatcher,
            expected_version=None,
            officer=one,
            override_reason="knows_person",
            at=NOON,
        )
        for one in (district.cit_officer, district.other_officer)
    )
    return first, second
