"""A hint may be lost, and costs a request nothing: not a wait, not an error, not a second one."""

import os
import subprocess
import sys
from contextlib import suppress
from threading import Event, Thread

import pytest
from django.conf import settings
from django.db import transaction

from core import hints
from tests.core.effects import Subscribe, fall, ignore, subscribe

__all__ = ["subscribe"]
WITHOUT_BROKER = """
import logging, threading, time
import django; django.setup()
from core import hints
seen = []
class Keep(logging.Handler):
    def emit(self, record): seen.append(record.getMessage())
hints.log.addHandler(Keep())
before = time.monotonic()
for _ in range(1000): hints._want()
waited = time.monotonic() - before
deadline = before + 30
while not seen and time.monotonic() < deadline: threading.Event().wait(0.02)
names = [one.name for one in threading.enumerate()]
print(waited < 1, names.count("hints"), seen[:1])
"""


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a hint was asked for; nothing is published."""
    asked: list[int] = []
    monkeypatch.setattr(hints, "_want", lambda: asked.append(1))
    return asked


@pytest.mark.django_db(transaction=True)
def test_a_hint_comes_after_the_commit_and_not_before(subscribe: Subscribe, wanted: list[int]) -> None:
    subscribe("tests.hear", ignore)
    with transaction.atomic():
        fall()
        assert wanted == []
    assert wanted == [1]


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_gives_no_hint(subscribe: Subscribe, wanted: list[int]) -> None:
    subscribe("tests.hear", ignore)
    with transaction.atomic():
        fall()
        transaction.set_rollback(True)
    assert wanted == []


@pytest.mark.django_db(transaction=True)
def test_an_event_that_nobody_hears_gives_no_hint(subscribe: Subscribe, wanted: list[int]) -> None:
    fall()
    assert wanted == []


class Enough(Exception):
    """The test has seen what it waited for."""


def publish() -> None:
    """What the thread of hints does, until the test has seen enough."""
    with suppress(Enough):
        hints._publish_forever()


def test_a_burst_of_wishes_is_one_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    first, go_on = Event(), Event()

    class Broker:
        """Takes a hint and holds its sender, as a slow network would."""

        def send_task(self, name: str, **options: object) -> None:
            sent.append(name)
            first.set()
            go_on.wait(20)
            if len(sent) == 2:
                raise Enough

    monkeypatch.setattr(hints, "current_app", Broker())
    monkeypatch.setattr(hints, "_wanted", Event())
    monkeypatch.setattr(hints, "_started_in", os.getpid())
    publisher = Thread(target=publish, daemon=True)
    publisher.start()
    hints._want()
    assert first.wait(20)
    for _ in range(100):
        hints._want()
    go_on.set()
    publisher.join(20)
    assert sent == [hints.WAKE_TASK] * 2


def test_without_a_broker_nobody_waits_one_thread_tries_and_the_process_can_end() -> None:
    nobody = {"REDIS_URL": "redis://127.0.0.1:1/0", "DJANGO_SETTINGS_MODULE": "cit_dispatch.settings"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_BROKER],
        env={**os.environ, **nobody},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "True 1 ['hint not published: OperationalError']", done.stderr
