"""The officer's tablet in a real browser: what it notices by itself, and that nothing on it is covered."""

import pytest
from playwright.sync_api import Page, Response, expect

from incidents.services import assignments
from outcomes.bench.tablet import BUDGETS, READY, weight
from tests.browser.axe import violations
from tests.browser.test_incident_pages import SIZES, Opener, in_progress, scene, sit
from tests.cast import District

__all__ = ["scene", "sit"]

# A step that was taken already, sent as the page does without its script.
STALE = "button => { button.value = 'start'; delete button.form.dataset.command; }"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def settled(page: Page) -> None:
    """Nothing is being asked: hours that are made to pass would end a question before its answer is there."""
    expect(page.locator(".htmx-request")).to_have_count(0)


def test_the_tablet_takes_an_assignment_and_its_end_by_itself(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    page.clock.install()
    sit(scene.officer(scene.cit_officer))
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{live_server.url}/tablet/")
    page.get_by_role("heading", name="No assignment").wait_for()
    part = in_progress(scene)
    settled(page)
    page.clock.fast_forward(16_000)
    page.get_by_role("heading", name="Suicidal thoughts").wait_for()
    page.locator("#assertive", has_text="You are sent: Suicidal thoughts, Agave High School").wait_for(state="attached")
    page.get_by_role("button", name="On scene").focus()
    assignments.arrive(part, actor=scene.dispatcher, expected_version=None)
    settled(page)
    page.clock.fast_forward(16_000)
    page.get_by_role("status").filter(has_text="On scene").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("link", name="Suicidal thoughts").click()
    page.get_by_role("heading", name="Who is the record about?").wait_for()


def test_a_message_on_the_tablet_covers_nothing_and_the_strip_keeps_to_one_line(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    in_progress(scene)
    sit(scene.officer(scene.cit_officer))
    for width, height in SIZES[1:]:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{live_server.url}/tablet/")
        page.get_by_role("button", name="On scene").evaluate(STALE)
        page.get_by_role("button", name="On scene").click()
        said = page.get_by_text("Already recorded: En route.").bounding_box()
        title = page.get_by_role("heading", name="Suicidal thoughts").bounding_box()
        assert said["y"] + said["height"] <= title["y"]
        assert page.locator(".strip").bounding_box()["height"] <= 76


def test_the_first_load_of_the_tablet_keeps_its_budget_of_bytes(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    in_progress(scene)
    sit(scene.officer(scene.cit_officer))
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{live_server.url}/tablet/")
    page.locator(READY).wait_for(state="attached")
    page.evaluate("document.fonts.ready.then(() => true)")
    budget = next(iter(BUDGETS.values()))
    kinds = {answer.request.resource_type for answer in answers}
    assert {"document", "stylesheet", "script", "font"} <= kinds
    assert budget / 2 < weight(answers) <= budget
