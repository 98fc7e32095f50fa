"""What is tapped on a record without a signal is kept on the tablet and reaches the record once."""

import pytest
from playwright.sync_api import Page, expect

from core.actors import Actor
from incidents.models import Assignment, DeescalationRecord
from incidents.services import assignments, records
from tests.browser.offline import books
from tests.browser.offline.device import Tablet, cut_answers
from tests.browser.record.test_taps import settled, tap
from tests.cast import District, begun

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEPT = "Saved on this tablet"


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablet."""
    return district.officer(district.cit_officer)


@pytest.fixture
def record(district: District, part: Assignment, me: Actor) -> DeescalationRecord:
    """The officer's record of the call, just begun."""
    assignments.arrive(part, actor=me, expected_version=None)
    return begun(district, part.incident)


def opened(tablet: Tablet, record: DeescalationRecord) -> Page:
    """The tap page, with the tablet's script begun."""
    tablet.page.goto(f"{tablet.base}/records/{record.pk}/")
    tablet.begun("renewed")
    return tablet.page


def without_signal(tablet: Tablet, record: DeescalationRecord) -> Page:
    """Two taps that did not reach the server."""
    page = opened(tablet, record)
    tablet.offline()
    tap(page, "What kind of crisis", "Suicidal")
    expect(page.locator("[data-saved]")).to_contain_text(KEPT)
    tap(page, "Techniques used", "Calm tone")
    settled(page)
    tablet.state(queued=1, contact="offline").wait_for()
    return page


def test_taps_without_a_signal_are_one_entry_that_arrives_once(tablet: Tablet, record: DeescalationRecord) -> None:
    page = without_signal(tablet, record)
    tap(page, "Weapon", "Stated only")
    tap(page, "Weapon", "None")
    settled(page)
    expect(page.locator("[data-saved]")).to_contain_text(KEPT)
    before = record.version
    record.refresh_from_db()
    assert (record.nature, record.version) == ([], before)
    tablet.offline(False)
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    expect(page.locator(f"#record-state[data-version='{before + 1}']")).to_be_attached()
    record.refresh_from_db()
    assert (record.nature, record.weapon, record.version) == (["suicidal"], "none", before + 1)
    assert [row["technique"] for row in record.techniques] == ["calm_tone"]
    assert [row.kind for row in books.commands()] == ["record_draft"]
    tap(page, "How it ended", "Referred to counselor")
    settled(page)
    record.refresh_from_db()
    assert (record.primary_outcome, record.nature) == ("ref_counselor", ["suicidal"])


def test_what_was_taken_back_without_a_signal_is_not_sent(tablet: Tablet, record: DeescalationRecord) -> None:
    page = without_signal(tablet, record)
    tap(page, "What kind of crisis", "Suicidal")
    settled(page)
    tablet.offline(False)
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    record.refresh_from_db()
    assert (record.nature, len(record.techniques)) == ([], 1)


def test_the_taps_outlast_the_page_and_the_next_one_shows_them(tablet: Tablet, record: DeescalationRecord) -> None:
    without_signal(tablet, record).close()
    assert books.commands() == []
    tablet.page = tablet.context.new_page()
    tablet.context.set_offline(False)
    page = opened(tablet, record)
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    expect(page.get_by_label("Suicidal", exact=True)).to_be_checked()
    assert [row.kind for row in books.commands()] == ["record_draft"]


def test_a_record_that_was_changed_elsewhere_parks_the_draft_and_it_is_entered_anew(
    tablet: Tablet, record: DeescalationRecord, me: Actor
) -> None:
    page = without_signal(tablet, record)
    records.save(record, actor=me, expected_version=None, weapon="none", nature=["anxiety_panic"])
    tablet.offline(False)
    tablet.state(queued=0, parked=1).wait_for()
    expect(page.locator("[data-saved]")).to_contain_text("Refused")
    record.refresh_from_db()
    assert (record.nature, record.techniques) == (["anxiety_panic"], [])
    page.locator("#unsent").click()
    entry = page.locator("#unsent-list li[data-state=parked]")
    expect(entry.locator("[data-mine]")).to_contain_text("Suicidal")
    entry.get_by_role("button", name="Enter it anew").click()
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    expect(page.get_by_label("Suicidal", exact=True)).to_be_checked()
    record.refresh_from_db()
    assert (record.nature, record.weapon, len(record.techniques)) == (["suicidal"], "none", 1)


def test_filing_without_a_signal_keeps_the_page_and_its_taps(tablet: Tablet, record: DeescalationRecord) -> None:
    page = opened(tablet, record)
    tablet.offline()
    tap(page, "What kind of crisis", "Suicidal")
    page.get_by_role("button", name="File").click()
    expect(page.locator("[data-saved]")).to_contain_text(KEPT)
    tablet.state(queued=1).wait_for()
    tablet.offline(False)
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    record.refresh_from_db()
    assert (record.nature, record.status) == (["suicidal"], "draft")


def test_taps_behind_a_draft_whose_answer_was_lost_build_on_it(tablet: Tablet, record: DeescalationRecord) -> None:
    page = opened(tablet, record)
    tablet.context.route("**/keep/", lambda route: route.abort())
    lost = cut_answers(tablet, 1)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/commands")):
        tap(page, "What kind of crisis", "Suicidal")
    tap(page, "Weapon", "None")
    settled(page)
    tablet.hurry()
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    record.refresh_from_db()
    assert (len(lost), record.nature, record.weapon) == (1, ["suicidal"], "none")
    assert [row.kind for row in books.commands()] == ["record_draft"] * 2


def test_the_line_of_the_tablet_fits_into_the_page(tablet: Tablet, record: DeescalationRecord) -> None:
    page = opened(tablet, record)
    for width, height in ((1440, 900), (1024, 768), (768, 1024), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator("#unsent")).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
