"""Plans in a real browser: accessible in every theme, inside every width, and read without script."""

import pytest
from playwright.sync_api import Page

from core.actors import Actor
from incidents.models import Incident
from officers.models import Campus, CampusOutline
from officers.roles import Role
from officers.selectors import actor_of
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, arrived, district, log_call, person
from tests.officers.plans.drawn import both

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WORDS = "Enter by door B3, up the stairs to floor 2, turn left, turn right, first room on the right."


@pytest.fixture
def admin(district: District) -> Actor:
    """Who draws."""
    return actor_of(person(district.campus.agency, "Gypsum", Role.SYSTEM_ADMIN))


@pytest.fixture
def incident(district: District, admin: Actor) -> Incident:
    """A call from room B-204, an officer there, and both floors drawn."""
    both(district, admin)
    district.room.refresh_from_db()
    found = log_call(district).incident
    arrived(district, found)
    return found


def check(page: Page) -> None:
    """No broken rule of accessibility in any theme, and nothing outside the screen at any width."""
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
    for theme in ("dark", "light", "contrast"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (WIDTHS[0], WIDTHS[2]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (page.url, theme, width)


def test_the_map_of_an_incident_is_read_and_its_floors_are_changed(
    district: District, incident: Incident, visit: Visit
) -> None:
    page = visit(district.dispatcher, f"/board/map/{incident.pk}/")
    page.get_by_role("img", name="Room B-204 is marked.").wait_for()
    assert page.get_by_text(WORDS).is_visible()
    check(page)
    page.get_by_role("link", name="Floor 1").click()
    page.get_by_role("img", name="plan of floor 1.").wait_for()
    assert page.get_by_role("link", name="Floor 1").get_attribute("aria-current") == "page"
    page.get_by_role("link", name="Campus").click()
    page.get_by_text("No plan has been drawn here").wait_for()


@pytest.fixture
def two_campuses(district: District, incident: Incident) -> Incident:
    """The campus of the incident and a quiet one, both on the map."""
    agency = district.campus.agency
    quiet = Campus.objects.create(agency=agency, name="Yucca Elementary", code="YUE", kind="elementary")
    for campus, east in ((district.campus, -105.42), (quiet, -105.36)):
        ring = [[east, 30.61], [east + 0.004, 30.61], [east + 0.004, 30.613], [east, 30.613]]
        CampusOutline.objects.create(agency=agency, campus=campus, ring=ring)
    return incident


def test_the_district_is_a_map_of_named_buttons(district: District, two_campuses: Incident, visit: Visit) -> None:
    page = visit(district.dispatcher, "/district/")
    busy = page.get_by_role("button", name="Agave High School. 1 open: ")
    busy.wait_for()
    assert page.locator("[data-district]").get_by_role("button", name="Yucca Elementary").count() == 1
    busy.focus()
    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup").get_by_role("link", name=two_campuses.number)
    link.wait_for()
    check(page)
    page.keyboard.press("Escape")
    page.get_by_role("group", name="Campuses").get_by_role("button", name="Agave High School").click()
    link.click()
    page.wait_for_url(f"**/incidents/{two_campuses.pk}/")


def test_the_map_follows_the_list_and_keeps_the_focus(district: District, two_campuses: Incident, visit: Visit) -> None:
    page = visit(district.dispatcher, "/district/")
    quiet = page.locator("[data-district]").get_by_role("button", name="Yucca Elementary")
    quiet.focus()
    other = log_call(district).incident
    page.evaluate("document.querySelector('[data-district-list]').dispatchEvent(new CustomEvent('live'))")
    page.get_by_role("button", name="Agave High School. 2 open: ").wait_for()
    assert page.get_by_role("link", name=other.number).count() == 1
    assert quiet.evaluate("element => element === document.activeElement")
