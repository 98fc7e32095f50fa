"""The page without a signal by keyboard alone, by touch alone, and for everybody."""

import pytest
from playwright.sync_api import Browser, expect

from core.actors import Actor
from incidents.models import Assignment
from tests.browser import axe
from tests.browser.offline import books
from tests.browser.offline.device import Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = [(1024, 768), (390, 844)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SAID = "She talks to the counselor."


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablet."""
    return district.officer(district.cit_officer)


def test_by_keyboard_alone_a_note_is_saved_and_the_list_is_read(tablet: Tablet) -> None:
    page = tablet.page
    tablet.offline()
    while not page.get_by_label("Note").evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type(SAID)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tablet.state(queued=1).wait_for()
    page.locator("#unsent").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Entries on this tablet")).to_be_focused()
    page.locator("#unsent-list li").get_by_text(SAID).wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#unsent")).to_be_focused()
    tablet.offline(False)
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == [SAID]


def test_by_touch_alone_a_step_is_saved(
    browser: Browser, live_server: object, me: Actor, part: Assignment, tablet: Tablet
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    other = Tablet(context, tablet.base)
    other.begin(me)
    other.offline()
    step = other.page.get_by_role("button", name="On scene")
    box = step.bounding_box()
    assert box is not None
    assert box["height"] >= 54
    step.tap()
    other.state(queued=1).wait_for()
    other.offline(False)
    other.state(queued=0, contact="ok").wait_for()
    part.refresh_from_db()
    assert part.status == "on_scene"
    context.close()


def test_the_page_and_the_list_break_no_rule_at_any_size(tablet: Tablet) -> None:
    page = tablet.page
    tablet.offline()
    tablet.note(SAID)
    for theme in ("dark", "light", "contrast"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(OUTSIDE) <= 0, width
            assert axe.violations(page) == [], (theme, width)
    page.locator("#unsent").click()
    page.locator("#unsent-list li").wait_for()
    assert axe.violations(page) == []
