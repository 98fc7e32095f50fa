"""Answering a clock: the officer with one tap, dispatch with the words that were heard."""

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Incident, Timer
from incidents.services import assignments, timer_sweep, timers
from tests.cast import District
from tests.incidents.timers.conftest import after, running

WORDS = "All quiet, talking with the student."


def answered() -> int:
    """How many answers are in the ledger."""
    return Event.objects.filter(type="timer.answered").count()


def test_an_officer_who_answers_begins_a_new_round(district: District, welfare: Timer) -> None:
    timer_sweep.run(after(10))
    me = district.officer(district.cit_officer)
    timers.answer(welfare, actor=me, at=after(10.5))
    welfare.refresh_from_db()
    assert (welfare.stage, welfare.ended_at, welfare.answered_by_id) == ("ended", after(10.5), me.id)
    fresh = running("welfare")
    assert (fresh.stage, fresh.started_at, fresh.next_at) == ("running", after(10.5), after(20.5))
    assert fresh.assignment_id == welfare.assignment_id


def test_a_second_tap_does_no_harm(district: District, welfare: Timer) -> None:
    me = district.officer(district.cit_officer)
    for minute in (10.5, 10.6):
        timers.answer(welfare, actor=me, at=after(minute))
    assert answered() == 1
    assert running("welfare").started_at == after(10.5)


def test_an_answer_that_comes_after_the_desks_counts_too(district: District, welfare: Timer) -> None:
    timers.acknowledge(welfare, actor=district.dispatcher, words=WORDS, at=after(11))
    timers.answer(welfare, actor=district.officer(district.cit_officer), at=after(11.5))
    assert answered() == 2
    assert running("welfare").started_at == after(11.5)


def test_nobody_answers_for_another_officer_from_a_tablet(district: District, welfare: Timer) -> None:
    for stranger in (district.officer(district.other_officer), district.dispatcher):
        with pytest.raises(Forbidden):
            timers.answer(welfare, actor=stranger, at=after(10))
    assert (running("welfare"), answered()) == (welfare, 0)


def test_an_officer_who_has_left_is_told_so(district: District, welfare: Timer) -> None:
    part = welfare.assignment
    assert part is not None
    assignments.clear(part, actor=district.dispatcher, expected_version=None, at=after(5))
    with pytest.raises(Conflict, match="not on scene"):
        timers.answer(welfare, actor=district.officer(district.cit_officer), at=after(10))
    assert answered() == 0


@pytest.mark.parametrize("minutes", [(), (10,), (10, 11), (10, 11, 12)])
def test_dispatch_answers_for_the_officer_at_any_stage_and_the_words_stay(
    district: District, welfare: Timer, minutes: tuple[int, ...]
) -> None:
    for minute in minutes:
        timer_sweep.run(after(minute))
    timers.acknowledge(welfare, actor=district.dispatcher, words=f"  {WORDS} ", at=after(13))
    welfare.refresh_from_db()
    assert (welfare.words, welfare.answered_by_id) == (WORDS, district.dispatcher.id)
    assert running("welfare").started_at == after(13)
    assert WORDS not in Event.objects.get(type="timer.answered").payload


@pytest.mark.parametrize("words", ["", "   "])
def test_without_the_words_that_were_heard_dispatch_cannot_answer_for_an_officer(
    district: District, welfare: Timer, words: str
) -> None:
    with pytest.raises(BrokenRule, match="what the officer said") as refusal:
        timers.acknowledge(welfare, actor=district.dispatcher, words=words, at=after(10))
    assert set(refusal.value.fields) == {"words"}
    assert (running("welfare"), answered()) == (welfare, 0)


def test_an_officer_does_not_acknowledge_what_the_desk_must_hear(district: District, waiting: Incident) -> None:
    timer_sweep.run(after(5))
    with pytest.raises(Forbidden):
        timers.acknowledge(running("waiting"), actor=district.officer(district.cit_officer), at=after(6))
    assert running("waiting").stage == "alarm"


def test_an_alarm_of_a_waiting_call_comes_back_while_it_waits(district: District, waiting: Incident) -> None:
    timer_sweep.run(after(5))
    for who, minute in ((district.dispatcher, 6), (district.supervisor, 12)):
        timers.acknowledge(running("waiting"), actor=who, at=after(minute))
        assert running("waiting").next_at == after(minute + 5)
        timer_sweep.run(after(minute + 5))
        assert running("waiting").stage == "alarm"


def test_an_alarm_that_was_not_raised_cannot_be_put_off(district: District, waiting: Incident) -> None:
    with pytest.raises(Conflict, match="not raised"):
        timers.acknowledge(running("waiting"), actor=district.dispatcher, at=after(1))
    assert running("waiting").next_at == after(5)


def test_whoever_was_slower_hears_who_answered(district: District, welfare: Timer) -> None:
    timers.acknowledge(welfare, actor=district.dispatcher, words=WORDS, at=after(11))
    with pytest.raises(Conflict, match="Feldspar has answered"):
        timers.acknowledge(welfare, actor=district.supervisor, words=WORDS, at=after(11))
    assert timers.acknowledge(welfare, actor=district.dispatcher, words=WORDS, at=after(12)).ended_at == after(11)
    assert answered() == 1


def test_a_clock_whose_fact_has_ended_cannot_be_acknowledged(district: District, waiting: Incident) -> None:
    timer_sweep.run(after(5))
    late = running("waiting")
    assignments.send(
        waiting, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=after(6)
    )
    with pytest.raises(Conflict, match="has ended"):
        timers.acknowledge(late, actor=district.dispatcher, at=after(7))


def test_an_answer_takes_the_rule_of_the_moment(district: District, welfare: Timer) -> None:
    welfare.incident.priority = "p3"
    welfare.incident.save(update_fields=["priority"])
    timers.acknowledge(welfare, actor=district.dispatcher, words=WORDS, at=after(5))
    assert running("welfare").next_at == after(25)
