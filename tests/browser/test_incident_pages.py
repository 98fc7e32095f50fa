"""The desk's, the tablet's and the record's pages in a real browser: by hand, at three sizes, for everyone."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page

from core import clock
from core.actors import Actor
from incidents.models import Assignment, DeescalationRecord, Incident
from incidents.services import assessments, assignments, calls, records
from officers.models import User
from tests.browser.axe import violations
from tests.cast import CALM, WHOLE, District, build, log_call

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = [(1440, 900), (1024, 768), (390, 844)]
Opener = Callable[[Actor], None]


@pytest.fixture
def scene() -> District:
    """A district whose officers are in their own browser's reach."""
    return build("sotol")


@pytest.fixture
def sit(live_server, page: Page) -> Opener:
    """Give the browser somebody's session."""

    def _sit(actor: Actor) -> None:
        client = Client()
        client.force_login(User.objects.get(pk=actor.id))
        page.context.clear_cookies()
        page.context.add_cookies(
            [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
        )

    return _sit


def in_progress(scene: District) -> Assignment:
    """An incident a few minutes old, assessed, its officer on the way."""
    now = clock.now()
    call = calls.log(
        scene.campus,
        actor=scene.dispatcher,
        client_key=uuid4(),
        room=scene.room,
        nature="suicidal_ideation",
        received_via="school_staff",
        caller_role="teacher",
        caller_name="",
        callback="555-0101",
        said="A student says there is no point any more.",
        at=now - timedelta(minutes=4),
    )
    at = now - timedelta(minutes=3)
    answers = {**CALM, "q04": "accessible", "q05": "talks_about"}
    found = assessments.assess(call.incident, actor=scene.dispatcher, expected_version=None, answers=answers, at=at)
    desk = {"actor": scene.dispatcher, "expected_version": None}
    part = assignments.send(found, officer=scene.cit_officer, at=at, **desk)
    return assignments.start(part, **desk)


def look(page: Page, url: str) -> None:
    """At every size nothing is wider than the window, and no rule of accessibility is broken."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (url, width)
        assert violations(page) == [], (url, width)


def test_a_dispatcher_logs_assesses_and_sends_by_hand(live_server, page: Page, sit: Opener, scene: District) -> None:
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/calls/new/")
    page.get_by_label("Campus").select_option(label="Agave High School")
    page.get_by_label("Room").select_option(label="B-204, building B")
    page.get_by_label("Reached us by").select_option(label="School staff")
    page.get_by_label("What was said").fill("A student says there is no point any more.")
    page.get_by_label("Caller is").select_option(label="Teacher")
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="Nature:").wait_for()
    assert page.get_by_label("What was said").input_value() == "A student says there is no point any more."
    page.get_by_label("Nature").select_option(label="Suicidal thoughts")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/assess/")
    page.get_by_role("radiogroup", name="Is there a weapon").get_by_label("In hand").check()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/send/")
    page.get_by_role("button", name="Send C-12").click()
    page.get_by_text("P1 Life threat now").first.wait_for()
    assert (Incident.objects.get().status, Assignment.objects.get().officer.call_sign) == ("dispatched", "C-12")


def test_an_officer_taps_from_the_way_to_the_filed_record(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    in_progress(scene)
    sit(scene.officer(scene.cit_officer))
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{live_server.url}/tablet/")
    page.get_by_role("button", name="On scene").click()
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("link", name="Suicidal thoughts").click()
    page.get_by_label("Student", exact=True).check()
    page.get_by_role("button", name="Begin the record").click()
    for question, tap in [
        ("What kind of crisis", "Suicidal"),
        ("What you saw", "Crying / hopeless"),
        ("Weapon", "None"),
        ("Techniques used", "Calm tone"),
        ("Highest force used", "None, presence"),
        ("Was anyone injured?", "No"),
        ("How it ended", "Referred to counselor"),
    ]:
        page.locator("fieldset", has_text=question).first.get_by_label(tap, exact=True).check()
    page.get_by_label("Parent told by phone").check()
    page.get_by_role("button", name="File").click()
    page.get_by_role("link", name="Refer").wait_for()
    assert DeescalationRecord.objects.get().status == "submitted"


def test_the_board_takes_a_new_call_by_itself(live_server, page: Page, sit: Opener, scene: District) -> None:
    page.clock.install()
    sit(scene.dispatcher)
    page.goto(f"{live_server.url}/board/")
    page.get_by_text("No active incidents").wait_for()
    page.get_by_role("button", name="Take a call F2").focus()
    log_call(scene)
    page.clock.fast_forward(16_000)
    page.get_by_role("link", name="Suicidal thoughts").wait_for()
    assert page.evaluate("document.activeElement.dataset.key") == "F2"


def test_the_desk_fits_every_screen_and_every_reader(live_server, page: Page, sit: Opener, scene: District) -> None:
    part = in_progress(scene)
    waiting = log_call(scene).incident
    sit(scene.dispatcher)
    here = f"incidents/{part.incident_id}/"
    for path in ("board/", "calls/new/", here, f"{here}assess/", f"{here}send/", f"incidents/{waiting.pk}/cancel/"):
        look(page, f"{live_server.url}/{path}")


def test_tablet_and_record_fit_every_screen_and_every_reader(
    live_server, page: Page, sit: Opener, scene: District
) -> None:
    part = in_progress(scene)
    me = scene.officer(scene.cit_officer)
    sit(me)
    look(page, f"{live_server.url}/tablet/")
    part = assignments.arrive(part, actor=me, expected_version=None)
    look(page, f"{live_server.url}/incidents/{part.incident_id}/record/")
    record = records.begin(part.incident, actor=me, role="student", name="", grade="g10")
    look(page, f"{live_server.url}/records/{record.pk}/")
    assignments.clear(part, actor=me, expected_version=None)
    look(page, f"{live_server.url}/tablet/")
    records.file(record, actor=me, expected_version=None, **WHOLE)
    sit(scene.supervisor)
    for path in (f"records/{record.pk}/", f"records/{record.pk}/return/", "records/"):
        look(page, f"{live_server.url}/{path}")
