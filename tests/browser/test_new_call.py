"""Choosing where a call comes from."""

import pytest
from playwright.sync_api import Page

from officers.models import Building, Campus, Room
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHOWN = "room => [...room.querySelectorAll('optgroup')].filter(g => !g.disabled && !g.hidden).map(g => g.label)"


@pytest.fixture
def second(scene: District) -> Campus:
    """Another campus with a room of the same name."""
    agency = scene.campus.agency
    campus = Campus.objects.create(agency=agency, name="Yucca Middle School", code="YMS", kind="middle")
    building = Building.objects.create(agency=agency, campus=campus, name="B")
    Room.objects.create(agency=agency, building=building, name="B-204", nearest_door="B1")
    return campus


def test_a_campus_leaves_its_own_rooms_and_a_room_names_its_campus(
    live_server, page: Page, sit: Opener, scene: District, second: Campus
) -> None:
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/calls/new/")
    campus, room = page.get_by_label("Campus"), page.get_by_label("Room")
    assert room.evaluate(SHOWN) == ["Agave High School", "Yucca Middle School"]
    room.select_option(value=str(scene.room.pk))
    assert campus.input_value() == str(scene.campus.pk)
    assert room.evaluate(SHOWN) == ["Agave High School"]
    campus.select_option(label="Yucca Middle School")
    assert room.input_value() == ""
    assert room.evaluate(SHOWN) == ["Yucca Middle School"]
    campus.select_option(value="")
    assert len(room.evaluate(SHOWN)) == 2
