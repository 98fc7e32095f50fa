"""Fifty desks and three hundred tablets on one web process: how late the last one hears, and what that costs."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.db.models import F

from incidents.models import Assignment
from incidents.services import assignments
from officers.models import Officer, User
from officers.roles import Role
from officers.selectors import actor_of
from outcomes.bench import fill, scratch
from outcomes.bench.screens import Crowd, Screen

BOARD, TABLET = "/board/", "/tablet/"
ALL = "unit"


class Web:
    """The web process, as the Procfile starts it."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        url = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
        server = ["cit_dispatch.asgi:application", "--host", "127.0.0.1", "--port", str(self.port)]
        quiet = ["--no-access-log", "--log-level", "warning"]
        command = [sys.executable, "-m", "uvicorn", *server, *quiet]
        self.process = subprocess.Popen(command, cwd=settings.BASE_DIR, env={**os.environ, "DATABASE_URL": url})

    def is_up(self) -> bool:
        """Whether it answers."""
        asked = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            asked.request("GET", "/healthz/ready")
            return asked.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            asked.close()

    def cpu_s(self) -> float:
        """Processor time it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_kib(self) -> int:
        """What it holds in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])


@contextmanager
def web() -> Iterator[Web]:
    """Started, up, and ended afterwards."""
    found = Web()
    try:
        limit = time.monotonic() + 30
        while not found.is_up():
            if time.monotonic() > limit:
                raise TimeoutError("the web process did not start")
            time.sleep(0.1)
        yield found
    finally:
        found.process.terminate()
        found.process.wait(20)


def crowd(town: fill.Town, port: int, desks: int) -> Crowd:
    """So many dispatchers, and every officer of the town."""
    people = [fill.person(town.campus.agency, f"desk{n}@live.example.org", Role.DISPATCHER) for n in range(desks)]
    screens = [Screen(session(user), BOARD) for user in people]
    screens += [Screen(session(officer.user), TABLET) for officer in town.officers]
    return Crowd(port, screens)


def session(user: User) -> str:
    """A log-in as allauth would leave it."""
    kept = SessionStore()
    kept[SESSION_KEY], kept[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    kept[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    kept.create()
    return str(kept.session_key)


def status_change(town: fill.Town) -> Callable[[], float]:
    """One step of one unit after another: en route, on scene. Answers the moment at which the commit began."""
    parts = Assignment.objects.filter(agency_id=town.campus.agency_id, status="dispatched").select_related("officer")
    steps = [(move, part) for part in parts for move in (assignments.start, assignments.arrive)]
    following = iter(steps)

    def change() -> float:
        move, part = next(following)
        with transaction.atomic():
            move(part, actor=actor_of(part.officer.user), expected_version=None)
            return time.monotonic()

    return change


def for_everyone(town: fill.Town) -> Callable[[], float]:
    """All units at once: every tablet hears of its own, every desk of all. Answers when the commit began."""
    units = Officer.objects.filter(agency_id=town.campus.agency_id)

    def change() -> float:
        with transaction.atomic():
            units.update(duty=F("duty"))
            return time.monotonic()

    return change


def connections() -> int:
    """How many connections the web process holds in PostgreSQL, ours left out."""
    found = scratch.as_admin(
        _name(),
        "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() "
        "AND datname = current_database()",
    )
    return int(found[0][0]) - 1


def _name() -> str:
    return str(connection.settings_dict["NAME"])
