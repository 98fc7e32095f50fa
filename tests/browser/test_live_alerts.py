"""What must not be missed is heard, and seen, and said."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from incidents.models import Incident
from scripts import tones
from tests.browser.desks import SOON, Sit, opened, scene, send, shows, sit
from tests.cast import District
from tests.faults.system import System
from tests.live.conftest import _process, web

__all__ = ["_process", "scene", "sit", "web"]
pytestmark = [pytest.mark.browser, pytest.mark.faults, pytest.mark.django_db(transaction=True)]
SAID = """() => { window.said = []; new MutationObserver(() => {
  const text = document.getElementById('assertive').textContent; if (text) window.said.push(text); })
  .observe(document.getElementById('assertive'), { childList: true }) }"""
SWAPS = "() => { window.swaps = 0; document.addEventListener('htmx:after:swap', () => { window.swaps += 1 }) }"
HEARD = "() => { window.heard = []; document.addEventListener('cit:sounded', (e) => window.heard.push(e.detail.tone)) }"


def alarm(scene: District, nature: str = "suicidal_ideation") -> Incident:
    """A call of the highest priority without a unit."""
    incident = opened(scene, nature=nature)
    Incident.objects.filter(pk=incident.pk).update(priority="p1")
    return incident


def with_sound(desk: Page) -> None:
    """Switch the tones on, as a person does."""
    desk.locator("#sound summary").click()
    desk.locator("#sound [name=on]").check()
    expect(desk.locator("#sound")).to_have_attribute("data-state", "on")


def test_an_urgent_call_is_heard_counted_in_the_title_and_said(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    with_sound(desk)
    desk.evaluate(HEARD)
    incident = alarm(scene)
    expect(desk).to_have_title("(1) P1 waiting · Board · sotol ISD Police", timeout=SOON)
    desk.wait_for_function("() => window.heard.includes('p1')")
    expect(desk.locator("#assertive")).to_contain_text("P1")
    send(scene, incident)
    expect(desk).to_have_title("Board · sotol ISD Police", timeout=SOON)


def test_several_urgent_calls_are_said_in_one_breath(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    desk.evaluate(SAID)
    for nature in ("suicidal_ideation", "self_harm", "suicide_attempt"):
        alarm(scene, nature)
    expect(desk).to_have_title("(3) P1 waiting · Board · sotol ISD Police", timeout=SOON)
    desk.wait_for_function("() => window.said.join(' ').split('P1').length > 3", timeout=SOON)
    assert len(desk.evaluate("window.said")) <= 2


def test_the_choice_stays_and_the_button_says_when_the_browser_still_wants_a_click(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    expect(desk.locator("#sound")).to_have_attribute("data-state", "off")
    with_sound(desk)
    desk.locator("#sound [name=volume]").fill("40")
    desk.reload()
    shows(desk, "live", SOON)
    expect(desk.locator("#sound")).to_have_attribute("data-state", "blocked")
    expect(desk.locator("#sound summary")).to_contain_text("Sound waits for a click")
    desk.evaluate(HEARD)
    desk.keyboard.press("Tab")
    expect(desk.locator("#sound")).to_have_attribute("data-state", "on")
    desk.locator("#sound summary").click()
    expect(desk.locator("#sound [name=volume]")).to_have_value("40")
    desk.get_by_role("button", name="Test: officer needs help").click()
    desk.wait_for_function("() => window.heard.includes('help')")


def test_without_sound_nothing_is_played_and_everything_is_shown(scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/")
    desk.evaluate(HEARD)
    alarm(scene)
    expect(desk).to_have_title("(1) P1 waiting · Board · sotol ISD Police", timeout=SOON)
    assert desk.evaluate("window.heard") == []


def test_a_lost_connection_is_heard_although_the_server_is_gone(web: System, scene: District, sit: Sit) -> None:
    desk = sit(scene.dispatcher.id, "/board/", clock=True)
    with_sound(desk)
    desk.evaluate(HEARD)
    web.kill("web")
    shows(desk, "retry", SOON)
    desk.clock.run_for(10_000)
    desk.wait_for_function("() => window.heard.includes('connection')")


def test_a_hidden_board_learns_of_an_alarm_at_once_and_other_pages_when_they_are_shown(
    scene: District, sit: Sit
) -> None:
    board, home = sit(scene.dispatcher.id, "/board/"), sit(scene.dispatcher.id, "/")
    for page in (board, home):
        hide(page, True)
    home.evaluate(
        "() => { window.swaps = 0; document.addEventListener('htmx:after:swap', () => { window.swaps += 1 }) }"
    )
    asked: list[str] = []
    home.on("request", lambda request: asked.append(request.url))
    alarm(scene)
    expect(board).to_have_title("(1) P1 waiting · Board · sotol ISD Police", timeout=SOON)
    # What was under way when the tab was hidden may still come; nothing new is asked for.
    assert asked == []
    home.evaluate("() => { window.swaps = 0 }")
    hide(home, False)
    home.wait_for_function("() => window.swaps > 0")


def hide(page: Page, hidden: bool) -> None:
    """As the browser does with a tab in the background."""
    page.evaluate(
        "(hidden) => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')) }",
        hidden,
    )


def test_the_tones_are_what_the_script_makes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert tones.main(["check"]) == 0
    monkeypatch.setattr(tones, "FOLDER", tmp_path / "sounds")
    assert tones.main(["check"]) == 1
    assert tones.main([]) == 0
    assert tones.main(["check"]) == 0
    assert all(len(path.read_bytes()) < 50_000 for path in (tmp_path / "sounds").iterdir())
