"""The referral pages in a real browser: accessible in every theme, inside every width, and short to use."""

from typing import Any

import pytest
from playwright.sync_api import Page

from incidents.models import DeescalationRecord
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import district
from tests.referrals.people import REACHED, Loop, around

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def loop(district: Any) -> Loop:
    """A referral just sent."""
    return around(district)


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


def test_the_pages_of_student_support(loop: Loop, visit: Visit) -> None:
    at = f"/referrals/{loop.referral.pk}/"
    for path in ("/referrals/", at, f"{at}decline/", "/referrals/?tab=mine"):
        check(visit(loop.counselor, path))
    loop.contacted()
    for path in ("/referrals/?tab=mine", at, f"{at}contact/", f"{at}complete/", f"{at}fail/"):
        check(visit(loop.counselor, path))


def test_the_pages_of_the_sender(loop: Loop, visit: Visit) -> None:
    at = f"/referrals/{loop.referral.pk}/"
    record = DeescalationRecord.objects.get()
    for path in (f"/records/{record.pk}/refer/", "/referrals/", at, f"{at}recall/"):
        check(visit(loop.sender, path))
    loop.completed()
    check(visit(loop.sender, at))


def test_the_pages_of_the_director(loop: Loop, visit: Visit) -> None:
    loop.completed()
    at = f"/referrals/{loop.referral.pk}/"
    for path in ("/referrals/", "/referrals/?tab=all", at, f"{at}next-step/"):
        check(visit(loop.director, path))


def test_two_clicks_from_the_list_a_person_has_it_and_four_more_keep_the_first_contact(
    loop: Loop, visit: Visit
) -> None:
    page = visit(loop.counselor, "/referrals/")
    page.get_by_role("button", name="I have it").click()
    assert loop.now().owner_id == loop.counselor.id
    page.get_by_role("link", name="Log contact").click()
    for label in ("Phone", "Guardian", "Reached"):
        page.get_by_label(label, exact=True).check()
    page.get_by_label("Note").fill(REACHED["note"])
    page.get_by_role("button", name="Log contact").click()
    page.get_by_text(REACHED["note"]).wait_for()
    assert loop.now().status == "in_progress"


def test_the_sender_follows_the_loop_by_keyboard_alone(loop: Loop, visit: Visit) -> None:
    loop.completed()
    page = visit(loop.sender, f"/referrals/{loop.referral.pk}/")
    button = page.get_by_role("button", name="I have seen that it was closed")
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("Done.").wait_for()
    assert loop.now().sender_acknowledged_at is not None
