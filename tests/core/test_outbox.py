"""Every effect is paid, late perhaps, but by one relay and beside every other effect."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from core import outbox
from core.models import Attempt, Event, Outbox
from core.tasks import relay_jobs
from tests.core.effects import Subscribe, fall, ignore, make_due, owed, subscribe

__all__ = ["subscribe"]
pytestmark = pytest.mark.django_db


def refuse(event: Event) -> None:
    """A consumer that writes something and then cannot go on."""
    Attempt.objects.create(kind="half", key=str(event.pk), tries=1, since=event.at)
    raise LookupError("the planted words of a person")


def database_clock() -> datetime:
    """The instant that the relay reckons with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        found: datetime = cursor.fetchone()[0]
    return found


def test_an_effect_is_owed_with_its_event_and_paid_once(subscribe: Subscribe) -> None:
    heard: list[Event] = []
    subscribe("tests.hear", heard.append)
    pebble = fall(weight=3)
    assert (owed(), heard) == (1, [])
    assert (outbox.relay("jobs"), outbox.relay("jobs")) == (1, 0)
    assert [(event.record_id, event.facts) for event in heard] == [(pebble.pk, {"weight": 3})]


def test_an_event_that_is_rolled_back_owes_nothing(subscribe: Subscribe) -> None:
    subscribe("tests.hear", ignore)
    with transaction.atomic():
        fall()
        transaction.set_rollback(True)
    assert (owed(), Event.objects.count()) == (0, 0)


def test_an_event_that_nobody_hears_owes_nothing(subscribe: Subscribe) -> None:
    fall()
    assert (owed(), Event.objects.count()) == (0, 1)


def test_each_consumer_of_an_event_is_owed_its_own_effect(subscribe: Subscribe) -> None:
    first: list[Event] = []
    second: list[Event] = []
    subscribe("tests.first", first.append)
    subscribe("tests.second", second.append)
    fall()
    assert outbox.relay("jobs") == 2
    assert len(first) == len(second) == 1


def test_the_database_refuses_to_owe_one_consumer_the_same_effect_twice(subscribe: Subscribe) -> None:
    subscribe("tests.hear", ignore)
    fall()
    row = Outbox.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Outbox.objects.create(event=row.event, agency_id=row.agency_id, consumer="tests.hear", lane="paging")
    assert Outbox.objects.count() == 1


def test_a_poisoned_row_stops_no_other(subscribe: Subscribe) -> None:
    heard: list[Event] = []
    subscribe("tests.poisoned", refuse)
    subscribe("tests.sound", heard.append)
    fall()
    fall()
    assert outbox.relay("jobs") == 4
    assert len(heard) == 2
    assert set(Outbox.objects.filter(done_at=None).values_list("consumer", flat=True)) == {"tests.poisoned"}


def test_a_handler_that_raises_leaves_nothing_of_what_it_wrote(subscribe: Subscribe) -> None:
    subscribe("tests.half", refuse)
    fall()
    outbox.relay("jobs")
    assert not Attempt.objects.exists()
    row = Outbox.objects.get()
    assert (row.attempts, row.done_at, row.last_error) == (1, None, "LookupError")


def test_a_database_error_in_a_handler_stops_no_other_either(subscribe: Subscribe) -> None:
    def twice(event: Event) -> None:
        for _ in range(2):
            Attempt.objects.create(kind="one", key="only", tries=1, since=event.at)

    heard: list[Event] = []
    subscribe("tests.clash", twice)
    subscribe("tests.sound", heard.append)
    fall()
    outbox.relay("jobs")
    assert (len(heard), Outbox.objects.get(done_at=None).last_error) == (1, "IntegrityError")


def test_a_row_of_a_consumer_that_no_longer_exists_waits_and_stops_no_other(subscribe: Subscribe) -> None:
    heard: list[Event] = []
    subscribe("tests.sound", heard.append)
    fall()
    event = Event.objects.get()
    Outbox.objects.create(event=event, agency_id=event.agency_id, consumer="tests.gone", lane="jobs")
    outbox.relay("jobs")
    assert (len(heard), Outbox.objects.get(done_at=None).last_error) == (1, "KeyError")


