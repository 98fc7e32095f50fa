"""No check-in is lost, none is made twice, whatever is killed or emptied: time is moved by data, never waited for."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from cit_dispatch.embedded.process import until
from core.models import Event
from incidents.models import Timer
from incidents.selectors.timer_watch import lacks, strays
from incidents.services import timer_sweep
from tests.cast import District, arrived, log_call
from tests.database import admin_connection, run_as_admin
from tests.faults.system import System

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
CALLS = 30
PATIENCE_S = 40.0
STEPS = ["timer.asked", "timer.asked_again", "timer.alarmed"]
TEN_MINUTES = timedelta(minutes=10)


def told(kind: str) -> list[str]:
    """What has been announced of the clocks of a kind, in the order of the ledger."""
    rows = Event.objects.filter(type__startswith="timer.", facts__kind=kind).order_by("at")
    return list(rows.values_list("type", flat=True))


def come_due(kind: str, ago: timedelta = timedelta(0)) -> None:
    """As if the time of the next step had come, so long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE incidents_timer SET next_at = now() - %s WHERE kind = %s AND next_at IS NOT NULL", [ago, kind]
        )


@pytest.fixture
def calls(district: District) -> int:
    """Calls that have waited for months: each owes one alarm."""
    for _ in range(CALLS):
        log_call(district)
    return CALLS


@pytest.fixture
def watched(district: District) -> Timer:
    """An officer who has just come on scene."""
    arrived(district, log_call(district).incident)
    Timer.objects.filter(kind="report").update(next_at=None)
    Timer.objects.update(next_at=timezone.now() + TEN_MINUTES)
    return Timer.objects.get(kind="welfare", ended_at__isnull=True)


@pytest.fixture
def exactly(system: System) -> Callable[[str, list[str]], None]:
    """Wait until so much was announced; then whoever looks again finds nothing to do, and nothing is amiss."""

    def check(kind: str, events: list[str]) -> None:
        assert until(lambda: len(told(kind)) >= len(events), PATIENCE_S), f"{told(kind)}\n{system.said()}"
        timer_sweep.run()
        assert told(kind) == events
        each = Counter(Event.objects.filter(type__startswith="timer.").values_list("record_id", "type"))
        assert set(each.values()) <= {1}
        assert not any(lack.rows.exists() for lack in lacks())
        assert not strays().exists()

    return check


@contextmanager
def ledger_held() -> Iterator[None]:
    """Nobody can write into the ledger meanwhile."""
    holder = admin_connection()
    holder.autocommit = False
    with holder.cursor() as cursor:
        cursor.execute("LOCK TABLE core_event IN SHARE MODE")
    try:
        yield
    finally:
        holder.rollback()
        holder.close()


def stuck() -> bool:
    """Whether a sweep stands in the middle of its transaction."""
    return bool(
        run_as_admin(
            "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'core_event'::regclass AND database = "
            "(SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    )


def test_two_beats_and_two_workers_raise_each_alarm_once(
    system: System, calls: int, exactly: Callable[[str, list[str]], None]
) -> None:
    for name in ("worker", "worker-2", "beat", "beat-2"):
        system.start(name)
    exactly("waiting", ["timer.alarmed"] * calls)


def test_a_worker_killed_in_the_middle_of_a_step_leaves_nothing_half_done(
    system: System, calls: int, exactly: Callable[[str, list[str]], None]
) -> None:
    with ledger_held():
        system.start("worker")
        system.start("beat")
        assert until(stuck, PATIENCE_S), system.said()
        system.kill("worker")
        assert Timer.objects.filter(stage="running").count() == calls
    system.start("worker")
    exactly("waiting", ["timer.alarmed"] * calls)


def test_after_ten_minutes_without_a_beat_every_step_is_made_in_its_order(
    system: System, watched: Timer, exactly: Callable[[str, list[str]], None]
) -> None:
    system.start("worker")
    system.start("beat")
    come_due("welfare")
    exactly("welfare", STEPS[:1])
    system.kill("beat")
    come_due("welfare", ago=TEN_MINUTES)
    assert told("welfare") == STEPS[:1]
    system.start("beat")
    assert until(lambda: told("welfare") == STEPS[:2], PATIENCE_S), system.said()
    come_due("welfare", ago=TEN_MINUTES)
    exactly("welfare", STEPS)


def test_checks_that_were_queued_when_redis_was_emptied_are_made(
    system: System, calls: int, exactly: Callable[[str, list[str]], None]
) -> None:
    system.start("beat")
    assert until(lambda: system.queued("jobs") > 0, PATIENCE_S), system.said()
    with system.redis() as broker:
        broker.flushall()
    assert told("waiting") == []
    system.start("worker")
    exactly("waiting", ["timer.alarmed"] * calls)


def test_a_redis_emptied_between_two_steps_loses_no_step(
    system: System, watched: Timer, exactly: Callable[[str, list[str]], None]
) -> None:
    system.start("worker")
    system.start("beat")
    for done in range(1, len(STEPS) + 1):
        with system.redis() as broker:
            broker.flushall()
        come_due("welfare")
        assert until(lambda done=done: told("welfare") == STEPS[:done], PATIENCE_S), system.said()
    exactly("welfare", STEPS)
