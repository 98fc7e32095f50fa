"""The cast, a web process of its own, and screens that listen to it."""

import contextlib
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from cit_dispatch.embedded.process import until
from officers.models import User
from tests.cast import district, neighbor
from tests.database import run_as_admin
from tests.faults.conftest import ask
from tests.faults.system import System

__all__ = ["district", "neighbor"]


def cookie(person: UUID | None) -> str:
    """A fresh log-in of this person, as the browser would send it."""
    client = Client()
    client.force_login(User.objects.get(pk=person))
    return str(client.cookies["sessionid"].value)


# Beats come every five seconds; the machine may be busy.
PATIENCE = 4


class Screen:
    """One open stream: reads frames until what is awaited has come."""

    def __init__(self, port: int, person: UUID | None, session: str, last: str = "", **headers: str) -> None:
        self.person = person
        self.web = HTTPConnection("127.0.0.1", port, timeout=8)
        given = {"Cookie": f"sessionid={session}", **({"Last-Event-ID": last} if last else {}), **headers}
        self.web.request("GET", "/live/", headers=given)
        self.answer = self.web.getresponse()
        self.status, self.last, self.heard = self.answer.status, last, list[str]()

    def frame(self) -> dict[str, str] | None:
        """The next frame; None at the end of the stream."""
        found: dict[str, str] = {}
        while line := self.answer.readline().decode().strip():
            name, _, value = line.partition(": ")
            found[name] = value
        self.last = found.get("id", self.last)
        return found or None

    def started(self) -> "Screen":
        """Past the first beat: from here on everything is heard."""
        assert self.status == 200
        first = self.frame()
        assert first is not None
        if first["event"] == "changed":
            self.heard += first["data"].split()
        return self

    def until_heard(self, topic: str) -> list[str]:
        """Everything rung, in order, up to this topic; some beats may come first, but not many."""
        beats = 0
        while topic not in self.heard:
            frame = self.frame()
            assert frame is not None, f"ended after {self.heard}"
            if frame["event"] == "changed":
                self.heard += frame["data"].split()
            else:
                beats += 1
            assert beats <= PATIENCE, f"{topic} was not rung after {self.heard}"
        return self.heard

    def until_end(self) -> list[str]:
        """Everything rung until the server ends the stream."""
        while (frame := self.frame()) is not None:
            if frame["event"] == "changed":
                self.heard += frame["data"].split()
        return self.heard

    def is_quiet(self) -> bool:
        """Whether nothing was rung before a last ring of our own, since rings come in the order of commits."""
        run_as_admin("SELECT core_ring('person:' || %s, 'fence')", [str(self.person)])
        return self.until_heard("fence") == ["fence"]

    def close(self) -> None:
        """The screen goes."""
        with contextlib.suppress(OSError):
            if self.web.sock is not None:
                self.web.sock.shutdown(socket.SHUT_RDWR)
        self.answer.close()
        self.web.close()


@pytest.fixture(scope="module")
def _process(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    sockets = Path(tempfile.mkdtemp(prefix="cit-live-", dir="/tmp"))
    found = System(tmp_path_factory.mktemp("live"), sockets, 1)
    try:
        yield found
    finally:
        found.end()
        shutil.rmtree(sockets)


@pytest.fixture
def web(transactional_db: None, _process: System) -> System:
    """The web process alone, on the test's database; started again after a test that ended it."""
    running = _process.processes.get("web")
    if running is None or running.child.poll() is not None:
        start(_process)
    return _process


def start(web: System) -> None:
    """Start the web process and wait until it answers."""
    web.start("web")
    assert until(lambda: ask(web, "GET", "/healthz/live") == 200, 20.0), web.said()


@pytest.fixture
def listen(web: System) -> Iterator[Callable[..., Screen]]:
    """Open the stream of a person."""
    opened: list[Screen] = []

    def one(person: UUID | None, last: str = "", session: str = "", **headers: Any) -> Screen:
        opened.append(Screen(web.port, person, session or cookie(person), last, **headers))
        return opened[-1]

    yield one
    for screen in opened:
        screen.close()
