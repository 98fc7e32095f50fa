"""A second call about the same: added with one press, split off again, merged by its digits; both timelines say so."""

import pytest
from playwright.sync_api import Page, expect

from core import clock
from incidents.models import Call, Incident
from tests.browser.axe import violations
from tests.browser.test_incident_pages import Opener, scene, sit
from tests.cast import District, log_call

__all__ = ["scene", "sit"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_call_is_added_and_split_off_again(live_server, page: Page, sit: Opener, scene: District) -> None:
    incident = log_call(scene, at=clock.now()).incident
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/incidents/{incident.pk}/attach/")
    page.get_by_label("What was said").fill("A girl in B-204 will not come out.")
    page.get_by_label("Reached us by").select_option(label="District phone")
    page.get_by_label("Caller is").select_option(label="Nurse")
    page.get_by_label("Nature").select_option(label="Suicide attempt")
    page.get_by_role("button", name="Add the call").click()
    expect(page.locator("#lines")).to_contain_text("Call 26-0002 was added".replace("26", f"{clock.now():%y}"))
    expect(page.locator("main")).to_contain_text("P1 Life threat now")
    assert (Incident.objects.count(), Call.objects.count()) == (1, 2)
    added = Call.objects.order_by("number").last()
    page.get_by_role("link", name=f"Split call {added.number} off").click()
    expect(page.locator(f'input[name="call"][value="{added.pk}"]')).to_be_checked()
    page.get_by_label("Another person").check(force=True)
    assert violations(page) == []
    page.get_by_role("button", name="Split off").click()
    expect(page.locator("#lines")).to_contain_text(f"Call {added.number} was split off {incident.number}")
    page.goto(f"{live_server.url}/incidents/{incident.pk}/")
    expect(page.locator("#lines")).to_contain_text(f"Call {added.number} was split off")
    expect(page.locator(".case-h")).not_to_contain_text("P1")
    assert Incident.objects.count() == 2


def test_an_incident_is_merged_by_its_digits_and_comes_back(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    goes_on, other = (log_call(scene, at=clock.now()).incident for _ in range(2))
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/incidents/{other.pk}/merge/")
    expect(page.locator(".note")).to_contain_text(f"Looks like {goes_on.number}: same callback number, same room")
    assert violations(page) == []
    page.get_by_label("Goes on in").fill(goes_on.number[-1:])
    page.get_by_label("Logged twice").check(force=True)
    page.get_by_role("button", name="Merge").click()
    page.wait_for_url(f"**/incidents/{goes_on.pk}/")
    expect(page.locator("#lines")).to_contain_text(f"{other.number} was merged into this incident")
    page.get_by_role("link", name=f"Split call {other.calls.get().number} off").click()
    page.get_by_label("Added by mistake").check(force=True)
    page.get_by_role("button", name="Split off").click()
    page.wait_for_url(f"**/incidents/{other.pk}/")
    other.refresh_from_db()
    assert (other.status, other.merged_into_id) == ("received", None)
