"""Taking a call by keys alone: twelve presses from F2 to sent, six when the telephone is known."""

import pytest
from playwright.sync_api import Page, expect

from core import clock
from incidents.models import Assignment, Call, Draft, Incident
from officers.models import Campus, Extension
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District
from tests.incidents.intake.taking import log

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TWELVE = ("F2", "l", "n", "2", "0", "4", "Enter", "s", "u", "n", "n", "Control+Enter")


@pytest.fixture
def school(scene: District) -> District:
    """The campus is called Lincoln here, and people type "ln" for it."""
    Campus.objects.filter(pk=scene.campus.pk).update(name="Lincoln High School", code="LN")
    return scene


def open_panel(live_server, page: Page) -> None:
    page.goto(f"{live_server.url}/board/intake/")
    page.get_by_text("No call is being taken").wait_for()


@pytest.mark.parametrize("path", ["board/", "board/intake/"])
def test_twelve_presses_from_f2_to_sent(live_server, page: Page, sit: Opener, school: District, path: str) -> None:
    sit(school.dispatcher)
    page.goto(f"{live_server.url}/{path}")
    page.get_by_text("No call is being taken").wait_for()
    for press in TWELVE:
        page.keyboard.press(press)
    page.locator("#intake").get_by_text("is logged. On the way: C-12.").wait_for()
    incident, part = Incident.objects.get(), Assignment.objects.get()
    assert (incident.room, incident.nature, incident.status) == (school.room, "suicidal_ideation", "dispatched")
    assert dict(incident.answers.values_list("question", "value")) == {"q04": "no", "q03": "no"}
    assert (part.officer.call_sign, part.rank, part.override_reason) == ("C-12", 1, "")
    assert Draft.objects.get().ended_as == "logged"


def test_six_presses_when_the_telephone_is_known(live_server, page: Page, sit: Opener, school: District) -> None:
    Extension.objects.create(agency=school.campus.agency, campus=school.campus, room=school.room, number="4204")
    sit(school.dispatcher)
    page.goto(f"{live_server.url}/board/intake/?extension=4204")
    page.get_by_text("Ext. 4204").wait_for()
    for press in ("F2", "s", "u", "n", "n", "Control+Enter"):
        page.keyboard.press(press)
    page.locator("#intake").get_by_text("is logged. On the way: C-12.").wait_for()
    assert (Incident.objects.get().room, Call.objects.get().extension) == (school.room, "4204")


def test_a_word_that_begins_like_a_code_stays_a_word(live_server, page: Page, sit: Opener, school: District) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    page.keyboard.press("F2")
    page.locator("#intake_nature_text").focus()
    page.keyboard.type("suicide note")
    expect(page.locator("#intake_nature_text")).to_have_value("suicide note")
    page.get_by_role("button", name="SU Suicidal thoughts").wait_for()
    assert page.locator("[data-question] input:checked").count() == 0
    page.get_by_role("button", name="SU Suicidal thoughts").click()
    expect(page.locator("#intake_nature_text")).to_have_value("SU Suicidal thoughts")


def test_a_weapon_shows_at_once_by_answer_and_by_word(live_server, page: Page, sit: Opener, school: District) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    page.keyboard.press("F2")
    page.locator("#intake_said").fill("he is bleeding")
    page.locator('[data-rings="medical"]').wait_for()
    page.locator('[name="q04"]').first.focus()
    page.keyboard.press("h")
    assert page.locator('[data-rings="weapon"]').is_visible()
    expect(page.locator("#intake_nature_text")).to_have_value("")


def test_keys_from_start_to_end_without_a_hand_on_the_mouse(
    live_server, page: Page, sit: Opener, school: District
) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    for press in TWELVE[:9]:
        page.keyboard.press(press)
    for press in ("n", "n", "t", "n", "a", "w"):
        page.keyboard.press(press)
    page.locator("#intake-units :focus").wait_for()
    page.keyboard.press("2")
    expect(page.locator("#intake-send")).to_have_text("Log and send S-21")
    page.locator("#intake_cit_unavailable_reason").wait_for()
    page.keyboard.press("Control+Enter")
    page.locator("#intake .errors").wait_for()
    page.locator("#intake_cit_unavailable_reason").select_option("too_far")
    page.keyboard.press("Control+Enter")
    page.locator("#intake").get_by_text("is logged. On the way: S-21.").wait_for()
    incident = Incident.objects.get()
    assert (incident.status, incident.cit_unavailable_reason) == ("dispatched", "too_far")
    assert incident.answers.count() == 6


def test_two_calls_are_two_tabs_and_each_keeps_its_own(live_server, page: Page, sit: Opener, school: District) -> None:
    sit(school.dispatcher)
    open_panel(live_server, page)
    page.keyboard.press("F2")
    page.locator("#intake_said").fill("the first call")
    page.keyboard.press("F2")
    page.locator("#intake-tabs a").nth(1).wait_for()
    page.locator("#intake_said").fill("the second call")
    page.keyboard.press("Control+1")
    expect(page.locator("#intake_said")).to_have_value("the first call")
    page.keyboard.press("Control+2")
    expect(page.locator("#intake_said")).to_have_value("the second call")
    assert {draft.typed["said"] for draft in Draft.objects.all()} == {"the first call", "the second call"}


def test_one_key_adds_the_call_to_the_incident_it_is_about(
    live_server, page: Page, sit: Opener, school: District
) -> None:
    first = log(school, at=clock.now()).incident
    sit(school.dispatcher)
    page.goto(f"{live_server.url}/board/")
    for press in TWELVE[:9]:
        page.keyboard.press(press)
    page.get_by_role("button", name=f"Add to {first.number}").wait_for()
    page.keyboard.press("d")
    page.locator("#intake").get_by_text(f"The call was added to {first.number}.").wait_for()
    assert (Incident.objects.count(), first.calls.count(), Draft.objects.get().ended_as) == (1, 2, "attached")


def test_who_is_taken_by_another_desk_leaves_the_list_and_the_next_is_marked(
    live_server, page: Page, sit: Opener, school: District
) -> None:
    page.clock.install()
    sit(school.dispatcher)
    page.goto(f"{live_server.url}/board/")
    for press in TWELVE[:9]:
        page.keyboard.press(press)
    page.clock.run_for(1000)
    expect(page.locator("#intake-send")).to_have_text("Log and send C-12")
    log(school, by=school.supervisor, officers=[school.cit_officer], at=clock.now())
    page.clock.fast_forward(16_000)
    expect(page.locator("#intake-send")).to_have_text("Log and send S-21")
    expect(page.locator("#intake_place_text")).to_have_value("Lincoln High School, room B-204")
