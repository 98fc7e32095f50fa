"""The officer's record by finger: few taps, nothing typed, and every change kept."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from incidents.models import DeescalationRecord
from incidents.services import assignments, records
from tests.browser.test_plans import check
from tests.browser.visiting import Visit
from tests.cast import WHOLE, District, arrived, begun, log_call
from tests.incidents.desk import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COMMON = (
    ("What kind of crisis", "Suicidal"),
    ("What you saw", "Crying / hopeless"),
    ("Weapon", "None"),
    ("Techniques used", "Calm tone"),
    ("Highest force used", "None, presence"),
    ("Was anyone injured?", "No"),
    ("How it ended", "Referred to counselor"),
    ("Who was told", "Parent told by phone"),
)


@pytest.fixture
def record(district: District) -> DeescalationRecord:
    """The officer's record, just begun."""
    incident = log_call(district).incident
    arrived(district, incident)
    return begun(district, incident)


def tap(page: Page, question: str, answer: str) -> None:
    """One tap on an answer, as a finger meets it: on its label."""
    asked = page.get_by_role("group", name=question).or_(page.get_by_role("radiogroup", name=question))
    asked.locator("label.tap", has_text=re.compile(rf"^\s*{re.escape(answer)}\s*$")).first.click()


def settled(page: Page) -> None:
    """Everything that was tapped is on the server, and nothing is on its way."""
    expect(page.locator("form[data-record]:not([data-pending])")).to_be_attached()


def test_the_common_report_takes_nine_taps_and_no_typing(
    district: District, record: DeescalationRecord, visit: Visit
) -> None:
    page = visit(district.officer(district.cit_officer), f"/records/{record.pk}/")
    page.set_viewport_size({"width": 1024, "height": 768})
    assert page.locator("input:checked").count() == 0
    began = time.monotonic()
    for question, answer in COMMON:
        tap(page, question, answer)
    page.get_by_role("button", name="File").click()
    page.get_by_text("Filed.").wait_for()
    assert len(COMMON) + 1 <= 9
    assert time.monotonic() - began < 45
    record.refresh_from_db()
    assert record.status == "submitted"


def test_every_tap_is_kept_without_a_press(district: District, record: DeescalationRecord, visit: Visit) -> None:
    page = visit(district.officer(district.cit_officer), f"/records/{record.pk}/")
    tap(page, "What kind of crisis", "Suicidal")
    settled(page)
    expect(page.locator("[data-saved]")).to_contain_text("Saved")
    record.refresh_from_db()
    assert record.nature == ["suicidal"]
    page.reload()
    assert page.get_by_label("Suicidal", exact=True).is_checked()


def test_a_question_opens_with_the_answer_that_asks_for_it(
    district: District, record: DeescalationRecord, visit: Visit
) -> None:
    page = visit(district.officer(district.cit_officer), f"/records/{record.pk}/")
    asked = page.get_by_role("radiogroup", name="Is this force reportable?")
    expect(asked).to_be_hidden()
    tap(page, "Highest force used", "Soft hands / escort")
    expect(asked).to_be_visible()
    tap(page, "Highest force used", "None, presence")
    expect(asked).to_be_hidden()
    settled(page)


def test_what_is_missing_leads_to_its_place(district: District, record: DeescalationRecord, visit: Visit) -> None:
    page = visit(district.officer(district.cit_officer), f"/records/{record.pk}/")
    page.get_by_role("link", name="Choose how it ended.").click()
    expect(page.locator("#q-primary_outcome")).to_be_in_viewport()


def test_the_page_fits_every_screen_and_every_reader(
    district: District, record: DeescalationRecord, visit: Visit
) -> None:
    page = visit(district.officer(district.cit_officer), f"/records/{record.pk}/")
    check(page)
    page.set_viewport_size({"width": 768, "height": 1024})
    small = page.evaluate(
        "[...document.querySelectorAll('.record .tap, .record summary, .record .btn')]"
        ".filter(one => one.offsetParent && one.getBoundingClientRect().height < 54).length"
    )
    assert small == 0


def test_the_common_report_is_made_by_keyboard_alone(
    district: District, record: DeescalationRecord, visit: Visit
) -> None:
    page = visit(district.officer(district.cit_officer), f"/records/{record.pk}/")
    for question, answer in COMMON:
        asked = page.get_by_role("group", name=question).or_(page.get_by_role("radiogroup", name=question))
        asked.get_by_label(answer, exact=True).first.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="File").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Filed.").wait_for()


def test_without_script_the_record_is_saved_rows_are_added_and_it_is_filed(
    district: District, record: DeescalationRecord, browser: Browser, live_server
) -> None:
    context = browser.new_context(java_script_enabled=False)
    value = signed_in(district.officer(district.cit_officer)).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/records/{record.pk}/")
    for question, answer in COMMON:
        tap(page, question, answer)
    tap(page, "Was anyone injured?", "Yes")
    page.get_by_role("button", name="Save draft").click()
    page.locator("#q-injuries .spare summary").click()
    page.locator("[name=injuries-0-who]").select_option("officer")
    page.locator("[name=injuries-0-severity]").select_option("minor")
    page.get_by_role("button", name="Save draft").click()
    page.locator("#q-injuries summary", has_text="Officer").click()
    page.get_by_role("button", name="Take out").first.click()
    tap(page, "Was anyone injured?", "No")
    page.get_by_role("button", name="File").click()
    page.get_by_text("Filed.").wait_for()
    record.refresh_from_db()
    assert (record.status, record.injuries, record.anyone_injured) == ("submitted", [], False)
    context.close()


def test_a_second_officer_confirms_with_one_tap(district: District, record: DeescalationRecord, visit: Visit) -> None:
    other = district.officer(district.other_officer)
    desk = {"actor": district.dispatcher, "expected_version": None}
    part = assignments.send(record.incident, officer=district.other_officer, override_reason="knows_person", **desk)
    assignments.arrive(part, actor=other, expected_version=None)
    records.file(record, actor=district.officer(district.cit_officer), expected_version=None, **WHOLE)
    page = visit(other, "/records/")
    page.get_by_role("link", name="To confirm").click()
    page.get_by_role("button", name="This is what happened: confirm").click()
    page.get_by_text("Confirmed.").wait_for()
    assert record.officers.get(officer=district.other_officer).confirmed_at is not None


def test_a_reviewer_reads_returns_and_amends_on_every_screen(
    district: District, record: DeescalationRecord, visit: Visit
) -> None:
    records.file(record, actor=district.officer(district.cit_officer), expected_version=None, **WHOLE)
    page = visit(district.supervisor, f"/records/{record.pk}/")
    check(page)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.hasAttribute('data-part')")
    page.goto(page.url.replace(f"/records/{record.pk}/", "/records/"))
    check(page)
