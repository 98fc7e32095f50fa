"""The script in a real browser: one key for each answer, branches that open, and pages for every reader."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from incidents.models import Answer, Handoff, Incident, Script
from incidents.scripting import STANDARD
from incidents.scripting.content import write
from incidents.services import assessments, handoffs, scripts
from tests.browser.axe import violations
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import CALM, District, log_call

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = [(1440, 900), (1024, 768), (390, 844)]
THEMES = ("contrast", "light", "dark")


@pytest.fixture
def incident(scene: District) -> Incident:
    """A call that nobody has asked about."""
    return log_call(scene).incident


def opened(live_server: Any, page: Page, incident: Incident) -> None:
    page.goto(f"{live_server.url}/incidents/{incident.pk}/assess/")
    page.locator("#q04-no").focus()


def test_each_answer_is_one_key_and_a_branch_opens_as_it_is_answered(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    opened(live_server, page, incident)
    expect(page.locator('[data-q="q05a"]')).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("#q03-no")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#q05-no")).to_be_focused()
    page.keyboard.press("t")
    expect(page.locator("#q05a-yes")).to_be_focused()
    page.keyboard.press("y")
    expect(page.locator("#q05b-yes")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#q05c-yes")).to_be_focused()
    page.keyboard.press("n")
    for key, focused in (("n", "#q07-with_adult"), ("a", "#q09a-worse"), ("s", "#q08")):
        page.keyboard.press(key)
        if focused != "#q08":
            expect(page.locator(focused)).to_be_focused()
    expect(page.locator("#verdict")).to_contain_text("Way or time: Yes")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/send/")
    incident.refresh_from_db()
    assert incident.priority == "p2"
    assert set(Answer.objects.values_list("question", flat=True)) == {*CALM, "q05a", "q05b", "q05c"}


def test_a_weapon_in_hand_is_a_p1_on_the_page_before_anything_is_sent(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    opened(live_server, page, incident)
    page.keyboard.press("h")
    expect(page.locator("#verdict")).to_contain_text("P1 Life threat now")
    expect(page.locator("#verdict")).to_contain_text("Weapon: In hand")
    expect(page.locator('[data-q="q04a"]')).to_be_visible()
    assert not Answer.objects.exists()


def test_the_mobile_crisis_team_is_called_with_one_key_and_confirmed(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/incidents/{incident.pk}/handoffs/")
    page.locator("#handoffs button").first.focus()
    page.keyboard.press("m")
    expect(page.get_by_text("Calling", exact=True)).to_be_visible()
    made = Handoff.objects.get(destination="mobile_crisis")
    page.locator(f"#with-{made.pk}").fill("Team 2")
    page.get_by_role("button", name="They took over").click()
    page.wait_for_url(f"**/incidents/{incident.pk}/")
    made.refresh_from_db()
    assert (made.status, made.spoke_with) == ("confirmed", "Team 2")


def drafted(scene: District, incident: Incident) -> Script:
    """A draft that changes something, a hand-off that goes on, and an assessed call."""
    content = write(STANDARD)
    next(item for item in content["questions"] if item["key"] == "q07")["answers"][2]["floor"] = "p2"
    answers = {**CALM, "q07": "alone"}
    assessments.assess(incident, actor=scene.dispatcher, expected_version=None, answers=answers)
    handoffs.start(incident, actor=scene.dispatcher, destination="counselor")
    draft = scripts.write(scene.campus.agency, actor=scene.supervisor, title="Winter")
    return scripts.revise(draft, actor=scene.supervisor, expected_version=None, title="Winter", content=content)


def test_its_pages_fit_every_screen_and_every_reader(
    live_server, page: Page, sit: Opener, scene: District, incident: Incident
) -> None:
    row = drafted(scene, incident)
    sit(scene.supervisor)
    case, script = f"incidents/{incident.pk}", f"script/{row.pk}"
    paths = (f"{case}/assess/", f"{case}/priority/", f"{case}/handoffs/", "script/", f"{script}/", f"{script}/edit/")
    paths += (f"{script}/questions/q05/", f"{script}/trial/", f"{script}/preview/")
    for path in paths:
        page.goto(f"{live_server.url}/{path}")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
            for theme in THEMES:
                page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                assert violations(page) == [], (path, width, theme)
