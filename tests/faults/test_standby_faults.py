"""The standby needs PostgreSQL and nothing else: mail arrives without Redis, without workers and without beat."""

import pytest

from cit_dispatch.embedded.process import until
from cit_dispatch.mail_catcher import MailCatcher, Mode
from core.models import Heartbeat
from notifications.models import Delivery
from tests.faults.conftest import Send
from tests.faults.system import System
from tests.faults.test_faults import Arrive, end_leases

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


def test_mail_arrives_although_redis_and_every_celery_process_are_gone(
    system: System, send: Send, arrive: Arrive
) -> None:
    system.kill("redis")
    system.start("engine")
    for _ in range(3):
        send()
    arrive(3)


def test_a_message_in_a_killed_workers_hands_is_sent_by_the_standby(
    system: System, mail: MailCatcher, send: Send, arrive: Arrive
) -> None:
    mail.mode = Mode.STALL_AT_START
    system.start("worker")
    system.start("beat")
    send()
    assert until(lambda: Delivery.objects.filter(state="sending").exists(), 60.0), system.said()
    system.kill("beat")
    system.kill("worker")
    mail.mode = Mode.ACCEPT
    end_leases()
    system.start("engine")
    arrive(1)


def test_two_standbys_and_a_worker_send_each_message_once(system: System, send: Send, arrive: Arrive) -> None:
    for name in ("engine", "engine-2", "worker", "beat"):
        system.start(name)
    for _ in range(5):
        send()
    arrive(5)
    assert until(lambda: set(Heartbeat.objects.values_list("name", flat=True)) == {"celery", "standby"}, 60.0)
