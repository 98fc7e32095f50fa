"""A whole shift in the field: hours without a signal, two tablets at one incident, a clock that is wrong."""

from datetime import datetime, timedelta

import pytest

from core import clock
from core.actors import Actor
from incidents.models import Assignment
from tests.browser.offline import books
from tests.browser.offline.conftest import NewTablet
from tests.browser.offline.device import Tablet
from tests.cast import District

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

UPDATES = 30
STEPS = {3: "En route", 6: "On scene"}


@pytest.fixture
def me(district: District) -> Actor:
    """Who holds the tablets."""
    return district.officer(district.cit_officer)


def set_clock(tablet: Tablet, at: datetime) -> None:
    """The device's clock, from now on."""
    tablet.page.clock.install(time=at)
    tablet.shell()


def test_thirty_updates_of_two_hours_without_a_signal_arrive_once_in_order_and_are_marked_late(
    tablet: Tablet, part: Assignment
) -> None:
    set_clock(tablet, clock.now() - timedelta(hours=2))
    tablet.offline()
    texts = []
    for number in range(UPDATES):
        if number in STEPS:
            tablet.tap(STEPS[number])
        else:
            texts.append(f"Update {number}")
            tablet.note(texts[-1])
        tablet.state(queued=number + 1).wait_for()
        tablet.page.clock.fast_forward(240_000)
    tablet.offline(False)
    tablet.state(queued=0, parked=0, contact="ok").wait_for()
    assert books.notes() == texts
    assert books.numbers() == list(range(1, UPDATES + 1))
    part.refresh_from_db()
    assert part.status == "on_scene"
    made = [row.order_at for row in books.commands()]
    assert made == sorted(made)
    assert made[-1] - made[0] > timedelta(minutes=110)
    assert sum(row.late for row in books.commands()) >= UPDATES - 2


def test_two_tablets_at_one_incident_keep_both_notes_and_show_the_step_that_came_second(
    tablet: Tablet, new_tablet: NewTablet, me: Actor
) -> None:
    other = new_tablet()
    other.begin(me)
    for number, one in enumerate((tablet, other), 1):
        one.offline()
        one.tap("En route")
        one.state(queued=1).wait_for()
        one.note(f"Of tablet {number}")
    for one in (tablet, other):
        one.offline(False)
        one.state(queued=0).wait_for()
    assert sorted(books.notes()) == ["Of tablet 1", "Of tablet 2"]
    assert tablet.state(parked=0).count() == 1
    other.state(parked=1).wait_for()
    assert [(row.kind, row.code) for row in books.commands("refused")] == [("status", 412)]


def test_a_clock_that_is_an_hour_wrong_changes_no_order_and_is_flagged(
    tablet: Tablet, new_tablet: NewTablet, me: Actor
) -> None:
    other = new_tablet()
    other.begin(me)
    set_clock(tablet, clock.now() + timedelta(hours=1))
    tablet.offline()
    tablet.note("First, by the wrong clock")
    other.note("Second, by the right one")
    other.state(queued=0, contact="ok").wait_for()
    tablet.note("Third, by the wrong clock")
    tablet.offline(False)
    tablet.state(queued=0, contact="ok").wait_for()
    assert [text.split(",")[0] for text in books.notes()] == ["First", "Second", "Third"]
    wrong = [row.offset_s for row in books.commands() if abs(row.offset_s) > 120]
    assert [round(offset / 60) for offset in wrong] == [-60, -60]
