"""What the server's refusals do to the queue: nothing is dropped, and one refused entry holds back none behind it."""

import pytest
from playwright.sync_api import Route

from core.actors import Actor
from incidents.models import Assignment
from incidents.services import assignments
from tests.browser.offline import books
from tests.browser.offline.device import COMMANDS, Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEPT = ["Before it was signed out", "While it was signed out"]


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablet."""
    return district.officer(district.cit_officer)


def test_a_lost_session_keeps_the_queue_and_signing_in_resumes_it(tablet: Tablet, me: Actor) -> None:
    tablet.sign_out_elsewhere()
    for text in KEPT:
        tablet.note(text)
    tablet.state(queued=2, contact="out").wait_for()
    assert tablet.line() == "Signed out. 2 updates need you"
    assert books.notes() == []
    tablet.sign_in(me)
    tablet.hurry()
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == KEPT


def test_three_times_busy_and_then_sent_by_itself(tablet: Tablet) -> None:
    refused: list[int] = []

    def busy(route: Route) -> None:
        if len(refused) == 3:
            return route.fallback()
        refused.append(503)
        return route.fulfill(status=503, body="Busy. Try again in a moment.")

    tablet.page.clock.install()
    tablet.shell()
    tablet.context.route(COMMANDS, busy)
    with tablet.page.expect_response(COMMANDS):
        tablet.note(KEPT[0])
    for attempt in range(1, 4):
        tablet.state(queued=1, contact="offline").wait_for()
        assert len(refused) == attempt
        with tablet.page.expect_response(COMMANDS):
            tablet.page.clock.run_for(60_000)
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == KEPT[:1]


def test_the_answer_of_a_captive_portal_is_no_answer(tablet: Tablet) -> None:
    tablet.context.route(COMMANDS, lambda route: route.fulfill(status=200, body="<h1>Welcome to the hotel</h1>"))
    tablet.note(KEPT[0])
    tablet.state(queued=1, contact="offline").wait_for()
    tablet.context.unroute(COMMANDS)
    tablet.hurry()
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == KEPT[:1]


def test_a_stale_step_is_put_aside_with_both_states_and_later_notes_go(
    tablet: Tablet, district: District, part: Assignment
) -> None:
    tablet.offline()
    tablet.tap("En route")
    tablet.state(queued=1).wait_for()
    tablet.note(KEPT[0])
    assignments.start(part, actor=district.dispatcher, expected_version=None)
    tablet.offline(False)
    tablet.state(queued=0, parked=1).wait_for()
    assert books.notes() == KEPT[:1]
    assert tablet.line() == "All sent. 1 needs attention"
    tablet.page.locator("#unsent").click()
    entry = tablet.page.locator("#unsent-list li[data-state=parked]")
    assert entry.locator("[data-mine]").inner_text() == "En route"
    assert "En route" in entry.locator("[data-theirs]").inner_text()
    entry.get_by_role("button", name="Withdraw").click()
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    assert [row.settled for row in books.commands("refused")] == ["withdrawn"]


def test_the_same_step_is_entered_anew_in_sight_of_what_is_true(
    tablet: Tablet, district: District, part: Assignment
) -> None:
    tablet.offline()
    tablet.tap("On scene")
    tablet.state(queued=1).wait_for()
    assignments.start(part, actor=district.dispatcher, expected_version=None)
    tablet.offline(False)
    tablet.state(parked=1, contact="ok").wait_for()
    tablet.page.locator("#unsent").click()
    tablet.page.locator("#unsent-list").get_by_role("button", name="Enter it anew").click()
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    part.refresh_from_db()
    assert part.status == "on_scene"
    assert [row.settled for row in books.commands("refused")] == ["superseded"]
