"""The README's walk through readiness: what is seen without a click, and a class booked in three."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from officers.models import Booking, Officer
from officers.roles import Role
from tests.browser.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def walk(page: Page, live_server: LiveServer, transactional_db: None) -> Walk:
    """The demonstration, and a page in it."""
    call_command("demo", verbosity=0)
    page.set_viewport_size({"width": 1440, "height": 900})
    return Walk(page, live_server.url)


def test_the_coordinator_sees_who_lapses_and_where_next_week_is_thin_and_books(walk: Walk) -> None:
    # The one of the demonstration whose certificate ends in nineteen days.
    lapsing = Officer.objects.select_related("user").get(call_sign="S-06")
    walk.become(Role.TRAINING)
    walk.go("Training")
    panel = walk.page.locator("#lapsing")
    expect(panel.get_by_text(lapsing.user.name)).to_be_visible()
    expect(walk.page.get_by_role("heading", name="Gaps next week")).to_be_visible()
    expect(walk.page.locator(".cov-list li").first).to_be_visible()
    walk.picture("training")
    before = Booking.objects.count()
    panel.get_by_role("link", name="Book").first.click()
    walk.page.locator("input[type=radio]").first.check(force=True)
    walk.page.locator("main form button[type=submit]").first.click()
    walk.page.wait_for_load_state()
    assert Booking.objects.count() == before + 1


def test_the_supervisor_sees_the_roster_the_week_and_every_hour_that_is_asked_for(walk: Walk) -> None:
    walk.become(Role.SUPERVISOR)
    walk.go("Roster")
    expect(walk.page.get_by_role("row")).to_have_count(31)
    walk.picture("roster")
    walk.go("Shifts")
    walk.picture("shifts")
    walk.go("Coverage")
    expect(walk.page.get_by_role("heading", name="Gaps")).to_be_visible()
    walk.picture("coverage")
