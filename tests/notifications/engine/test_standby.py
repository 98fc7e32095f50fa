"""The standby sends when Celery does not, and only then."""

import os
import signal

import pytest
from django.core.management import call_command
from django.db import Error, connection

from core import heartbeats
from core.models import Heartbeat
from notifications import standby
from notifications.management.commands import run_engine
from notifications.models import Delivery
from notifications.tasks import sweep
from tests.notifications.engine.told import Told, told
from tests.notifications.mailroom import owe, recipient

__all__ = ["told"]
pytestmark = pytest.mark.django_db


def past(table: str, column: str, seconds: int) -> None:
    """As if so many seconds had gone by since."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = now() - make_interval(secs => %s)", [seconds])


def test_without_any_heartbeat_it_sends(told: Told) -> None:
    owe(recipient())
    assert standby.look() == 1
    assert Delivery.objects.get().state == "accepted"
    assert Heartbeat.objects.get().name == "standby"


def test_while_celery_goes_round_it_leaves_fresh_messages_alone(told: Told) -> None:
    heartbeats.beat("celery")
    owe(recipient())
    assert (standby.look(), Delivery.objects.get().state) == (0, "pending")


def test_a_silent_celery_is_taken_over(told: Told) -> None:
    heartbeats.beat("celery")
    past("core_heartbeat", "tick_at", 6)
    owe(recipient())
    assert standby.look() == 1


def test_a_message_left_lying_is_taken_over_although_celery_goes_round(told: Told) -> None:
    owe(recipient())
    past("notifications_delivery", "due_at", 6)
    heartbeats.beat("celery")
    assert standby.late_ms() >= 6000
    assert standby.look() == 1
    assert standby.late_ms() == 0


def test_the_sweep_tells_that_it_was_round_and_how_late_it_found_things(told: Told) -> None:
    owe(recipient())
    past("notifications_delivery", "due_at", 9)
    sweep()
    found = Heartbeat.objects.get(name="celery")
    assert found.lag_ms >= 9000
    age = heartbeats.age_s("celery")
    assert age is not None
    assert age < 5
    assert heartbeats.age_s("nobody") is None


def test_a_database_that_is_away_does_not_end_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> int:
        raise Error("away")

    monkeypatch.setattr(standby, "look", away)
    monkeypatch.setattr(connection, "close", lambda: None)
    run_engine.round_once()
    assert "the standby could not look: Error" in caplog.text


def test_it_goes_round_until_it_is_told_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def third_is_the_last() -> None:
        rounds.append(1)
        if len(rounds) == 3:
            os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(standby, "EVERY_S", 0.001)
    monkeypatch.setattr(run_engine, "round_once", third_is_the_last)
    call_command("run_engine")
    assert len(rounds) == 3
    for number, handler in before.items():
        signal.signal(number, handler)
