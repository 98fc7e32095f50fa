"""Two officers on one tablet, and what stays when one of them signs out."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from core.actors import Actor
from incidents.models import Assignment
from tests.browser.offline import books
from tests.browser.offline.device import Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LEFT = """async () => ({
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
MINE = ["Mine, first", "Mine, second", "Mine, third"]


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablet."""
    return district.officer(district.cit_officer)


def leave(tablet: Tablet) -> None:
    """Sign out as the menu does it."""
    tablet.page.goto(f"{tablet.base}/tablet/")
    tablet.page.locator("details.user summary").click()
    tablet.page.get_by_role("button", name="Log out").click()


def test_another_officer_sends_nothing_of_the_first_and_sees_only_how_many_wait(
    tablet: Tablet, district: District, me: Actor
) -> None:
    tablet.sign_out_elsewhere()
    for text in MINE:
        tablet.note(text)
    tablet.state(queued=3, contact="out").wait_for()
    tablet.sign_in(district.officer(district.other_officer))
    tablet.shell()
    tablet.state(queued=0, contact="ok").wait_for()
    tablet.page.locator("#unsent").click()
    tablet.page.get_by_text("3 entries of C-12 wait for their sign-in", exact=True).wait_for()
    shown = tablet.page.locator("#unsent-list").inner_text()
    assert not any(text in shown for text in MINE)
    assert tablet.page.locator("[data-assignments] section").count() == 0
    assert books.notes() == []
    tablet.sign_in(me)
    tablet.shell()
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == MINE


def test_signing_out_leaves_no_database_no_cache_and_no_worker(tablet: Tablet, part: Assignment) -> None:
    leave(tablet)
    tablet.page.wait_for_url("**/accounts/login/**")
    assert tablet.page.evaluate(LEFT) == {"databases": 0, "caches": 0, "workers": 0}


def test_signing_out_sends_first_what_waits(tablet: Tablet) -> None:
    tablet.offline()
    tablet.note(MINE[0])
    tablet.offline(False)
    leave(tablet)
    tablet.page.wait_for_url("**/accounts/login/**")
    assert books.notes() == MINE[:1]


def test_without_a_signal_signing_out_asks_and_the_sealed_entries_stay(tablet: Tablet, me: Actor) -> None:
    tablet.page.goto(f"{tablet.base}/tablet/")
    tablet.begun("renewed")
    tablet.offline()
    tablet.page.evaluate("async text => (await import('/static/js/tablet/outbox.js')).add(text)", entry(tablet))
    tablet.state(queued=1).wait_for()
    tablet.page.locator("details.user summary").click()
    tablet.page.get_by_role("button", name="Log out").click()
    asked = tablet.page.get_by_role("dialog", name="Not everything has been sent")
    assert "1 entry has not been sent." in asked.inner_text()
    asked.get_by_role("button", name="Stay signed in").click()
    tablet.page.locator("details.user summary").click()
    tablet.page.get_by_role("button", name="Log out").click()
    asked.get_by_role("button", name="Sign out, entries stay").click()
    tablet.page.get_by_text("Nobody is signed in on this tablet").wait_for()
    assert tablet.page.locator("[data-assignments] section").count() == 0
    # The session ends as soon as there is a network, before anything is sent.
    tablet.offline(False)
    # The page may leave by itself at the same moment, and a browser follows one of the two.
    with suppress(Error):
        tablet.page.goto(f"{tablet.base}/tablet/")
    tablet.page.wait_for_url("**/accounts/login/**")
    assert books.notes() == []
    tablet.begin(me)
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == [MINE[0]]


def test_a_sign_out_elsewhere_leaves_nothing_readable_once_the_page_for_signing_in_was_shown(
    tablet: Tablet, me: Actor
) -> None:
    tablet.sign_out_elsewhere()
    tablet.note(MINE[0])
    tablet.state(queued=1, contact="out").wait_for()
    tablet.page.goto(f"{tablet.base}/accounts/login/")
    tablet.page.wait_for_load_state("networkidle")
    tablet.context.set_offline(True)
    tablet.page.goto(f"{tablet.base}/tablet/")
    tablet.page.get_by_text("Nobody is signed in on this tablet").wait_for()
    assert tablet.page.locator("[data-assignments] section").count() == 0
    tablet.offline(False)
    tablet.begin(me)
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == [MINE[0]]


def entry(tablet: Tablet) -> dict[str, object]:
    """A note as the form would give it."""
    incident = tablet.page.evaluate(
        "async () => (await (await import('/static/js/tablet/db.js')).all('stubs'))[0].incident"
    )
    return {"incident": incident, "kind": "note", "data": {"text": MINE[0]}}
