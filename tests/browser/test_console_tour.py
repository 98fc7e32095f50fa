"""The console as the README shows it: a call being taken, the board, the plan, the command line; and its pictures."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from incidents.models import Incident
from officers.models import RoleGrant
from officers.roles import Role
from officers.selectors import actor_of
from tests.browser.axe import violations
from tests.browser.test_incident_pages import Opener, sit

__all__ = ["sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}
THEMES = ("dark", "light", "contrast")


@pytest.fixture
def desk(live_server, page: Page, sit: Opener) -> Page:
    """The demonstration's console with its calls in progress, one of them selected."""
    call_command("demo", calls=True, verbosity=0)
    sit(actor_of(RoleGrant.objects.filter(role=Role.DISPATCHER).order_by("user__email")[0].user))
    page.set_viewport_size({"width": 1440, "height": 900})
    chosen = Incident.objects.filter(campus__code="BMS").latest("received_at")
    page.goto(f"{live_server.url}/board/?incident={chosen.pk}")
    return page


def keep(page: Page, name: str) -> None:
    """A picture, where the walk was asked for pictures."""
    folder = os.environ.get("CIT_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"9-{name}.png", full_page=name.endswith("phone"))


def test_the_console_is_whole_and_accessible_in_every_theme_and_size(desk: Page) -> None:
    desk.keyboard.press("F2")
    expect(desk.locator("#intake_place_text")).to_be_focused()
    desk.keyboard.type("shs204")
    desk.keyboard.press("Enter")
    desk.keyboard.type("su")
    expect(desk.locator("#intake-units [name=officers]").first).to_be_attached()
    for name, (width, height) in SIZES.items():
        desk.set_viewport_size({"width": width, "height": height})
        for theme in THEMES:
            desk.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            assert violations(desk) == [], (name, theme)
            keep(desk, f"console-{theme}-{name}")
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
