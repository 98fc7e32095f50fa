"""What is entered without a signal is kept over a reload and arrives once, in order."""

import pytest

from incidents.models import Assignment
from tests.browser.offline import books
from tests.browser.offline.device import Tablet, cut_answers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIVE = [f"Note number {n}" for n in range(1, 6)]


def test_five_notes_outlast_a_reload_without_a_signal_and_arrive_once_in_order(tablet: Tablet) -> None:
    tablet.offline()
    for text in FIVE:
        tablet.note(text)
    tablet.page.reload()
    tablet.state(queued=5, contact="offline").wait_for()
    assert tablet.line() == "No signal. 5 updates saved here."
    assert books.notes() == []
    tablet.offline(False)
    tablet.state(queued=0, contact="ok").wait_for()
    assert books.notes() == FIVE


def test_an_entry_whose_answer_was_lost_twice_is_one_row(tablet: Tablet) -> None:
    lost = cut_answers(tablet, 2)
    tablet.note(FIVE[0])
    tablet.state(queued=1, contact="offline").wait_for()
    tablet.state(queued=0, contact="ok").wait_for()
    assert len(lost) == 2
    assert books.notes() == FIVE[:1]


def test_a_status_and_the_next_one_wait_together_and_build_on_each_other(tablet: Tablet, part: Assignment) -> None:
    tablet.offline()
    for number, name in enumerate(("En route", "On scene", "Clear"), 1):
        tablet.tap(name)
        tablet.state(queued=number).wait_for()
    tablet.offline(False)
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    assert [row.kind for row in books.commands()] == ["status"] * 3
    part.refresh_from_db()
    assert part.status == "clear"
