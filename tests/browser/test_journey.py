"""One crisis call in a real browser, from the phone to a counted outcome, each step as its own person."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from cit_dispatch.mail_catcher import MailCatcher
from incidents.models import Incident
from notifications.tasks import tick
from officers.roles import Role
from referrals.models import Referral
from tests.browser.walk import Walk

CALM = {"q03": "no", "q04": "no", "q05": "talks_about", "q05a": "no", "q06": "no", "q07": "with_adult", "q09a": "same"}

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mail(settings: object) -> Iterator[MailCatcher]:
    """A real SMTP server, and mail settings that lead to it."""
    with MailCatcher(port=0) as catcher:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", catcher.port
        yield catcher


def test_one_call_from_the_phone_to_a_counted_outcome(page: Page, live_server: LiveServer, mail: MailCatcher) -> None:
    call_command("demo", verbosity=0)
    page.set_viewport_size({"width": 1440, "height": 900})
    walk = Walk(page, live_server.url)
    _call_assess_send(walk)
    _respond_and_report(walk)
    _close(walk)
    _refer(walk, mail)
    _support(walk)
    _close_the_loop(walk)
    _count(walk)


def _call_assess_send(walk: Walk) -> None:
    page = walk.page
    walk.become(Role.DISPATCHER)
    walk.picture("home-dispatcher")
    page.goto(f"{walk.base}/calls/new/")
    page.get_by_label("Campus", exact=True).select_option(label="Sotol High School")
    page.locator("select[name=nature]").select_option("suicidal_ideation")
    page.locator("select[name=received_via]").select_option("school_staff")
    page.locator("textarea[name=said]").fill("A student says there is no point any more.")
    walk.press("Log")
    # The caller's role is missing: what was typed is still there.
    expect(page.locator("textarea[name=said]")).to_have_value("A student says there is no point any more.")
    page.locator("select[name=caller_role]").select_option("teacher")
    walk.picture("call")
    walk.press("Log")
    walk.choose(**CALM)
    walk.picture("assessment")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    incident = Incident.objects.get()
    assert (incident.status, incident.priority, incident.cit_required) == ("triaged", "p3", True)
    page.goto(f"{walk.base}/incidents/{incident.pk}/send/")
    walk.picture("send")
    # The desk sends the school's own officer, whoever is recommended, and says why.
    page.locator("details:has([name=override_reason])").evaluate("each => { each.open = true }")
    page.locator("[name=override_reason]").first.select_option(index=1)
    page.get_by_role("button", name="Send C-09").click()
    page.wait_for_load_state()
    page.goto(f"{walk.base}/board/")
    expect(page.get_by_text("C-09").first).to_be_visible()
    walk.picture("board")


def _respond_and_report(walk: Walk) -> None:
    page = walk.page
    walk.become(Role.POLICE_OFFICER)
    page.goto(f"{walk.base}/tablet/")
    walk.picture("tablet")
    walk.press("Acknowledge")
    page.get_by_role("button", name="En route").wait_for()
    for move, state in (("En route", "en_route"), ("On scene", "on_scene")):
        walk.press(move)
        page.locator(f"[data-step={state}]").wait_for()
    walk.press("Clear")
    page.locator("[data-step]").wait_for(state="detached")
    page.goto(f"{walk.base}/incidents/{Incident.objects.get().pk}/record/")
    page.locator("[name=role]").first.check(force=True)
    page.locator("input[name=name]").fill("Planted Person")
    page.locator("select[name=grade]").select_option("g10")
    walk.press("Begin the record")
    page.wait_for_url("**/records/**")
    walk.choose(
        nature="suicidal", behaviors="crying_hopeless", techniques="calm_tone", weapon="none", force_highest="0"
    )
    walk.press("File")
    expect(page.get_by_role("alert").or_(page.locator("[id*=error]")).first).to_be_visible()
    _choose_no(page, "anyone_injured")
    page.get_by_label("Parent told by phone").check(force=True)
    primary = page.locator("[name=primary_outcome]").first
    if primary.evaluate("node => node.tagName") == "SELECT":
        primary.select_option("ref_counselor")
    else:
        walk.choose(primary_outcome="ref_counselor")
    walk.picture("record")
    walk.press("File")
    assert Incident.objects.get().records.get().status == "submitted"


def _choose_no(page: Page, name: str) -> None:
    for value in ("no", "False", "false"):
        found = page.locator(f'input[name="{name}"][value="{value}"]')
        if found.count():
            found.check(force=True)
            return
    raise AssertionError(f"{name} offers no No")


def _close(walk: Walk) -> None:
    page, incident = walk.page, Incident.objects.get()
    walk.become(Role.DISPATCHER)
    page.goto(f"{walk.base}/incidents/{incident.pk}/")
    walk.picture("incident")
    page.goto(f"{walk.base}/incidents/{incident.pk}/close/")
    close = page.locator("[name=close_reason]").first
    if close.evaluate("node => node.tagName") == "SELECT":
        close.select_option("report_taken")
    else:
        walk.choose(close_reason="report_taken")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    assert Incident.objects.get().status == "closed"


def _refer(walk: Walk, mail: MailCatcher) -> None:
    page, record = walk.page, Incident.objects.get().records.get()
    walk.become(Role.POLICE_OFFICER)
    page.goto(f"{walk.base}/records/{record.pk}/refer/")
    walk.choose(urgency="urgent")
    team = page.locator("[name=team]").first
    if team.evaluate("node => node.tagName") == "SELECT":
        team.select_option(label="Sotol High School counselors")
    else:
        team.check(force=True)
    walk.picture("refer")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    tick()
    sent = "".join(message.as_string() for message in mail.messages)
    assert len(mail.messages) == Referral.objects.get().team.members.count()
    for word in ("Planted", "Sotol High", "suicid", "g10"):
        assert word not in sent


def _support(walk: Walk) -> None:
    page, referral = walk.page, Referral.objects.get()
    walk.become(Role.COUNSELOR)
    walk.picture("home-counselor")
    page.goto(f"{walk.base}/referrals/{referral.pk}/")
    expect(page.get_by_text("Planted Person").first).to_be_visible()
    walk.press("I have it")
    page.goto(f"{walk.base}/referrals/{referral.pk}/contact/")
    walk.choose(channel="phone", contact_with="guardian", result="reached")
    page.locator("textarea[name=note]").fill("the private note")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    walk.picture("referral")
    page.goto(f"{walk.base}/referrals/{referral.pk}/complete/")
    walk.choose(outcome="services_received")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    assert Referral.objects.get().status == "completed"


def _close_the_loop(walk: Walk) -> None:
    page, referral = walk.page, Referral.objects.get()
    walk.become(Role.POLICE_OFFICER)
    page.goto(f"{walk.base}/referrals/{referral.pk}/")
    text = page.content()
    for word in ("the private note", "Services received", "Leo Sage"):
        assert word not in text
    walk.picture("referral-officer")
    walk.press("I have seen")
    walk.become(Role.DIRECTOR)
    page.goto(f"{walk.base}/referrals/{referral.pk}/next-step/")
    walk.choose(next_step="none")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    assert Referral.objects.get().loop_closed_at is not None


def _count(walk: Walk) -> None:
    walk.become(Role.SUPERVISOR)
    walk.page.goto(f"{walk.base}/outcomes/")
    walk.picture("outcomes")
    expect(walk.page.get_by_role("heading", level=1)).to_be_visible()
