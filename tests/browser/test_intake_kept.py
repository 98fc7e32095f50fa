"""What is typed outlives the tab and the browser, and the form works without script and for every reader."""

from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from incidents.models import Assignment, Draft, Incident
from incidents.services import intake_drafts
from officers.models import User
from tests.browser.axe import violations
from tests.browser.conftest import ARGUMENTS, _chromium
from tests.browser.test_incident_pages import SIZES, Opener, scene, sit
from tests.browser.test_intake_keys import open_panel, school
from tests.cast import District

__all__ = ["scene", "school", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TRIES = 100


def until(page: Page, found: Callable[[], bool]) -> bool:
    """Ask again until it is so, at most so many times."""
    for _try in range(TRIES):
        if found():
            return True
        page.wait_for_timeout(50)
    return False


def said() -> str:
    """What the server holds of the words."""
    return str(Draft.objects.get().typed.get("said", ""))


def test_whoever_types_without_a_pause_is_saved_all_the_same(
    live_server, page: Page, sit: Opener, school: District
) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    page.keyboard.press("F2")
    page.locator("#intake-tabs a").first.wait_for()
    page.clock.install()
    page.locator("#intake_said").focus()
    with page.expect_response(lambda answer: answer.url.endswith(f"/drafts/{Draft.objects.get().pk}/")):
        for letter in "abcdefghijklmnopqrst":
            page.keyboard.press(letter)
            page.clock.run_for(100)
    assert said().startswith("abcdefghijkl")


def test_a_closed_tab_loses_nothing(live_server, page: Page, sit: Opener, school: District) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    page.keyboard.press("F2")
    page.locator("#intake-tabs a").first.wait_for()
    page.locator("#intake_said").fill("typed a moment before the tab was closed")
    other = page.context.new_page()
    page.close()
    assert until(other, lambda: said() == "typed a moment before the tab was closed")
    other.goto(f"{live_server.url}/board/intake/")
    expect(other.locator("#intake_said")).to_have_value("typed a moment before the tab was closed")


def test_a_browser_that_dies_loses_only_what_was_not_saved_yet(
    live_server, page: Page, browser: Browser, sit: Opener, school: District
) -> None:
    sit(school.dispatcher)
    victim = browser.browser_type.launch(executable_path=_chromium(), args=ARGUMENTS)
    context = victim.new_context()
    context.add_cookies(page.context.cookies())
    tab = context.new_page()
    open_panel(live_server, tab)
    tab.keyboard.press("F2")
    tab.locator("#intake-tabs a").first.wait_for()
    tab.locator("#intake_said").fill("He is on the roof")
    expect(tab.locator("#intake-saved")).to_contain_text("Saved")
    assert until(page, lambda: said() == "He is on the roof")
    kill(victim)
    page.goto(f"{live_server.url}/board/intake/")
    expect(page.locator("#intake_said")).to_have_value("He is on the roof")


def kill(victim: Browser) -> None:
    """The whole browser, at once and without a farewell."""
    session = victim.new_browser_cdp_session()
    with suppress(Error):
        session.send("Browser.crash")


def test_a_lost_connection_is_told_and_made_good(
    live_server, browser: Browser, page: Page, sit: Opener, school: District
) -> None:
    sit(school.dispatcher)
    context = browser.new_context()
    context.add_cookies(page.context.cookies())
    # A page of its own: Chromium itself writes a lost request into the console.
    tab = context.new_page()
    open_panel(live_server, tab)
    tab.keyboard.press("F2")
    tab.locator("#intake-tabs a").first.wait_for()
    tab.route("**/drafts/**", lambda route: route.abort(), times=1)
    tab.locator("#intake_said").fill("still here")
    expect(tab.locator("#intake-saved")).to_have_text("Not saved – no connection")
    expect(tab.locator("#intake-saved")).to_contain_text("Saved")
    assert until(page, lambda: said() == "still here")
    context.close()


def test_a_call_taken_without_a_connection_reaches_the_server_with_the_next_saving(
    live_server, browser: Browser, page: Page, sit: Opener, school: District
) -> None:
    sit(school.dispatcher)
    context = browser.new_context()
    context.add_cookies(page.context.cookies())
    tab = context.new_page()
    open_panel(live_server, tab)
    tab.route("**/drafts/", lambda route: route.abort(), times=1)
    tab.keyboard.press("F2")
    expect(tab.locator("#intake-saved")).to_have_text("Not saved – no connection")
    tab.locator("#intake_said").fill("typed in the dark")
    assert until(page, lambda: Draft.objects.exists() and said() == "typed in the dark")
    tab.locator("#intake-tabs a").first.wait_for()
    context.close()


def test_two_tabs_of_one_call_keep_what_was_typed_last(live_server, page: Page, sit: Opener, school: District) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    page.keyboard.press("F2")
    page.locator("#intake_said").fill("first")
    assert until(page, lambda: Draft.objects.exists() and said() == "first")
    other = page.context.new_page()
    other.goto(f"{live_server.url}/board/intake/")
    other.locator("#intake_said").fill("second")
    assert until(page, lambda: said() == "second")
    page.locator("#intake_said").fill("third")
    assert until(page, lambda: said() == "third")


def test_the_form_works_without_script(
    live_server, browser: Browser, page: Page, sit: Opener, school: District
) -> None:
    sit(school.dispatcher)
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(f"{live_server.url}/board/intake/")
    plain.get_by_role("button", name="Take a call").click()
    plain.get_by_role("combobox", name="Location").fill("ln204")
    plain.get_by_label("Nature", exact=True).fill("su")
    plain.get_by_label("Nature", exact=True).press("Enter")
    plain.get_by_text("P2 Immediate").wait_for()
    plain.get_by_role("button", name="Log and send C-12").click()
    plain.wait_for_url("**/incidents/*/")
    assert (Incident.objects.get().room, Assignment.objects.get().officer.call_sign) == (school.room, "C-12")
    context.close()


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_the_form_fits_every_screen_and_every_reader(
    live_server, page: Page, sit: Opener, school: District, theme: str
) -> None:
    User.objects.update(theme=theme)
    draft = intake_drafts.take(
        actor=school.dispatcher,
        client_key=uuid4(),
        typed={"place_text": "ln204", "nature_text": "su", "said": "a knife", "q04": "in_hand", "rows": "2"},
    )
    sit(school.dispatcher)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{live_server.url}/board/intake/?draft={draft.pk}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
        assert violations(page) == [], (theme, width)