def test_each_failure_rests_longer_until_the_last_step_repeats(subscribe: Subscribe) -> None:
    subscribe("tests.poisoned", refuse)
    fall()
    for seconds in (5, 15, 45, 120, 120, 120):
        make_due()
        before = database_clock()
        outbox.relay("jobs")
        rest = timedelta(seconds=seconds)
        assert before + rest <= Outbox.objects.get().due_at <= database_clock() + rest


def test_a_row_that_rests_is_left_alone_and_paid_when_its_cause_is_gone(subscribe: Subscribe) -> None:
    cause = [refuse]
    subscribe("tests.moody", lambda event: [stands(event) for stands in cause])
    fall()
    outbox.relay("jobs")
    assert outbox.relay("jobs") == 0
    cause.clear()
    make_due()
    assert outbox.relay("jobs") == 1
    assert (owed(), Outbox.objects.get().attempts) == (0, 1)


def test_the_fifth_failure_is_an_alarm_and_no_log_line_holds_what_was_said(
    subscribe: Subscribe, caplog: pytest.LogCaptureFixture
) -> None:
    subscribe("tests.poisoned", refuse)
    fall()
    for _ in range(6):
        make_due()
        outbox.relay("jobs")
    levels = [record.levelno for record in caplog.records if record.name == "core.outbox"]
    assert levels == [logging.WARNING] * 4 + [logging.ERROR] * 2
    assert "planted" not in caplog.text
    assert "planted" not in Outbox.objects.get().last_error


def test_a_lane_is_paid_by_its_own_relay_only(subscribe: Subscribe) -> None:
    subscribe("tests.slow", ignore, "jobs")
    subscribe("tests.quick", ignore, "paging")
    fall()
    assert outbox.relay("paging") == 1
    assert Outbox.objects.get(done_at=None).consumer == "tests.slow"
    assert relay_jobs() == 1
    assert owed() == 0


@pytest.mark.parametrize(("limit", "handled"), [(1, 1), (outbox.BATCH, 20), (outbox.BATCH + 1, 21), (200, 25)])
def test_a_relay_pays_no_more_than_its_limit(subscribe: Subscribe, limit: int, handled: int) -> None:
    subscribe("tests.hear", ignore)
    for _ in range(25):
        fall()
    assert outbox.relay("jobs", limit=limit) == handled
    assert owed() == 25 - handled


def test_what_is_due_longest_is_paid_first(subscribe: Subscribe) -> None:
    heard: list[object] = []
    subscribe("tests.hear", lambda event: heard.append(event.facts["weight"]))
    for weight in (1, 2, 3):
        fall(weight=weight)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_outbox SET due_at = now() - id * interval '1 minute'")
    outbox.relay("jobs")
    assert heard == [3, 2, 1]


@pytest.mark.django_db(transaction=True)
def test_two_relays_at_once_pay_each_effect_once(subscribe: Subscribe) -> None:
    heard: list[Event] = []

    def second(event: Event) -> None:
        # Called while the first relay holds its rows: another one must find them taken, and not wait for them.
        heard.append(event)
        with ThreadPoolExecutor() as pool:
            others.append(pool.submit(_relay_elsewhere).result(timeout=20))

    others: list[int] = []
    subscribe("tests.hear", second)
    for _ in range(3):
        fall()
    assert outbox.relay("jobs") == 3
    assert (len(heard), others, owed()) == (3, [0, 0, 0], 0)


@pytest.mark.django_db(transaction=True)
def test_rows_beyond_the_first_relays_batch_are_left_to_the_second(subscribe: Subscribe) -> None:
    taken: list[int] = []

    def hear(event: Event) -> None:
        if not taken:
            taken.append(0)
            with ThreadPoolExecutor() as pool:
                taken[0] = pool.submit(_relay_elsewhere).result(timeout=20)

    subscribe("tests.hear", hear)
    for _ in range(outbox.BATCH + 4):
        fall()
    assert outbox.relay("jobs") == outbox.BATCH
    assert (taken, owed()) == ([4], 0)


def _relay_elsewhere() -> int:
    try:
        return outbox.relay("jobs")
    finally:
        connection.close()
