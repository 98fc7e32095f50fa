"""Screens that refresh themselves, in real browsers on a real web process that may be killed."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, Route, expect

from core import clock
from incidents.services import notes
from tests.browser.desks import SOON, Sit, change, opened, scene, send, shows, sit
from tests.cast import District, counselors, refer
from tests.faults.system import System
from tests.live.conftest import _process, start, web

__all__ = ["_process", "scene", "sit", "web"]
pytestmark = [pytest.mark.browser, pytest.mark.faults, pytest.mark.django_db(transaction=True)]
RECOVERED = 30_000
# Counts, on the page itself, how often the bell rang and how often the queue was swapped.
SWAPS = """() => { for (const [id, name] of [['bell', 'cit:bell'], ['swaps', 'htmx:after:swap']]) {
  const count = document.body.appendChild(document.createElement('output')); count.id = id; count.textContent = 0;
  document.addEventListener(name, ({ detail }) => {
    if (detail.kind === 'rung' || detail.ctx?.sourceElement.id === 'queue') count.textContent = +count.textContent + 1;
  }); } }"""


def test_two_desks_see_each_others_changes(scene: District, sit: Sit) -> None:
    one, other = sit(scene.dispatcher.id, "/board/"), sit(scene.supervisor.id, "/board/")
    incident = opened(scene)
    for desk in (one, other):
        expect(desk.locator(f"#i-{incident.pk}")).to_be_visible(timeout=SOON)
    one.goto(one.url.replace("/board/", f"/incidents/{incident.pk}/send/"))
    one.get_by_role("button").filter(has_text="C-12").first.click()
    expect(other.locator(f"#i-{incident.pk} .units")).to_have_text("C-12", timeout=SOON)


def test_a_desk_asks_once_for_all_panels_that_a_ring_concerns(scene: District, sit: Sit) -> None:
    desk, first = sit(scene.dispatcher.id, "/board/"), opened(scene)
    expect(desk.locator(f"#i-{first.pk}")).to_be_visible(timeout=SOON)
    answered: list[tuple[str, int]] = []
    desk.on("response", lambda answer: answered.append((urlsplit(answer.url).path, answer.status)))
    second = opened(scene)
    send(scene, second)
    expect(desk.locator(f"#i-{second.pk} .units")).to_have_text("C-12", timeout=SOON)
    expect(desk.locator("#units")).to_contain_text("Dispatched", timeout=SOON)
    assert ("/board/panels/", 200) in answered


def test_an_open_case_follows_its_own_incident_and_no_other(scene: District, sit: Sit) -> None:
    incident, other = opened(scene), opened(scene)
    desk = sit(scene.dispatcher.id, f"/board/?incident={incident.pk}")
    notes.add(incident, actor=scene.dispatcher, text="The door is open.")
    expect(desk.locator("#detail")).to_contain_text("The door is open.", timeout=SOON)
    desk.evaluate(
        "() => { window.cases = 0; document.addEventListener('htmx:after:swap', ({ detail }) =>"
        " { window.cases += detail.ctx.sourceElement.id === 'detail' }) }"
    )
    notes.add(other, actor=scene.dispatcher, text="The bell rings at ten.")
    notes.add(incident, actor=scene.dispatcher, text="Door B3 is locked.")
    expect(desk.locator("#detail")).to_contain_text("Door B3 is locked.", timeout=SOON)
    assert desk.evaluate("window.cases") == 1


def test_a_new_assignment_appears_on_the_tablet_by_itself_and_is_said_at_once(scene: District, sit: Sit) -> None:
    tablet = sit(scene.cit_officer.user_id, "/tablet/")
    other = sit(scene.other_officer.user_id, "/tablet/")
    expect(tablet.get_by_role("heading", level=1)).to_have_text("No assignment")
    send(scene, opened(scene))
    expect(tablet.locator("#h-a")).to_be_visible(timeout=SOON)
    expect(tablet.locator("#main")).to_have_class("main new-assignment")
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
    assert len(rows(fresh)) == 4


def rows(page: Page) -> list[str]:
    """What the board says, without the times that go on by themselves."""
    lines = page.locator("#queue tbody tr, #units tbody tr")
    return [line.evaluate("row => [...row.cells].map(c => c.querySelector('.timer') ? '' : c.innerText).join('|')")
            for line in lines.all()]  # fmt: skip


def test_a_lost_connection_is_said_once_then_greys_the_board_and_leaves_forms_alone(
    web: System, scene: District, sit: Sit
) -> None:
    desk = sit(scene.dispatcher.id, "/board/", clock=True)
    web.kill("web")
    shows(desk, "retry", RECOVERED)
    desk.clock.run_for(10_000)
    shows(desk, "lost", SOON)
    expect(desk.locator("#live time")).to_have_text(re.compile(r"\d\d:\d\d:\d\d"))
    expect(desk.locator("#assertive")).to_contain_text("Connection lost")
    expect(desk.locator("#queue.old")).to_have_count(0)
    desk.clock.run_for(20_000)
    expect(desk.locator("#queue.old, #units.old")).to_have_count(2, timeout=SOON)
    expect(desk.locator("#queue [data-stale]")).to_contain_text(re.compile(r"Shown as of \d\d:\d\d:\d\d"))
    expect(desk.locator("[data-key=F2]").first).to_be_enabled()
    start(web)
    shows(desk, "live", RECOVERED)
    expect(desk.locator(".stale, .old, [data-stale]")).to_have_count(0, timeout=SOON)
    expect(desk.locator("#polite")).to_contain_text("The connection is back.")


def test_where_no_stream_comes_through_the_board_asks_every_five_seconds(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/", blocked=True)
    shows(desk, "poll", SOON)
    incident = opened(scene)
    expect(desk.locator(f"#i-{incident.pk}")).to_be_visible(timeout=SOON)
    desk.unroute("**/live/")
    shows(desk, "live", SOON)


def test_typed_text_and_unsent_text_in_another_field_survive_twenty_refreshes(scene: District, sit: Sit) -> None:
    desk, incident = sit(scene.dispatcher.id, "/board/", clock=True), opened(scene)
    expect(desk.locator(f"#i-{incident.pk}")).to_be_visible(timeout=SOON)
    # Each panel asks by itself here: an answer for several panels does not come through the route below.
    desk.evaluate("document.querySelectorAll('[data-together]').forEach((one) => one.removeAttribute('data-together'))")
    # The server's own answer with two fields in it, as a panel with a form would have them.
    desk.route("**/board/queue/*", with_fields)
    change(incident)
    expect(desk.locator("#unsent")).to_be_visible(timeout=SOON)
    desk.fill("#unsent", "not sent yet")
    desk.evaluate(SWAPS)
    desk.focus("#typed")
    for turn in range(1, 21):
        desk.keyboard.type("calm ")
        change(incident)
        # Nothing is swapped under typing hands; once they rest, it is.
        expect(desk.locator("#bell")).to_have_text(str(turn))
        desk.clock.run_for(3_000)
        expect(desk.locator("#swaps")).to_have_text(str(turn))
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


def test_a_desk_whose_log_in_ended_shows_nothing_any_more(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    desk.context.clear_cookies()
    Session.objects.all().delete()
    expect(desk).to_have_url(re.compile("/accounts/login/"), timeout=SOON)
