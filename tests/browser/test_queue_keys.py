"""The queue by keyboard, in a real browser: one tab stop, arrows, what a refresh keeps, and axe in three themes."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from core import clock
from incidents.models import Assignment, Incident
from incidents.services import assignments
from officers.models import User
from tests.browser.axe import violations
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District, log_call, officer

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUSED = "document.activeElement.closest('tr')?.querySelector('.id, .u')?.textContent"
STOPS = "document.querySelectorAll('#queue .scroll [tabindex=\"0\"]').length"


def several(scene: District) -> list[Incident]:
    """Four calls, one minute apart; C-12 is sent to the last."""
    now = clock.now()
    made = [log_call(scene, at=now - timedelta(seconds=70 * number)).incident for number in range(4, 0, -1)]
    assignments.send(
        made[-1],
        actor=scene.dispatcher,
        expected_version=None,
        officer=scene.cit_officer,
        override_reason="knows_person",
    )
    return made


def ring(page: Page) -> None:
    """As the doorbell does."""
    with page.expect_response("**/board/queue/*"):
        page.evaluate("document.querySelector('#queue').dispatchEvent(new CustomEvent('live'))")


def test_the_queue_is_walked_by_arrows_and_keeps_its_place_over_a_refresh(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    made = several(scene)
    sit(scene.dispatcher)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{live_server.url}/board/")
    expect(page.locator("#queue tbody tr")).to_have_count(4)
    page.keyboard.press("F4")
    assert page.evaluate(FOCUSED) == made[0].number
    assert page.evaluate(STOPS) == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == made[2].number
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Send"
    page.keyboard.press("Home")
    assert page.evaluate(FOCUSED) == made[0].number
    page.keyboard.press("End")
    assert page.evaluate(FOCUSED) == made[3].number
    other = log_call(scene, at=clock.now()).incident
    ring(page)
    expect(page.locator(f"#i-{other.pk}")).to_be_visible()
    assert page.evaluate(FOCUSED) == made[3].number
    expect(page.locator("#queue .scroll [tabindex='0']")).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('#queue tbody')") is None


def test_a_row_that_changed_is_marked_and_a_tab_keeps_the_other_panels_choice(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    made = several(scene)
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/board/?incident={made[0].pk}")
    expect(page.locator(f"#i-{made[0].pk}")).to_have_attribute("aria-selected", "true")
    page.locator("#c-cit").click()
    expect(page.locator("#units")).to_have_attribute("data-chosen", "show=cit&zone=")
    page.locator("#q-waiting").click()
    expect(page.locator("#queue tbody tr")).to_have_count(3)
    assert "tab=waiting" in page.url
    assert "show=cit" in page.url
    assert str(made[0].pk) in page.url
    Incident.objects.filter(pk=made[1].pk).update(priority="p1")
    ring(page)
    expect(page.locator(f"#i-{made[1].pk}.changed")).to_be_visible()
    expect(page.locator("#queue tr.changed")).to_have_count(1)
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize(("theme", "language"), [("dark", "en"), ("light", "es"), ("contrast", "en")])
def test_queue_officers_and_lookouts_are_clean(
    live_server, page: Page, sit: Opener, scene: District, theme: str, language: str
) -> None:
    made = several(scene)
    officer(scene.campus, "Mica", "C-14", cit=True)
    User.objects.update(theme=theme, language=language)
    sit(scene.dispatcher)
    part = Assignment.objects.get()
    for size in ({"width": 1440, "height": 900}, {"width": 390, "height": 844}):
        page.set_viewport_size(size)
        for path in (
            f"/board/?incident={made[0].pk}",
            "/lookouts/",
            "/lookouts/new/",
            f"/units/{scene.cit_officer.pk}/",
            f"/incidents/{made[0].pk}/pending/",
            f"/incidents/{made[0].pk}/transfer/",
            f"/incidents/{made[3].pk}/finish/",
            f"/assignments/{part.pk}/swap/",
        ):
            page.goto(f"{live_server.url}{path}")
            assert violations(page) == [], path
