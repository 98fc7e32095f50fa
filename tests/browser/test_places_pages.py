"""The pages of places in a real browser: accessible in every theme, inside every width, and kept by keyboard alone."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from officers.models import PlaceAlias
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, district
from tests.officers.places import scene
from tests.officers.places.scene import time

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def here(district: District) -> District:
    """A district about whose room everything is known."""
    scene.alias(district)
    scene.alias(district, "The pit", "building")
    scene.telephone(district)
    scene.note(district, "Chemistry store: acids and gas bottles. No open flame.")
    scene.note(district, "The east gate is locked after 16:00.", kind="access", level="campus")
    scene.use(district, scene.period(district, "All day", time(0), time(23, 59), list(range(7))))
    return district


def check(page: Page, name: str) -> None:
    """No broken rule of accessibility in any theme, and nothing outside the screen at any width."""
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
        if os.environ.get("CIT_PICTURES"):
            page.screenshot(path=Path(os.environ["CIT_PICTURES"]) / f"places-{name}-{width}.png")
    for theme in ("dark", "light", "contrast"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (WIDTHS[0], WIDTHS[2]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (page.url, theme, width)


def test_the_lists_of_places(here: District, visit: Visit) -> None:
    for kind in ("aliases", "extensions", "premises", "periods", "uses"):
        check(visit(here.supervisor, f"/places/?kind={kind}"), kind)


def test_the_forms_of_places(here: District, visit: Visit) -> None:
    for noun in ("aliases", "premises", "periods", "uses"):
        check(visit(here.supervisor, f"/{noun}/new/"), f"{noun}-new")
    check(visit(here.supervisor, f"/aliases/{PlaceAlias.objects.get(alias='ln204').pk}/"), "alias")


def test_the_import_of_places(here: District, visit: Visit) -> None:
    page = visit(here.supervisor, "/aliases/import/")
    check(page, "import")
    content = b"alias,campus,room\nbio lab,AHS,B-204\nx,NONE,\n"
    page.set_input_files("#id_file", {"name": "a.csv", "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_text("There is no campus “NONE”.")).to_be_visible()
    check(page, "plan")


def test_a_place_is_looked_up_by_keyboard(here: District, visit: Visit) -> None:
    page = visit(here.dispatcher, "/places/")
    page.focus("#id_place")
    page.keyboard.type("ln204")
    page.keyboard.press("Enter")
    expect(page.locator("#about")).to_contain_text("Chemistry store")
    expect(page.locator("#about")).to_contain_text("Biology, grade 10, Ms. Quill, about 24 people")
    expect(page.locator("#about")).to_contain_text("Door B3")
    expect(page.locator("#about")).to_contain_text("4204")
    check(page, "about")


def test_an_alias_is_added_by_keyboard_alone(here: District, visit: Visit) -> None:
    page = visit(here.supervisor, "/aliases/new/")
    page.focus("#id_alias")
    page.keyboard.type("bio lab")
    page.keyboard.press("Tab")
    expect(page.locator("#id_place")).to_be_focused()
    page.keyboard.type("ahs204")
    page.keyboard.press("Enter")
    expect(page.locator("#id_place_key")).to_have_value(f"room:{here.room.pk}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="bio lab")).to_be_visible()


def test_a_refused_form_keeps_what_was_typed(here: District, visit: Visit) -> None:
    page = visit(here.supervisor, "/aliases/new/")
    page.fill("#id_alias", "LN204")
    page.fill("#id_place", "behind the gym")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").first).to_contain_text("behind the gym")
    expect(page.locator("#id_alias")).to_have_value("LN204")
    expect(page.locator("#id_place")).to_have_value("behind the gym")
    check(page, "refused")
