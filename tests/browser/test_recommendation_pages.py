"""The ranked list, the weights and the report of overrides in a real browser: at every size, by keys, for everyone."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from core import clock
from incidents.models import Assignment, Incident
from officers.models import Campus, Officer, TimeEntry, TravelTime, User
from tests.browser.axe import violations
from tests.browser.test_incident_pages import SIZES, Opener, scene, sit
from tests.cast import District, log_call, officer

__all__ = ["scene", "sit"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THEMES = ("dark", "light", "contrast")
# Where to leave pictures for a person to look at; without it none are made.
PICTURES = os.environ.get("CIT_PICTURES", "")


def roster(scene: District) -> Incident:
    """Eight units with something to say of each, and a call that needs Spanish."""
    far = Campus.objects.create(agency=scene.campus.agency, name="Cholla Elementary School", code="CES", kind="high")
    TravelTime.objects.create(agency=far.agency, origin=far, destination=scene.campus, minutes=9)
    away = Campus.objects.create(agency=far.agency, name="Ocotillo Academy", code="OA", kind="academy")
    made = [officer(place, f"Person{n}", f"C-3{n}", cit=n != 4) for n, place in enumerate((far, far, away, far, far))]
    Officer.objects.filter(pk=made[0].pk).update(languages=["es"], skills=["youth_mental_health"])
    Officer.objects.filter(pk=made[1].pk).update(duty="training")
    Officer.objects.filter(pk=made[3].pk).update(duty="off_duty")
    long_ago = clock.now() - timedelta(hours=11)
    TimeEntry.objects.filter(officer=scene.cit_officer).update(clocked_in_at=long_ago)
    return log_call(scene, at=clock.now() - timedelta(minutes=2), language_needed="es").incident


@pytest.mark.parametrize("theme", THEMES)
def test_the_ranked_list_can_be_read_and_used_by_everyone(
    live_server, page: Page, scene: District, sit: Opener, theme: str
) -> None:
    incident = roster(scene)
    User.objects.update(theme=theme)
    sit(scene.supervisor)
    for name in (f"incidents/{incident.pk}/send", "dispatch/weights", "outcomes/overrides"):
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{live_server.url}/{name}/")
            picture(page, f"{name.rsplit('/')[-1]}-{theme}-{width}")
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (name, width)
            assert violations(page) == [], (name, width)


def test_a_digit_sends_that_unit_from_inside_the_panel_and_nowhere_else(
    live_server, page: Page, scene: District, sit: Opener
) -> None:
    incident = roster(scene)
    sit(scene.dispatcher)
    path = f"{live_server.url}/incidents/{incident.pk}/send/"
    page.goto(path)
    page.locator(".top a").first.focus()
    page.keyboard.press("1")
    assert page.url == path
    page.goto(path)
    assert page.evaluate("document.activeElement.id") == "h-send"
    page.keyboard.press("1")
    page.wait_for_url(f"{live_server.url}/incidents/{incident.pk}/")
    assert Assignment.objects.get().rank == 1


def test_another_unit_is_sent_by_keyboard_with_its_reason(
    live_server, page: Page, scene: District, sit: Opener
) -> None:
    incident = roster(scene)
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/incidents/{incident.pk}/send/")
    page.keyboard.press("2")
    page.get_by_text("is recommended. Say why another unit is sent.").first.wait_for()
    page.locator("#id_override_reason").select_option("knows_person")
    page.locator("#h-send").focus()
    page.keyboard.press("2")
    page.wait_for_url(f"{live_server.url}/incidents/{incident.pk}/")
    assert Assignment.objects.get().override_reason == "knows_person"
    assert page.get_by_text("chosen instead of").count() == 1


def picture(page: Page, name: str) -> None:
    """Something to look at."""
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)
