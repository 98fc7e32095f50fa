"""The roster's pages in a real browser: accessible in every theme, inside every width, and usable by keyboard."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from officers.models import Certification, Officer
from officers.services import restrictions
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, day_here, district, officer
from tests.officers.hiring import enroll
from tests.officers.test_roster_csv import file

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TABS = 60


@pytest.fixture
def department(district: District) -> District:
    """Somebody current, somebody due, somebody lapsed, somebody never trained, and a restriction."""
    today = day_here()
    for number, days in enumerate((19, -2, 75)):
        made = officer(district.campus, f"Quartz{number}", f"C-2{number}", cit=True)
        Certification.objects.filter(user=made.user).update(expires_on=today + timedelta(days=days))
    made = enroll(district)
    facts = {"kind": "campus", "campus": district.campus, "reason": "A relative works there", "from_day": today}
    restrictions.restrict(made, actor=district.supervisor, **facts)
    return district


def check(page: Page, name: str) -> None:
    """No broken rule of accessibility in any theme, and nothing outside the screen at any width."""
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE) <= 0, (page.url, width)
    for theme in ("dark", "light", "contrast"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for width, height in (WIDTHS[0], WIDTHS[2]):
            page.set_viewport_size({"width": width, "height": height})
            assert axe.violations(page) == [], (page.url, theme, width)


def test_the_roster_and_a_person(department: District, visit: Visit) -> None:
    made = Officer.objects.get(call_sign="C-40")
    for path in ("/roster/", "/roster/?cit=due", "/roster/?q=nobody", f"/officers/{made.pk}/"):
        check(visit(department.supervisor, path), path)
    check(visit(department.dispatcher, "/roster/"), "desk")


def test_the_forms_of_the_roster(department: District, visit: Visit) -> None:
    made = Officer.objects.get(call_sign="C-40")
    for page in ("edit", "deactivate", "restrict", "photo/change"):
        check(visit(department.supervisor, f"/officers/{made.pk}/{page}/"), page)
    check(visit(department.supervisor, "/officers/new/"), "new")
    page = visit(department.supervisor, "/officers/new/")
    page.get_by_role("button", name="Put on the roster").click()
    page.get_by_text("Please check this").wait_for()
    check(page, "new-refused")


def test_a_file_is_seen_corrected_and_taken(department: District, visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(file({"home_campus": "MOON"}, {"badge": "7", "call_sign": "X-7", "hired_on": "soon"}))
    page = visit(department.supervisor, "/roster/import/")
    check(page, "import")
    page.get_by_label("CSV file").set_input_files(path)
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_text("There is no campus").wait_for()
    check(page, "bad")
    path.write_bytes(file({"name": "Marigold Quartz"}, {"badge": "7", "call_sign": "X-7", "email": "x@example.org"}))
    page.get_by_role("link", name="Choose the corrected file").click()
    page.get_by_label("CSV file").set_input_files(path)
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_text("exactly as it is shown here").wait_for()
    check(page, "plan")
    page.get_by_role("button", name="Take the file").click()
    page.get_by_text("1 new, 1 changed").wait_for()


def focus(page: Page, control: Any) -> None:
    """By the Tab key alone."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if control.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("not reached by Tab")


def test_who_lapses_is_two_keys_away_and_a_person_is_opened_by_keyboard(department: District, visit: Visit) -> None:
    page = visit(department.supervisor, "/roster/")
    focus(page, page.get_by_role("link", name="Lapsed"))
    page.keyboard.press("Enter")
    page.get_by_text("Quartz1").wait_for()
    assert page.get_by_text("Quartz0").count() == 0
    focus(page, page.get_by_role("link", name="C-21"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Quartz1").wait_for()
