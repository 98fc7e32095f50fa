"""The officer's tablet in a real browser: the alert, help by hand and by key, undo, sizes of targets, every look."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from core import clock
from incidents.models import Assignment, FieldRequest
from incidents.services import assignments
from officers.models import User
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, build, log_call

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURES = os.environ.get("CIT_PICTURES", "")
SIZES = [(1440, 900), (1024, 768), (768, 1024), (390, 844)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Everything that a thumb meets in the work itself, with its height and width.
SMALL = """() => [...document.querySelectorAll('#main :is(button, a[href], summary), .strip :is(button, summary)')]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 53.5 && !each.closest('.prose'))
  .map((each) => `${each.textContent.trim()} ${each.getBoundingClientRect().height}`)"""


@pytest.fixture
def district() -> District:
    """A district of its own."""
    return build("sotol")


@pytest.fixture
def part(district: District) -> Assignment:
    """The CIT officer, just sent."""
    incident = log_call(district, at=clock.now()).incident
    return assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=clock.now()
    )


def acknowledged(district: District, part: Assignment) -> Assignment:
    """Read, and on the way."""
    me = district.officer(district.cit_officer)
    assignments.acknowledge(part, actor=me)
    return assignments.start(part, actor=me, expected_version=None)


def look(page: Page) -> None:
    """Nothing outside the screen, no small target, no broken rule, in any size, theme and hand."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        if PICTURES:
            name = urlsplit(page.url).path.strip("/").replace("/", "-")
            page.screenshot(path=Path(PICTURES) / f"{name}-{len(page.title())}-{width}.png")
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
        assert page.evaluate(SMALL) == [], (page.url, width)
    for theme in ("dark", "light", "contrast"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (SIZES[1], SIZES[3]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (page.url, theme, width)


def test_a_new_assignment_is_acknowledged_with_one_tap(district: District, part: Assignment, visit: Visit) -> None:
    page = visit(district.officer(district.cit_officer), "/tablet/")
    alert = page.get_by_role("alertdialog", name="Suicidal thoughts")
    expect(alert).to_contain_text("Door B3")
    button = page.get_by_role("button", name="Acknowledge")
    expect(button).to_be_focused()
    look(page)
    assert (button.bounding_box() or {})["height"] >= 96
    button.click()
    page.get_by_role("heading", name="Before you go in").wait_for()
    part.refresh_from_db()
    assert part.acknowledged_at is not None


def test_help_is_called_by_holding_and_not_by_letting_go(district: District, part: Assignment, visit: Visit) -> None:
    acknowledged(district, part)
    page = visit(district.officer(district.cit_officer), "/tablet/")
    button = page.get_by_role("button", name="Officer needs help")
    box = button.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 20)
    page.mouse.down()
    expect(button).to_have_class("st sos holding")
    page.mouse.up()
    # A tap counts down, and can be called off.
    page.get_by_role("heading", name="Calling for help").wait_for()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("[data-countdown]")).to_be_hidden()
    assert FieldRequest.objects.count() == 0
    page.mouse.move(box["x"] + 40, box["y"] + 20)
    page.mouse.down()
    expect(page.get_by_text("Help called")).to_be_visible(timeout=30_000)
    page.mouse.up()
    assert FieldRequest.objects.get().what == "help"


def test_help_is_called_by_key(district: District, part: Assignment, visit: Visit) -> None:
    acknowledged(district, part)
    page = visit(district.officer(district.cit_officer), "/tablet/")
    page.get_by_role("button", name="Officer needs help").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-countdown]")).to_be_hidden()
    assert FieldRequest.objects.count() == 0
    page.get_by_role("button", name="Officer needs help").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Help called")).to_be_visible(timeout=30_000)
    assert FieldRequest.objects.count() == 1


def test_a_step_is_taken_back_and_a_double_tap_makes_one_step(
    district: District, part: Assignment, visit: Visit
) -> None:
    acknowledged(district, part)
    page = visit(district.officer(district.cit_officer), "/tablet/")
    page.get_by_role("button", name="On scene").dblclick()
    page.get_by_role("button", name="Undo: On scene").click()
    page.get_by_role("status").filter(has_text="En route").first.wait_for()
    part.refresh_from_db()
    assert (part.status, part.on_scene_at) == ("en_route", None)


@pytest.mark.parametrize("hand", ["", "left"])
def test_every_page_fits_every_screen_and_every_reader(
    district: District, part: Assignment, visit: Visit, hand: str
) -> None:
    me = district.officer(district.cit_officer)
    User.objects.filter(pk=me.id).update(hand=hand)
    acknowledged(district, part)
    for path in ("/tablet/", "/tablet/notes/", "/tablet/log/", f"/incidents/{part.incident_id}/field/help/"):
        look(visit(me, path))
    page = visit(me, "/tablet/")
    page.set_viewport_size({"width": 1024, "height": 768})
    rail, left = (page.locator(one).bounding_box() for one in (".rail", ".left"))
    assert rail is not None
    assert left is not None
    assert (rail["x"] < left["x"]) == (hand == "left")
    step = page.locator(".rail .next").bounding_box()
    assert step is not None
    assert step["height"] >= 96
