"""The steps of a clock: in order, once each, however late and by however many."""

from datetime import timedelta
from typing import Any

import pytest

from core.models import Event
from incidents.models import Assignment, Incident, Timer
from incidents.selectors.timer_watch import lacks, strays
from incidents.services import timer_sweep
from incidents.tasks import run_timers
from tests.cast import NOON, District, arrived, begun, log_call
from tests.incidents.timers.conftest import after, running


def told() -> list[str]:
    """What has been announced of clocks, in order."""
    return list(Event.objects.filter(type__startswith="timer.").order_by("at").values_list("type", flat=True))


def test_nothing_happens_before_its_time(welfare: Timer) -> None:
    assert timer_sweep.run(after(9.9)) == 0
    assert running("welfare").stage == "running"
    assert told() == []


def test_an_officer_is_asked_then_asked_again_and_then_everybody_hears(welfare: Timer) -> None:
    for minute, stage in ((10, "asked"), (11, "asked_again"), (12, "alarm")):
        assert timer_sweep.run(after(minute)) == 1
        assert timer_sweep.run(after(minute)) == 0
        assert running("welfare").stage == stage
    done = running("welfare")
    assert (done.asked_at, done.asked_again_at, done.alarmed_at, done.next_at) == (
        after(10),
        after(11),
        after(12),
        None,
    )
    assert told() == ["timer.asked", "timer.asked_again", "timer.alarmed"]


def test_what_is_told_names_the_unit_the_kind_and_the_number_and_nothing_else(
    welfare: Timer, waiting: Incident
) -> None:
    timer_sweep.run(after(10))
    event = Event.objects.get(type="timer.asked")
    assert event.facts == {"kind": "welfare", "unit": "C-12", "number": waiting.number}
    assert (event.case_id, event.record_id) == (waiting.case_id, welfare.pk)


def test_an_alarm_stays_until_somebody_answers_and_is_raised_once(welfare: Timer) -> None:
    for minute in (10, 11, 12, 13, 60, 600):
        timer_sweep.run(after(minute))
    assert told().count("timer.alarmed") == 1 + 1  # the officer's, and after 45 minutes the missing report's
    assert running("welfare").stage == "alarm"


def test_after_ten_minutes_without_a_worker_no_step_is_skipped_and_none_is_done_twice(welfare: Timer) -> None:
    assert timer_sweep.run(after(22)) == 1
    assert running("welfare").next_at == after(23)
    assert timer_sweep.run(after(22.9)) == 0
    assert timer_sweep.run(after(23)) == 1
    assert timer_sweep.run(after(24)) == 1
    assert told() == ["timer.asked", "timer.asked_again", "timer.alarmed"]


@pytest.mark.parametrize(("nature", "minutes"), [("suicide_attempt", 1), ("suicidal_ideation", 5)])
def test_a_call_that_waits_too_long_alarms(district: District, nature: str, minutes: int) -> None:
    log_call(district, nature=nature)
    assert timer_sweep.run(after(minutes - 0.1)) == 0
    assert timer_sweep.run(after(minutes)) == 1
    assert running("waiting").stage == "alarm"
    assert Event.objects.get(type="timer.alarmed").facts["unit"] == ""


def test_a_scene_without_a_report_alarms_after_its_time(welfare: Timer) -> None:
    Timer.objects.filter(kind="welfare").update(next_at=None)
    assert timer_sweep.run(after(44)) == 0
    assert timer_sweep.run(after(45)) == 1
    assert running("report").stage == "alarm"


def test_hundreds_of_clocks_are_done_in_one_run(district: District) -> None:
    made = [log_call(district, at=NOON + timedelta(seconds=n)).incident for n in range(3 * timer_sweep.BATCH // 2)]
    assert timer_sweep.run(after(60)) == len(made)
    assert told() == ["timer.alarmed"] * len(made)


def test_a_step_and_its_event_are_one_or_neither(welfare: Timer, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr("incidents.services.timer_sweep.ledger.announce", refuse)
    with pytest.raises(ConnectionError):
        timer_sweep.run(after(10))
    assert running("welfare").stage == "running"
    monkeypatch.undo()
    assert timer_sweep.run(after(10)) == 1


def test_a_welfare_check_that_was_never_started_is_found_and_is_as_late_as_it_is(welfare: Timer) -> None:
    Timer.objects.all().update(ended_at=NOON, next_at=None, stage="ended")
    timer_sweep.run(after(4))
    assert (running("welfare").started_at, running("welfare").next_at) == (NOON, after(10))
    assert running("report").next_at == after(45)
    assert not any(lack.rows.exists() for lack in lacks())


def test_a_call_without_a_clock_gets_one_and_alarms_in_the_same_run(waiting: Incident) -> None:
    Timer.objects.all().update(ended_at=NOON, next_at=None)
    assert timer_sweep.run(after(6)) == 1
    assert running("waiting").stage == "alarm"


def test_whoever_has_begun_the_record_is_not_asked_for_a_report_again(district: District, welfare: Timer) -> None:
    begun(district, welfare.incident)
    timer_sweep.run(after(1))
    assert not Timer.objects.filter(kind="report", ended_at__isnull=True).exists()


def test_a_clock_that_watches_what_has_ended_is_ended_and_asks_nobody(welfare: Timer) -> None:
    Assignment.objects.update(status="clear", clear_at=after(1))
    assert strays().count() == 2
    assert timer_sweep.run(after(60)) == 0
    assert not Timer.objects.filter(ended_at__isnull=True).exists()
    assert told() == []


def test_two_districts_are_swept_together_and_told_apart(district: District, neighbor: District) -> None:
    for here in (district, neighbor):
        arrived(here, log_call(here).incident)
    assert timer_sweep.run(after(10)) == 2
    asked = Event.objects.filter(type="timer.asked").values_list("agency_id", flat=True)
    assert set(asked) == {district.campus.agency_id, neighbor.campus.agency_id}


def test_the_task_of_the_beat_asks_the_database_what_time_it_is(welfare: Timer) -> None:
    assert run_timers() == 2  # noon was long ago: the officer is asked, and the report is missed
    assert run_timers() == 0
