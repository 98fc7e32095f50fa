"""A new release of the tablet while entries wait, and a tablet without room."""

import pytest

from core.actors import Actor
from incidents import tablet_files
from tests.browser.offline import books
from tests.browser.offline.device import Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

UPDATE = """() => new Promise((done) => {
  const settled = ({ target }) => target.state === "activated" && done(caches.keys());
  const arrived = ({ target }) => target.installing.addEventListener("statechange", settled);
  navigator.serviceWorker.getRegistration("/tablet/").then((found) => {
    found.addEventListener("updatefound", arrived);
    found.update();
  });
})"""
# A full disk as the database shows it: what was written is taken back at the end.
FULL = """() => {
  window.put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...row) {
    const asked = window.put.apply(this, row);
    if (this.name === "outbox") this.transaction.abort();
    return asked;
  };
}"""
ROOM = "() => { IDBObjectStore.prototype.put = window.put; }"
SAID = "He sits on the floor and talks."


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablet."""
    return district.officer(district.cit_officer)


def test_a_new_release_takes_over_and_loses_none_of_the_waiting_entries(
    tablet: Tablet, me: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet.sign_out_elsewhere()
    tablet.note(SAID)
    tablet.state(queued=1, contact="out").wait_for()
    before = tablet.page.evaluate("caches.keys()")
    monkeypatch.setattr(tablet_files, "release", lambda: "next")
    assert tablet.page.evaluate(UPDATE) == ["cit-tablet-next"] != before
    tablet.offline()
    tablet.page.reload()
    tablet.state(queued=1, contact="offline").wait_for()
    tablet.offline(False)
    tablet.sign_in(me)
    tablet.hurry()
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == [SAID]


def test_without_room_it_says_not_saved_and_the_text_stays(tablet: Tablet) -> None:
    tablet.page.evaluate(FULL)
    tablet.page.get_by_label("Note").fill(SAID)
    tablet.page.get_by_role("button", name="Save note").click()
    tablet.page.locator("form[data-command=note] .mark-failed", has_text="Not saved").wait_for()
    assert tablet.page.get_by_label("Note").input_value() == SAID
    assert books.notes() == []
    tablet.page.evaluate(ROOM)
    tablet.page.get_by_role("button", name="Save note").click()
    tablet.state(queued=0, contact="ok").wait_for()
    tablet.page.locator("form[data-command=note] .mark-sent").wait_for()
    assert books.notes() == [SAID]
