"""The command line under a dispatcher's hands: previewed, run, refused, chosen, taken back."""

import pytest
from playwright.sync_api import Page, expect

from incidents.models import Assignment, Incident
from officers.models import User
from tests.browser.axe import violations
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District, log_call

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(live_server, page: Page, sit: Opener, scene: District) -> Page:
    """The console with one incident that waits."""
    log_call(scene)
    sit(scene.dispatcher)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{live_server.url}/board/")
    return page


def test_slash_leads_to_the_line_and_the_preview_says_what_enter_will_do(desk: Page) -> None:
    desk.keyboard.press("/")
    desk.keyboard.type("d 1 c12")
    expect(desk.locator("#parse")).to_contain_text("Send C-12 Yucca (CIT) to 26-0001")
    assert not Assignment.objects.exists()
    desk.keyboard.press("Enter")
    expect(desk.locator("#parse [data-done]")).to_contain_text("Send C-12")
    assert Assignment.objects.get().officer.call_sign == "C-12"
    expect(desk.locator("#cmd")).to_have_value("")
    expect(desk.locator("#detail")).to_contain_text("26-0001")


def test_enter_pressed_at_once_runs_what_stands_there_and_not_an_older_text(desk: Page) -> None:
    desk.keyboard.press("Control+k")
    desk.keyboard.type("d 1 c12\n")
    expect(desk.locator("#parse [data-done]")).to_be_visible()
    desk.keyboard.type("s c12 os\n")
    expect(desk.locator("#parse [data-done]")).to_contain_text("on scene")
    assert Assignment.objects.get().status == "on_scene"
    desk.keyboard.type("z\n")
    expect(desk.locator("#parse [data-done]")).to_contain_text("Taken back")
    assert Assignment.objects.get().status == "dispatched"


def test_an_ambiguous_line_runs_only_after_a_choice(desk: Page, scene: District) -> None:
    user = scene.other_officer.user
    user.name = "Ana Yucca"
    user.save()
    desk.keyboard.press("/")
    desk.keyboard.type("d 1 yucca\n")
    expect(desk.locator("[data-choice]")).to_have_count(2)
    assert not Assignment.objects.exists()
    expect(desk.locator("[data-choice]").first).to_be_focused()
    desk.keyboard.press("1")
    expect(desk.locator("#parse [data-done]")).to_be_visible()
    assert Assignment.objects.count() == 1


def test_a_refused_line_stays_and_says_why(desk: Page) -> None:
    desk.keyboard.press("/")
    desk.keyboard.type("d 1 s21\n")
    expect(desk.locator("#parse .bad")).to_be_visible()
    expect(desk.locator("#cmd")).to_have_value("d 1 s21")
    assert Incident.objects.get().status == "received"


def test_escape_clears_the_line_and_gives_the_focus_back(desk: Page) -> None:
    desk.keyboard.press("F4")
    before = desk.evaluate("document.activeElement.className")
    desk.keyboard.press("/")
    desk.keyboard.type("d 1")
    desk.keyboard.press("Escape")
    expect(desk.locator("#cmd")).to_have_value("")
    assert desk.evaluate("document.activeElement.className") == before


def test_whoever_switched_single_keys_off_reaches_the_line_with_ctrl_alone(desk: Page, scene: District) -> None:
    User.objects.filter(pk=scene.dispatcher.id).update(keys="long")
    desk.reload()
    desk.keyboard.press("/")
    expect(desk.locator("#cmd")).not_to_be_focused()
    desk.keyboard.press("?")
    expect(desk.locator("#key-sheet")).not_to_be_visible()
    desk.keyboard.press("Control+k")
    expect(desk.locator("#cmd")).to_be_focused()


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_the_console_with_its_command_line_is_accessible(desk: Page, theme: str) -> None:
    desk.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    desk.keyboard.press("/")
    desk.keyboard.type("d 1 c12")
    expect(desk.locator("#parse")).to_contain_text("Send C-12")
    assert violations(desk) == []
