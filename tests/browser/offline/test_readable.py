"""What dispatch told can be read without a signal only while the key is in memory, and for twelve hours."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from core import clock
from tests.browser.offline.device import TOLD, Tablet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HELD = "async () => (await (await import('/static/js/tablet/db.js')).all('cache')).length"


def test_what_was_told_is_read_without_a_signal_and_is_gone_after_twelve_hours(tablet: Tablet) -> None:
    tablet.offline()
    tablet.page.reload()
    tablet.page.locator("[data-approach]").get_by_text(TOLD).wait_for()
    tablet.page.clock.install(time=clock.now() + timedelta(hours=12, minutes=1))
    tablet.page.reload()
    tablet.state(contact="offline").wait_for()
    tablet.page.locator("body[data-drawn]").wait_for()
    assert tablet.page.locator("[data-approach]").get_by_text(TOLD).count() == 0
    assert tablet.page.evaluate(HELD) == 0


def test_what_was_told_goes_with_the_assignment(tablet: Tablet) -> None:
    assert tablet.page.evaluate(HELD) == 1
    for name in ("En route", "On scene"):
        tablet.tap(name)
        tablet.page.locator("[data-status]", has_text=name).wait_for()
    tablet.tap("Clear")
    expect(tablet.page.locator("[data-assignments] section")).to_have_count(0)
    tablet.state(queued=0, contact="ok").wait_for()
    assert tablet.page.evaluate(HELD) == 0
    tablet.shell()
    assert tablet.page.evaluate(HELD) == 0
    assert tablet.page.locator("[data-assignments] section").count() == 0
