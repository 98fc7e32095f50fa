"""The training pages in a real browser: accessible in every theme, inside every width, and short to use."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from core import clock
from core.actors import Actor
from officers import catalogue
from officers.models import Booking, Course, Officer, TrainingRule, TrainingSession
from officers.training import standard
from tests.browser import axe
from tests.browser.visiting import Visit
from tests.cast import District, district
from tests.officers.trained import certificate, coordinator

__all__ = ["district"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def keeper(district: District) -> Actor:
    """The coordinator of a district in which everything waits at once."""
    agency = district.campus.agency
    standard.install(agency)
    today = clock.now().astimezone(agency.zone).date()
    Officer.objects.filter(pk=district.other_officer.pk).update(placed_on=date(2024, 1, 8), licensed_on=today)
    certificate(district.other_officer, "3843", date(2024, 6, 1), expires_on=today + timedelta(days=19))
    certificate(district.other_officer, "CPR", date(2025, 2, 1), verified_at=None)
    for number, days in (("3843", 9), ("CPR", 16)):
        starts = clock.now() + timedelta(days=days)
        TrainingSession.objects.create(
            agency=agency,
            course=catalogue.install(agency)[number],
            starts_at=starts,
            ends_at=starts + timedelta(hours=8),
            place="Training room, Sotol High School",
        )
    return coordinator(district)


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


def test_the_coordinators_pages(district: District, keeper: Actor, visit: Visit) -> None:
    course, rule = Course.objects.get(number="1850"), TrainingRule.objects.get(slug="cpr")
    pk = district.other_officer.pk
    for path in ("/training/", f"/officers/{pk}/training/", f"/officers/{pk}/book/", "/courses/", "/rules/"):
        check(visit(keeper, path))
    for path in (f"/courses/{course.pk}/", f"/rules/{rule.pk}/change/", "/sessions/", "/sessions/new/"):
        check(visit(keeper, path))


def test_the_officers_pages(district: District, keeper: Actor, visit: Visit) -> None:
    me = district.officer(district.other_officer)
    pk = district.other_officer.pk
    for path in (f"/officers/{pk}/training/", f"/officers/{pk}/certifications/", "/courses/"):
        check(visit(me, path))


def test_a_refresher_is_booked_with_three_clicks_from_the_work_list(
    district: District, keeper: Actor, visit: Visit
) -> None:
    page = visit(keeper, "/training/")
    page.evaluate("sessionStorage.setItem('clicks', '0')")
    count = "addEventListener('click', e => e.isTrusted && e.detail && sessionStorage.setItem('clicks', "
    page.add_init_script(f"{count}String(Number(sessionStorage.getItem('clicks')) + 1)), true)")
    page.reload()
    page.locator("#lapsing").get_by_role("link", name="Book a class for S-21").click()
    page.get_by_label("3843 Crisis intervention").click()
    page.get_by_role("button", name="Book").click()
    page.get_by_text("Booked.").wait_for()
    assert int(page.evaluate("sessionStorage.getItem('clicks')")) <= 4
    assert Booking.objects.get().officer_id == district.other_officer.pk


def test_a_completion_is_verified_by_keyboard_alone(district: District, keeper: Actor, visit: Visit) -> None:
    page = visit(keeper, "/training/")
    button = page.get_by_role("button", name="Verify CPR of Basalt")
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("Verified. It counts now.").wait_for()
    assert page.get_by_text("Nothing waits to be verified").is_visible()


def test_on_paper_the_work_list_has_no_buttons_and_every_name(district: District, keeper: Actor, visit: Visit) -> None:
    page = visit(keeper, "/training/")
    page.emulate_media(media="print")
    assert page.locator("#lapsing").get_by_text("Basalt").is_visible()
    assert not page.get_by_role("button", name="Verify CPR of Basalt").is_visible()
    assert not page.get_by_role("link", name="Book a class for S-21").first.is_visible()
