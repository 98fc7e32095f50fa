"""Screens that refresh themselves, in real browsers on a real web process that may be killed."""

import re
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from core import clock
from incidents.models import Incident
from incidents.services import assessments, assignments
from tests.cast import CALM, District, build, counselors, log_call, refer
from tests.faults.system import System
from tests.live.conftest import _process, cookie, start, web

__all__ = ["_process", "web"]
pytestmark = [pytest.mark.browser, pytest.mark.faults, pytest.mark.django_db(transaction=True)]
Sit = Callable[..., Page]
SOON = 3_000
RECOVERED = 5_000


@pytest.fixture
def scene(web: System) -> District:
    """A district on the database of the web process."""
    return build("sotol")


@pytest.fixture
def sit(web: System, browser: Browser) -> Iterator[Sit]:
    """A browser of its own for each person; two pages of one browser share a context."""
    contexts: list[BrowserContext] = []

    def one(person: UUID | None, path: str, beside: Page | None = None) -> Page:
        address = f"http://127.0.0.1:{web.port}"
        if beside is None:
            contexts.append(browser.new_context())
            contexts[-1].add_cookies([{"name": "sessionid", "value": cookie(person), "url": address}])
        page = contexts[-1].new_page() if beside is None else beside.context.new_page()
        page.goto(address + path)
        shows(page, "live", 8_000)
        return page

    yield one
    for context in contexts:
        context.close()


def shows(page: Page, state: str, within: int) -> None:
    """Which state the status line shows; it alone is visible."""
    expect(page.locator(f"#live [data-when={state}]")).to_be_visible(timeout=within)
    expect(page.locator("#live [data-when]:visible")).to_have_count(1)


def opened(scene: District) -> Incident:
    """A call, assessed, without a unit."""
    incident = log_call(scene, at=clock.now()).incident
    return assessments.assess(incident, actor=scene.dispatcher, expected_version=None, answers=CALM)


def send(scene: District, incident: Incident) -> None:
    """The CIT officer."""
    assignments.send(incident, actor=scene.dispatcher, expected_version=None, officer=scene.cit_officer)


def test_two_desks_see_each_others_changes(scene: District, sit: Sit) -> None:
    one, other = sit(scene.dispatcher.id, "/board/"), sit(scene.supervisor.id, "/board/")
    incident = opened(scene)
    for desk in (one, other):
        expect(desk.locator(f"#i-{incident.pk}")).to_be_visible(timeout=SOON)
    one.goto(one.url.replace("/board/", f"/incidents/{incident.pk}/send/"))
    one.get_by_role("button").filter(has_text="C-12").first.click()
    expect(other.locator(f"#i-{incident.pk} .units")).to_have_text("C-12", timeout=SOON)


def test_a_new_assignment_appears_on_the_tablet_by_itself_and_is_said_at_once(scene: District, sit: Sit) -> None:
    tablet = sit(scene.cit_officer.user_id, "/tablet/")
    other = sit(scene.other_officer.user_id, "/tablet/")
    expect(tablet.get_by_role("heading", level=1)).to_have_text("No assignment")
    send(scene, opened(scene))
    expect(tablet.locator("#h-a")).to_be_visible(timeout=SOON)
    expect(tablet.locator("#main")).to_have_class("main")
    expect(tablet.locator("#assertive")).to_contain_text("You are sent", timeout=SOON)
    expect(other.get_by_role("heading", level=1)).to_have_text("No assignment")


def test_a_referral_appears_in_the_inbox_and_on_the_home_page_of_its_team(scene: District, sit: Sit) -> None:
    team, (counselor,) = counselors(scene, "Marigold")
    inbox = sit(counselor.id, "/referrals/")
    home = sit(counselor.id, "/", beside=inbox)
    sent = refer(scene, team, at=clock.now())
    inbox.bring_to_front()
    expect(inbox.get_by_role("link", name=sent.number)).to_be_visible(timeout=SOON)
    home.bring_to_front()
    expect(home.get_by_text(sent.number).first).to_be_visible(timeout=SOON)


