"""What was promised arrives, once, whatever is killed, emptied or unreachable on the way."""

import json
import signal
from collections.abc import Callable

import pytest
from django.db import connection

from cit_dispatch.embedded.process import until
from cit_dispatch.mail_catcher import MailCatcher, Mode
from notifications.models import Delivery
from tests.faults.conftest import Send
from tests.faults.system import System

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
Arrive = Callable[[int], None]
# Waiting for an unreachable broker would take its connection time-out of 2 s at least.
NOT_NOTICEABLE_S = 1.5


def end_leases() -> None:
    """As if the lease of a dead sender had run out."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE notifications_delivery SET due_at = now() WHERE state = 'sending'")


def test_the_hint_of_a_web_process_reaches_the_broker(system: System, send: Send) -> None:
    send()
    assert until(lambda: system.queued() == 1, 5.0), system.said()
    with system.redis() as broker:
        message = json.loads(broker.lrange("paging", 0, 0)[0])
    assert message["headers"]["task"] == "notifications.wake"


def test_a_worker_killed_between_commit_and_send_loses_no_mail(
    system: System, mail: MailCatcher, send: Send, arrive: Arrive
) -> None:
    mail.mode = Mode.STALL_AT_START
    system.start("worker")
    system.start("beat")
    send()
    assert until(lambda: Delivery.objects.filter(state="sending").exists(), 20.0), system.said()
    system.kill("worker")
    assert mail.messages == []
    mail.mode = Mode.ACCEPT
    end_leases()
    system.start("worker")
    arrive(1)


def test_work_that_was_queued_when_redis_was_emptied_arrives(system: System, send: Send, arrive: Arrive) -> None:
    system.start("beat")
    for _ in range(3):
        send()
    assert until(lambda: system.queued() > 0, 5.0), system.said()
    with system.redis() as broker:
        broker.flushall()
    system.start("worker")
    arrive(3)


def test_a_redis_emptied_under_a_running_worker_stops_nothing(system: System, send: Send, arrive: Arrive) -> None:
    system.start("worker")
    system.start("beat")
    send()
    arrive(1)
    with system.redis() as broker:
        broker.flushall()
    send()
    arrive(2)


@pytest.mark.parametrize("fault", ["killed", "frozen"])
def test_without_redis_a_request_is_as_fast_and_its_mail_arrives_later(
    fault: str, system: System, send: Send, arrive: Arrive
) -> None:
    system.start("worker")
    system.start("beat")
    send()
    arrive(1)
    if fault == "killed":
        system.kill("redis")
    else:
        system.processes["redis"].signal(signal.SIGSTOP)
    assert max(send(), send()) < NOT_NOTICEABLE_S
    assert until(lambda: "hint not published" in system.processes["web"].said(), 12.0), system.said()
    if fault == "killed":
        system.start_redis()
    else:
        system.processes["redis"].signal(signal.SIGCONT)
    arrive(3)
