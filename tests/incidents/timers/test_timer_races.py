"""Real threads on real connections: a step is done once, and an answer and a step never both win."""

import pytest

from core.models import Event
from incidents.models import Timer
from incidents.services import assignments, timer_sweep, timers
from tests.cast import NOON, arrived, build, log_call
from tests.incidents.test_races import THREADS, race
from tests.incidents.timers.conftest import after, running

pytestmark = pytest.mark.django_db(transaction=True)
CALLS = 12


def told(event: str) -> int:
    """How often it was announced."""
    return Event.objects.filter(type=event).count()


def test_of_eight_sweeps_at_once_each_step_is_done_by_one() -> None:
    district = build("sotol")
    for _ in range(CALLS):
        log_call(district)
    race(lambda _: timer_sweep.run(after(5)))
    assert told("timer.alarmed") == CALLS
    assert timer_sweep.run(after(5)) == 0


def test_eight_sweeps_at_once_begin_one_missing_check() -> None:
    district = build("sotol")
    arrived(district, log_call(district).incident)
    Timer.objects.all().update(ended_at=NOON, next_at=None, stage="ended")
    race(lambda _: timer_sweep.run(after(1)))
    timer_sweep.run(after(1))
    assert running("welfare").next_at == after(10)


def test_of_eight_answers_one_counts_and_one_round_follows() -> None:
    district = build("sotol")
    arrived(district, log_call(district).incident)
    timer, people = running("welfare"), [district.dispatcher, district.supervisor]
    results = race(lambda n: timers.acknowledge(timer, actor=people[n % 2], words="Well.", at=after(10)))
    assert results.count("Timer") + results.count("Conflict") == THREADS
    assert told("timer.answered") == 1
    assert Timer.objects.filter(kind="welfare").count() == 2


def test_sweeps_answers_and_a_clearing_at_once_leave_no_clock_behind() -> None:
    district = build("sotol")
    part = arrived(district, log_call(district).incident)
    me, timer = district.officer(district.cit_officer), running("welfare")

    def act(number: int) -> object:
        if number == 0:
            return assignments.clear(part, actor=me, expected_version=None, at=after(10))
        return timer_sweep.run(after(10)) if number % 2 else timers.answer(timer, actor=me, at=after(10))

    race(act)
    assert told("timer.asked") <= 1
    assert told("timer.answered") <= 1
    assert not Timer.objects.filter(ended_at__isnull=True).exists()