def test_another_tab_of_the_browser_goes_on_when_the_listening_one_is_closed(scene: District, sit: Sit) -> None:
    first = sit(scene.dispatcher.id, "/board/")
    second = sit(scene.dispatcher.id, "/board/", beside=first)
    first.close()
    incident = opened(scene)
    expect(second.locator(f"#i-{incident.pk}")).to_be_visible(timeout=RECOVERED)


def test_a_killed_and_restarted_server_is_recovered_with_nothing_missing(
    web: System, scene: District, sit: Sit
) -> None:
    desk, tablet = sit(scene.dispatcher.id, "/board/"), sit(scene.cit_officer.user_id, "/tablet/")
    before = opened(scene)
    expect(desk.locator(f"#i-{before.pk}")).to_be_visible(timeout=SOON)
    web.kill("web")
    during = opened(scene)
    send(scene, before)
    shows(desk, "retry", RECOVERED)
    start(web)
    expect(desk.locator(f"#i-{during.pk}")).to_be_visible(timeout=RECOVERED)
    expect(desk.locator(f"#i-{before.pk} .units")).to_have_text("C-12", timeout=RECOVERED)
    expect(tablet.locator("#h-a")).to_be_visible(timeout=RECOVERED)
    shows(desk, "live", SOON)
    fresh = desk.context.new_page()
    fresh.goto(desk.url)
    assert rows(desk) == rows(fresh)


def rows(page: Page) -> list[str]:
    """What the board says, without the times that go on by themselves."""
    lines = page.locator(".desk tbody tr")
    return [line.evaluate("row => [...row.cells].map(c => c.querySelector('.timer') ? '' : c.innerText).join('|')")
            for line in lines.all()]  # fmt: skip


def test_a_lost_connection_is_said_once_greys_the_board_and_leaves_forms_alone(
    web: System, scene: District, sit: Sit
) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    web.kill("web")
    shows(desk, "lost", 16_000)
    expect(desk.locator("#live time")).to_have_text(re.compile(r"\d\d:\d\d:\d\d"))
    expect(desk.locator("#assertive")).to_contain_text("Connection lost")
    expect(desk.locator("#queue.stale, #units.stale")).to_have_count(2)
    start(web)
    shows(desk, "live", RECOVERED)
    expect(desk.locator(".stale")).to_have_count(0, timeout=SOON)
    expect(desk.locator("#polite")).to_contain_text("The connection is back.")


def test_typed_text_and_unsent_text_in_another_field_survive_twenty_refreshes(scene: District, sit: Sit) -> None:
    desk, incident = sit(scene.dispatcher.id, "/board/"), opened(scene)
    expect(desk.locator(f"#i-{incident.pk}")).to_be_visible(timeout=SOON)
    # The server's own answer with two fields in it, as a panel with a form would have them.
    desk.route("**/board/queue/*", with_fields)
    change(incident)
    expect(desk.locator("#unsent")).to_be_visible(timeout=SOON)
    desk.fill("#unsent", "not sent yet")
    desk.evaluate("window.swaps = 0; document.addEventListener('htmx:after:swap', () => { window.swaps += 1 })")
    desk.focus("#typed")
    for turn in range(1, 21):
        desk.keyboard.type("calm ")
        change(incident)
        desk.wait_for_function("turn => window.swaps >= turn", arg=turn)
    assert desk.input_value("#typed") == "calm " * 20
    assert desk.input_value("#unsent") == "not sent yet"
    assert desk.evaluate("document.activeElement.id") == "typed"


def with_fields(route: Route) -> None:
    """Put two fields into the head of the panel."""
    answer = route.fetch()
    fields = "".join(f'<input id="{name}" aria-label="{name}">' for name in ("typed", "unsent"))
    route.fulfill(
        response=answer, body=answer.text().replace('<div class="panel-h">', f'<div class="panel-h">{fields}', 1)
    )


def change(incident: Incident) -> None:
    """Any change of the incident."""
    Incident.objects.filter(pk=incident.pk).update(cit_unavailable_reason="")


def test_a_desk_whose_log_in_ended_shows_nothing_any_more(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    desk.context.clear_cookies()
    Session.objects.all().delete()
    expect(desk).to_have_url(re.compile("/accounts/login/"), timeout=20_000)
