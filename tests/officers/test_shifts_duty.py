"""The clock: on duty means an open entry, and nothing else ever says so."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from core.errors import BrokenRule, Conflict, Forbidden
from core.invariants import INVARIANTS
from core.models import Event
from officers.models import Officer, TimeEntry
from officers.services import duty
from tests.cast import NOON, District, arrived, build, log_call
from tests.officers.rota import DAY, dispatcher_row, shift

EVENING = NOON + timedelta(hours=8)


def home(district: District) -> Officer:
    """The CIT officer, gone home."""
    duty.clock_out(district.cit_officer, actor=district.officer(district.cit_officer), at=NOON + timedelta(hours=1))
    return Officer.objects.get(pk=district.cit_officer.pk)


def broken() -> list[str]:
    """What the invariants of people and shifts report."""
    return [line for each in INVARIANTS if each.find.__module__ == "officers.invariants" for line in each.find()]


def test_an_officer_clocks_out_and_in_and_the_duty_follows(district: District) -> None:
    officer = home(district)
    assert (officer.duty, broken()) == ("off_duty", [])
    entry = duty.clock_in(officer, actor=district.officer(officer), at=EVENING)
    officer.refresh_from_db()
    assert (officer.duty, officer.duty_since, entry.clocked_in_from) == ("available", EVENING, "tablet")
    assert broken() == []


def test_dispatch_clocks_somebody_in_and_the_entry_says_so(district: District) -> None:
    entry = duty.clock_in(home(district), actor=district.dispatcher, at=EVENING)
    assert (entry.clocked_in_from, entry.clocked_in_by_id) == ("dispatch", district.dispatcher.id)


def test_nobody_clocks_a_colleague_in_or_out(district: District, neighbor: District) -> None:
    for actor in (district.officer(district.other_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            duty.clock_out(district.cit_officer, actor=actor, at=EVENING)
        with pytest.raises(Forbidden):
            duty.set_status(district.cit_officer, actor=actor, duty="busy", at=EVENING)
    assert not Event.objects.filter(type__startswith="time.").exists()


def test_clocking_in_twice_is_once(district: District) -> None:
    officer = home(district)
    first = duty.clock_in(officer, actor=district.officer(officer), at=EVENING)
    again = duty.clock_in(officer, actor=district.dispatcher, at=EVENING + DAY)
    assert (first.pk, again.clocked_in_at) == (again.pk, EVENING)
    assert Event.objects.filter(type="time.clocked_in").count() == 1


def test_clocking_out_twice_is_once(district: District) -> None:
    officer = home(district)
    again = duty.clock_out(officer, actor=district.officer(officer), at=EVENING)
    assert again.clocked_out_at == NOON + timedelta(hours=1)
    assert Event.objects.filter(type="time.clocked_out").count() == 1


def test_an_assigned_officer_does_not_go_home(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    with pytest.raises(BrokenRule, match=f"C-12 is on {incident.number}"):
        duty.clock_out(district.cit_officer, actor=district.officer(district.cit_officer), at=EVENING)
    assert broken() == []


def test_the_entry_belongs_to_the_shift_that_is_on_or_near(district: District) -> None:
    officer = home(district)
    worked = shift(officer, 3)
    early = duty.clock_in(officer, actor=district.dispatcher, at=worked.starts_at - timedelta(minutes=20))
    assert early.shift_id == worked.pk


def test_work_without_a_shift_is_work_without_a_shift(district: District) -> None:
    officer = home(district)
    assert duty.clock_in(officer, actor=district.dispatcher, at=EVENING).shift_id is None


def test_the_status_is_set_only_on_duty_and_never_off(district: District) -> None:
    me = district.officer(district.cit_officer)
    assert duty.set_status(district.cit_officer, actor=me, duty="training", at=EVENING).duty == "training"
    with pytest.raises(BrokenRule, match="clock out"):
        duty.set_status(district.cit_officer, actor=me, duty="off_duty", at=EVENING)
    with pytest.raises(BrokenRule, match="Clock in first"):
        duty.set_status(home(district), actor=me, duty="busy", at=EVENING)
    assert broken() == []


def test_the_same_status_again_is_no_event(district: District) -> None:
    for _ in range(2):
        duty.set_status(district.cit_officer, actor=district.dispatcher, duty="busy", at=EVENING)
    assert Event.objects.filter(type="time.status_set").count() == 1


def test_a_deactivated_officer_does_not_clock_in(district: District) -> None:
    officer = home(district)
    Officer.objects.filter(pk=officer.pk).update(active=False)
    with pytest.raises(BrokenRule, match="no longer on the roster"):
        duty.clock_in(officer, actor=district.dispatcher, at=EVENING)


def test_a_dispatcher_clocks_in_for_the_desk(district: District) -> None:
    row = dispatcher_row(district)
    assert duty.clock_in(row, actor=district.dispatcher, at=EVENING).clocked_in_from == "tablet"


def corrected(district: District, entry: TimeEntry, **changes: object) -> TimeEntry:
    """Dispatch writes down what the clock should have said."""
    given: dict[str, object] = {
        "clocked_in_at": entry.clocked_in_at,
        "clocked_out_at": NOON + timedelta(hours=8),
        "correction": "Forgot to clock out",
        "at": NOON + DAY,
        "expected_version": entry.version,
        **changes,
    }
    return duty.correct(entry, actor=district.dispatcher, **given)


def test_a_forgotten_clock_out_is_corrected_by_dispatch_with_a_reason(district: District) -> None:
    entry = TimeEntry.objects.get(officer=district.cit_officer)
    done = corrected(district, entry)
    district.cit_officer.refresh_from_db()
    assert (done.clocked_out_at, district.cit_officer.duty, broken()) == (EVENING, "off_duty", [])
    kept = Event.objects.get(type="time.corrected").facts
    assert (kept["before"], kept["unit"]) == ([NOON.isoformat(), None], "C-12")


def test_a_closed_entry_is_corrected_without_touching_who_is_on_duty(district: District) -> None:
    officer = home(district)
    old = TimeEntry.objects.get(officer=officer)
    duty.clock_in(officer, actor=district.dispatcher, at=EVENING + timedelta(hours=1))
    corrected(district, old)
    officer.refresh_from_db()
    assert (officer.duty, broken()) == ("available", [])


def test_a_correction_must_make_sense(district: District) -> None:
    entry = TimeEntry.objects.get(officer=district.cit_officer)
    for wrong, said in (
        ({"clocked_out_at": NOON}, "after the start"),
        ({"clocked_out_at": NOON + DAY * 2}, "not come yet"),
    ):
        with pytest.raises(BrokenRule, match=said):
            corrected(district, entry, **wrong)
    with pytest.raises(Conflict):
        corrected(district, entry, expected_version=7)
    officer = home(district)
    duty.clock_in(officer, actor=district.dispatcher, at=NOON + timedelta(hours=3))
    with pytest.raises(BrokenRule, match="Another entry"):
        corrected(district, TimeEntry.objects.get(pk=entry.pk), expected_version=2)


def test_nobody_corrects_their_own_clock(district: District) -> None:
    row = dispatcher_row(district)
    mine = duty.clock_in(row, actor=district.dispatcher, at=NOON)
    with pytest.raises(Forbidden):
        corrected(district, mine)
    with pytest.raises(Forbidden):
        duty.correct(
            TimeEntry.objects.get(officer=district.cit_officer),
            actor=district.officer(district.cit_officer),
            expected_version=1,
            clocked_in_at=NOON,
            clocked_out_at=EVENING,
            correction="x",
            at=NOON + DAY,
        )


def test_the_invariants_name_whom_the_clock_and_the_duty_disagree_about(district: District) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="off_duty")
    assert broken() == ["C-12"]


@pytest.mark.django_db(transaction=True)
def test_two_taps_at_once_make_one_entry() -> None:
    district = build("sotol")
    officer = home(district)
    start, found = Barrier(2), []

    def tap() -> None:
        start.wait()
        try:
            found.append(duty.clock_in(officer, actor=district.dispatcher, at=EVENING).pk)
        finally:
            connection.close()

    pair = [Thread(target=tap) for _ in range(2)]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    assert len(found) == 2
    assert len(set(found)) == 1
