"""A review in a real browser: returned, filed again, approved, locked, and changed after the lock."""

import pytest
from playwright.sync_api import expect

from incidents.services import record_locks
from tests.browser.record.test_taps import tap
from tests.browser.visiting import Visit
from tests.cast import District, filed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_record_is_returned_filed_again_and_changed_after_the_lock(district: District, visit: Visit) -> None:
    record, author = filed(district), district.officer(district.cit_officer)
    page = visit(district.supervisor, f"/records/{record.pk}/return/")
    page.get_by_text("Say it section by section").click()
    page.get_by_label("Weapon", exact=True).fill("Say what the caller heard.")
    page.get_by_role("button", name="Return to the author").click()
    page.get_by_text("Returned to the author.").wait_for()
    page = visit(author, f"/records/{record.pk}/")
    page.get_by_text("Say what the caller heard.").wait_for()
    tap(page, "Weapon", "Stated only")
    page.get_by_role("button", name="File").click()
    page.get_by_text("Filed.").wait_for()
    page = visit(district.supervisor, f"/records/{record.pk}/")
    page.keyboard.press("a")
    page.get_by_text("Approved.").wait_for()
    record.refresh_from_db()
    record_locks.lock_now(record, actor=district.supervisor, expected_version=None)
    page = visit(author, f"/records/{record.pk}/amend/injuries/")
    tap(page, "Was anyone injured?", "Yes")
    page.locator("#q-injuries .spare summary").click()
    page.locator("[name=injuries-0-who]").select_option("officer")
    page.get_by_role("textbox", name="Why").fill("Noticed in the evening.")
    page.get_by_role("button", name="Propose the change").click()
    page.get_by_text("The change was proposed.").wait_for()
    page = visit(district.supervisor, f"/records/{record.pk}/")
    page.get_by_role("button", name="Accept the change").click()
    expect(page.get_by_text("The change counts now.")).to_be_visible()
    record.refresh_from_db()
    assert (record.anyone_injured, record.frozen["answers"]["anyone_injured"]) == (True, False)
