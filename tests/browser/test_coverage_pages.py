"""The coverage pages in a real browser: accessible in every theme, inside every width, and usable by keyboard."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from core import clock
from officers.models import Shift, TimeEntry
from officers.planning.local import day_of, days
from officers.selectors import coverage
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import district
from tests.officers.coverage_scene import Department, department, minimum, one_more
from tests.officers.covering import ZONE

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def here(district: Any) -> Department:
    """Two zones, three rules, and a certified officer on every day of next week but Wednesday."""
    made = department(district)
    minimum(made.north, name="North by day")
    minimum(made.south, name="A quarter", group=None, kind="share", number=25)
    monday = coverage.monday_after(day_of(clock.now(), ZONE))
    for number in (0, 1, 3, 4):
        begin = days(monday + timedelta(days=number), 1, ZONE).starts_at + timedelta(hours=7, minutes=30)
        Shift.objects.create(
            agency=made.certified.agency,
            officer=made.certified,
            position="patrol",
            starts_at=begin,
            ends_at=begin + timedelta(hours=9, minutes=30),
        )
    one_more(district, 1)
    return made


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


def test_the_pages_of_coverage(here: Department, visit: Visit) -> None:
    rule = f"/minimums/{here.rule.pk}/"
    paths = ("/coverage/", "/coverage/?week=2199-W20", "/coverage/rules/", "/coverage/groups/", f"{rule}cover/")
    for path in paths:
        check(visit(here.supervisor, path))


def test_the_forms_of_coverage(here: Department, visit: Visit) -> None:
    paths = ("/coverage/rules/new/", f"/coverage/groups/{here.south.pk}/", "/coverage/limits/")
    for path in (f"/minimums/{here.rule.pk}/", *paths):
        check(visit(here.supervisor, path))


def test_the_console_warns_within_its_widths(here: Department, visit: Visit) -> None:
    TimeEntry.objects.update(clocked_out_at=clock.now())
    for number in range(5):
        minimum(here.south, name=f"Always {number}", weekdays=list(range(7)), starts="00:00", ends="00:00")
    page = visit(here.district.dispatcher, "/board/")
    assert page.get_by_role("link", name="South: 0 of 1 CIT now").count() >= 1
    check(page)


def press_until(page: Page, key: str, wanted: Any) -> None:
    """Tab to an element."""
    for _ in range(80):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"not reached: {wanted}")


def test_a_gap_is_closed_by_keyboard_alone(here: Department, visit: Visit) -> None:
    page = visit(here.supervisor, "/coverage/")
    press_until(page, "Tab", page.get_by_role("link", name="Find cover Wed 07:00–17:00 South"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/cover/**")
    press_until(page, "Tab", page.get_by_role("button", name="Plan this shift X-01"))
    page.keyboard.press("Enter")
    page.get_by_text("Planned: X-01.").wait_for()
    assert page.get_by_role("link", name="Find cover Wed 07:00–17:00 South").count() == 0
    assert Shift.objects.filter(officer__call_sign="X-01").count() == 1


def test_the_grid_and_the_list_are_both_on_paper(here: Department, visit: Visit) -> None:
    page = visit(here.supervisor, "/coverage/")
    page.emulate_media(media="print")
    assert page.locator("table.heat").first.is_visible()
    assert page.locator(".cov-list").is_visible()
    assert not page.get_by_role("link", name="Find cover").first.is_visible()
