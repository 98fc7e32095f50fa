"""Rows of a live board do not move under the hand."""

import pytest
from playwright.sync_api import Locator, Page, expect

from core import clock
from incidents.models import Incident
from tests.browser.desks import SOON, Sit, change, opened, scene, send, sit
from tests.cast import District
from tests.live.conftest import _process, web

__all__ = ["_process", "scene", "sit", "web"]
pytestmark = [pytest.mark.browser, pytest.mark.faults, pytest.mark.django_db(transaction=True)]
WAITING = "#queue [data-release]"


def row(desk: Page, incident: Incident) -> Locator:
    """The incident's row."""
    return desk.locator(f"#i-{incident.pk}")


def order(desk: Page) -> list[str | None]:
    """The rows of the queue from top to bottom."""
    return [line.get_attribute("id") for line in desk.locator("#queue tbody tr").all()]


def shown(desk: Page, *incidents: Incident) -> None:
    """All of these are on the board."""
    for incident in incidents:
        expect(row(desk, incident)).to_be_visible(timeout=SOON)


def at_work(desk: Page) -> None:
    """From now on a hand is on the queue whenever something new arrives for it, until `rest`."""
    desk.evaluate(
        "() => { window.hand = () => document.getElementById('queue').dispatchEvent("
        "new PointerEvent('pointermove', { bubbles: true }));"
        " window.addEventListener('htmx:before:swap', window.hand, true); window.hand() }"
    )


def rest(desk: Page) -> None:
    """The hand is gone."""
    desk.evaluate("window.removeEventListener('htmx:before:swap', window.hand, true)")


def urgent(incident: Incident) -> None:
    """Its priority becomes the highest."""
    Incident.objects.filter(pk=incident.pk).update(priority="p1")


def test_a_new_row_waits_while_the_board_is_being_used_and_comes_when_it_is_not(scene: District, sit: Sit) -> None:
    desk, first = sit(scene.dispatcher.id, "/board/"), opened(scene)
    shown(desk, first)
    at_work(desk)
    second, third = opened(scene), opened(scene)
    expect(desk.locator(WAITING)).to_have_text("2 new", timeout=SOON)
    expect(desk.locator("#polite")).to_contain_text("new")
    assert order(desk) == [f"i-{first.pk}"]
    rest(desk)
    shown(desk, second, third)
    expect(desk.locator(WAITING)).to_have_count(0)


def test_the_button_shows_what_waits_at_once_and_hands_the_focus_to_it(scene: District, sit: Sit) -> None:
    desk, first = sit(scene.dispatcher.id, "/board/"), opened(scene)
    shown(desk, first)
    at_work(desk)
    second = opened(scene)
    expect(desk.locator(WAITING)).to_have_text("1 new", timeout=SOON)
    desk.locator(WAITING).focus()
    desk.keyboard.press("Enter")
    shown(desk, second)
    expect(row(desk, second).locator("a, button").first).to_be_focused()
    expect(desk.locator(WAITING)).to_have_count(0)


def test_an_urgent_one_is_at_the_top_at_once_and_what_was_in_sight_stays_there(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    desk.set_viewport_size({"width": 1366, "height": 640})
    incidents = [opened(scene) for _ in range(24)]
    shown(desk, *incidents)
    box = desk.locator("#queue .scroll")
    assert box.evaluate("box => { box.scrollTop = 200; return box.scrollTop }") == 200
    before = row(desk, incidents[8]).evaluate("row => row.getBoundingClientRect().top")
    at_work(desk)
    alarm = opened(scene)
    urgent(alarm)
    expect(row(desk, alarm)).to_be_attached(timeout=SOON)
    assert order(desk)[0] == f"i-{alarm.pk}"
    after = row(desk, incidents[8]).evaluate("row => row.getBoundingClientRect().top")
    assert abs(after - before) <= 1
    assert box.evaluate("box => box.scrollTop") > 200


def test_rows_keep_their_order_while_one_holds_the_focus(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    first, second = opened(scene), opened(scene)
    shown(desk, first, second)
    row(desk, first).get_by_role("link").first.focus()
    urgent(second)
    expect(row(desk, second)).to_contain_class("new", timeout=SOON)
    assert order(desk) == [f"i-{first.pk}", f"i-{second.pk}"]
    expect(row(desk, first).get_by_role("link").first).to_be_focused()
    desk.locator("h1").evaluate("() => document.activeElement.blur()")
    desk.wait_for_function("id => document.querySelector('#queue tbody tr').id === id", arg=f"i-{second.pk}")


@pytest.mark.parametrize("alone", [True, False])
def test_a_row_that_is_gone_stays_marked_until_the_focus_leaves_it(alone: bool, scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    others = [] if alone else [opened(scene), opened(scene)]
    ended = opened(scene)
    shown(desk, *others, ended)
    row(desk, ended).get_by_role("link").first.focus()
    Incident.objects.filter(pk=ended.pk).update(status="closed", closed_at=clock.now())
    expect(row(desk, ended)).to_contain_class("gone", timeout=SOON)
    expect(row(desk, ended).get_by_role("link").first).to_be_focused()
    for other in others:
        change(other)
    desk.evaluate("document.activeElement.blur()")
    expect(row(desk, ended)).to_have_count(0, timeout=SOON)


def test_the_row_keeps_the_focus_when_its_button_is_gone(scene: District, sit: Sit) -> None:
    desk, incident = sit(scene.dispatcher.id, "/board/"), opened(scene)
    shown(desk, incident)
    row(desk, incident).locator(".units a").focus()
    send(scene, incident)
    expect(row(desk, incident).locator(".units")).to_have_text("C-12", timeout=SOON)
    expect(row(desk, incident).locator("a").first).to_be_focused()
