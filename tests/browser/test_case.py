"""The selected incident by keyboard alone: notes, names, status, and what a reader of every kind meets."""

import re

import pytest
from playwright.sync_api import Page, expect

from core.models import Event
from incidents.models import Assignment, Incident, IncidentNote
from incidents.services import notes
from tests.browser.axe import violations
from tests.browser.case_scene import handled
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = [(1440, 900), (1024, 768), (390, 844)]
THEMES = ("contrast", "light", "dark")


@pytest.fixture
def incident(scene: District) -> Incident:
    """An incident that is being handled."""
    return handled(scene)


def test_a_note_is_written_in_the_console_by_keyboard_alone(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/board/?incident={incident.pk}")
    page.locator("#detail").focus()
    page.keyboard.press("n")
    expect(page.locator("#id_text")).to_be_focused()
    page.keyboard.type("Aide present, door closed")
    # Somebody else writes meanwhile: the panel refreshes, and what is being typed stays.
    notes.add(incident, actor=scene.supervisor, text="Supervisor informed")
    page.evaluate("document.getElementById('detail').dispatchEvent(new CustomEvent('live'))")
    expect(page.locator("#lines")).to_contain_text("Supervisor informed")
    expect(page.locator("#id_text")).to_have_value("Aide present, door closed")
    expect(page.locator("#id_text")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#lines")).to_contain_text("Aide present, door closed")
    expect(page.locator("#id_text")).to_have_value("")
    expect(page.locator("#polite")).to_have_text("The note was saved.")
    assert IncidentNote.objects.filter(text="Aide present, door closed", by=scene.dispatcher.person).count() == 1


def test_a_refused_note_keeps_its_words_and_says_where_it_is_wrong(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    for path in (f"board/?incident={incident.pk}", f"incidents/{incident.pk}/"):
        page.goto(f"{live_server.url}/{path}")
        page.locator("#id_text").fill("First line\nBell \x07 here")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#id_text_error")).to_contain_text("Line 2 holds a character that cannot be shown (U+0007)")
        expect(page.locator("#id_text")).to_have_value("First line\nBell \x07 here")
        page.locator("#id_text").fill("")


def test_a_name_appears_when_asked_for_stays_through_refreshes_and_is_logged(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    for path in (f"board/?incident={incident.pk}", f"incidents/{incident.pk}/"):
        page.goto(f"{live_server.url}/{path}")
        expect(page.locator("#people")).not_to_contain_text("Lee Example")
        page.get_by_role("button", name="Show name").click()
        expect(page.locator("#people")).to_contain_text("Lee Example")
        notes.add(incident, actor=scene.supervisor, text=f"Written beside {path}")
        page.evaluate("document.querySelector('[data-case]').dispatchEvent(new CustomEvent('live'))")
        expect(page.locator("#lines")).to_contain_text(f"Written beside {path}")
        expect(page.locator("#people")).to_contain_text("Lee Example")
    shown = Event.objects.filter(type="subject.shown")
    assert [event.facts for event in shown] == [{"count": 2}, {"count": 2}]
    page.goto(f"{live_server.url}/incidents/{incident.pk}/")
    expect(page.locator("#people")).not_to_contain_text("Lee Example")


def test_status_is_one_key_and_one_press_away(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/board/?incident={incident.pk}")
    page.locator("#detail").focus()
    page.keyboard.press("s")
    clear = page.locator("#detail .menu-b").get_by_role("button", name="Clear")
    expect(clear).to_be_visible()
    clear.press("Enter")
    expect(page.locator("#detail .panel-h")).to_contain_text("Cleared")
    assert page.url.endswith(f"/board/?incident={incident.pk}")
    assert Assignment.objects.get().status == "clear"


def test_the_timeline_is_filtered_and_followed(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/incidents/{incident.pk}/")
    page.get_by_role("link", name="Units", exact=True).click()
    expect(page.locator("#lines")).not_to_contain_text("Call 26-0001 was logged")
    expect(page.locator("#lines")).to_contain_text("C-12 is on scene")
    page.get_by_role("link", name=re.compile("^Notes")).click()
    page.get_by_role("link", name="Follow", exact=True).click()
    expect(page.locator("#lines")).to_have_attribute("aria-live", "polite")
    for number in range(40):
        notes.add(incident, actor=scene.supervisor, text=f"Line {number}")
    page.evaluate("document.querySelector('[data-case]').dispatchEvent(new CustomEvent('live'))")
    expect(page.locator("#lines")).to_contain_text("Line 39")
    page.wait_for_function(
        "(() => { const l = document.getElementById('lines'); "
        "return l.scrollTop + l.clientHeight >= l.scrollHeight - 2 && l.scrollTop > 0 })()"
    )


def test_page_and_console_fit_every_screen_and_every_reader(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    here = f"incidents/{incident.pk}/"
    note = IncidentNote.objects.filter(corrects=None).first()
    for path in (
        here,
        f"board/?incident={incident.pk}",
        f"notes/{note.pk}/correct/",
        f"{here}attach/",
        f"{here}split/",
    ):
        page.goto(f"{live_server.url}/{path}")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
            for theme in THEMES:
                page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                assert violations(page) == [], (path, width, theme)


def test_an_officer_reads_it_on_the_tablet_and_it_prints_without_controls(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.officer(scene.cit_officer))
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{live_server.url}/incidents/{incident.pk}/")
    expect(page.get_by_text("Do not touch or block the exit")).to_be_visible()
    assert violations(page) == []
    page.emulate_media(media="print")
    for hidden in ("#note-form", ".case-acts", "#f-follow"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_text("Cafeteria cleared by staff, door B3")).to_be_visible()
