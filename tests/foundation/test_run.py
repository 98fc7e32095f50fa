"""`make run` from a copy of this checkout: it comes up, says where it is, and leaves nothing behind."""

import http.client
import os
import re
import shutil
import signal
import smtplib
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cit_dispatch import ports
from cit_dispatch.embedded import place
from cit_dispatch.embedded.process import until
from tests.foundation.test_embedded import URLS

ROOT = Path(__file__).resolve().parents[2]
# Patience, not a measure: a machine with other work takes minutes over a first start.
PATIENCE_S = 600.0
LINUX = Path("/proc/self/cwd").exists()
# What is tried here is the runner; the real demonstration has its own tests, and takes longer.
DEMO = """from django.core.management.base import BaseCommand
class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--logins", action="store_true")
        parser.add_argument("--calls", action="store_true")
    def handle(self, *args, **options):
        self.stdout.write("  dispatcher  someone@example.org" if options["logins"] else "loaded")
"""


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _get(port, path):
    web = http.client.HTTPConnection("localhost", int(port), timeout=5)
    web.request("GET", path)
    answer = web.getresponse()
    found = answer.status, answer.read()
    web.close()
    return found


class Runner:
    """The copy, and the one run of it."""

    def __init__(self, base):
        self.base, self.log, self.process = base, base.parent / "run.log", None
        self.ports = {name: str(_free_port()) for name in ports.DEFAULTS}

    def start(self, **variables):
        environment = {name: value for name, value in os.environ.items() if name not in URLS}
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "cit_dispatch.run"],
                cwd=self.base,
                env=environment | self.ports | variables,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        return self

    def said(self):
        return self.log.read_text()

    def up(self):
        assert until(lambda: "Stop with Ctrl-C" in self.said() or self.process.poll() is not None, PATIENCE_S)
        assert self.process.poll() is None, self.said()
        return self

    def end(self, number):
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)

    def left(self):
        """Every process that works in the copy or in its data; they are named by their command line."""
        folders = (str(self.base), str(place("run", self.base).data))
        found = []
        for link in Path("/proc").glob("[0-9]*/cwd"):
            try:
                inside = os.readlink(link).startswith(folders)
                command = (link.parent / "cmdline").read_bytes()
            except OSError:
                continue
            if inside and command:
                found.append(command.replace(b"\0", b" ").decode())
        return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    base = tmp_path_factory.mktemp("run") / "a checkout"
    base.mkdir()
    for name in ("cit_dispatch", "core", "officers", "incidents", "referrals", "notifications", "outcomes"):
        shutil.copytree(ROOT / name, base / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "static", "locale"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, base / name)
    for name in ("manage.py", "Procfile"):
        shutil.copy(ROOT / name, base / name)
    (base / "core/management/commands/demo.py").write_text(DEMO)
    yield base
    subprocess.run([sys.executable, "-m", "cit_dispatch.embedded", "clean"], cwd=base, check=True)


@pytest.fixture
def runner(copy):
    runner = Runner(copy)
    yield runner
    if runner.process and runner.process.poll() is None:
        runner.end(signal.SIGTERM)


pytestmark = pytest.mark.faults


def test_it_says_where_it_is_serves_takes_mail_and_ctrl_c_leaves_nothing(runner):
    runner.start().up()
    web = f"http://localhost:{runner.ports['PORT']}"
    assert f"Open      {web}\n" in runner.said()
    assert "dispatcher  someone@example.org" in runner.said()
    assert _get(runner.ports["PORT"], "/healthz/ready")[0] == 200
    with smtplib.SMTP("127.0.0.1", int(runner.ports["MAIL_PORT"]), timeout=5) as client:
        client.sendmail("a@example.org", ["b@example.org"], "Subject: Caught by the run\n\nText\n")
    assert b"Caught by the run" in _get(runner.ports["MAIL_PAGE_PORT"], "/")[1]

    second = Runner(runner.base)
    second.log = second.log.with_name("second.log")
    assert second.start().process.wait(PATIENCE_S) == 1
    assert f"already running at {web}." in second.said()

    assert runner.end(signal.SIGINT) == 0
    assert runner.left() == []
    assert not place("run", runner.base).sockets.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_stop_leaves_nothing(runner, number):
    runner.start().up()
    assert runner.end(number) == 0
    assert runner.left() == []


def test_being_told_to_stop_while_starting_leaves_nothing(runner):
    runner.start()
    assert until(lambda: "Preparing the database" in runner.said(), PATIENCE_S)
    assert runner.end(signal.SIGINT) == 130
    assert runner.left() == []


@pytest.mark.skipif(not LINUX, reason="only Linux tells a process that its parent has died")
def test_a_killed_run_takes_its_processes_along_and_the_next_run_recovers(runner):
    runner.start().up()
    runner.end(signal.SIGKILL)
    servers = re.compile(r"postgres|redis-server")
    assert until(lambda: all(servers.search(command) for command in runner.left()), PATIENCE_S), runner.left()
    runner.start().up()
    assert runner.end(signal.SIGINT) == 0
    assert runner.left() == []


@pytest.mark.parametrize(("server", "file"), [("PostgreSQL", "postgres/postmaster.pid"), ("Redis", "redis.pid")])
def test_a_server_that_dies_while_it_runs_is_started_again(runner, server, file):
    runner.start().up()
    data = place("run", runner.base).data
    os.kill(int((data / file).read_text().split()[0]), signal.SIGKILL)
    assert until(lambda: f"{server} had stopped and was started again." in runner.said(), PATIENCE_S), runner.said()
    assert until(
        lambda: _get(runner.ports["PORT"], "/healthz/ready") == (200, b'{"ready": true, "degraded": false}'), PATIENCE_S
    )
    assert runner.end(signal.SIGINT) == 0
    assert runner.left() == []


def test_a_port_that_is_taken_is_named_with_a_way_out(runner):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        runner.start(PORT=str(port))
        assert runner.process.wait(PATIENCE_S) == 1
    assert f"Port {port} cannot be used" in runner.said()
    assert f"PORT={port + 1} make run" in runner.said()
    assert runner.left() == []


def test_a_port_that_is_no_number_is_refused_plainly(runner):
    assert runner.start(PORT="http").process.wait(PATIENCE_S) == 1
    assert "PORT is 'http' and must be a port number, such as 8000." in runner.said()


@pytest.mark.parametrize(
    ("address", "words"),
    [("garbage", "DATABASE_URL must be a whole address"), ("postgres://x@localhost:1/x", "does not answer: ")],
)
def test_a_database_that_cannot_be_used_is_said_in_one_line(runner, address, words):
    assert runner.start(DATABASE_URL=address, REDIS_URL="redis://localhost:1/0").process.wait(PATIENCE_S) == 1
    assert words in runner.said()
    assert runner.said().count("\n") == 1


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / ".local").write_text("in the way")
    command = [sys.executable, str(tmp_path / "scripts" / "bootstrap.py"), "runtime"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path / '.local'} cannot be written: ")
    assert "Traceback" not in done.stderr


def test_a_mail_port_that_nobody_asked_for_gives_way(monkeypatch):
    for name in ports.DEFAULTS:
        monkeypatch.setenv(name, "")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(ports, "DEFAULTS", {"PORT": _free_port(), "MAIL_PORT": port})
        ports.choose()
        assert os.environ["MAIL_PORT"] != str(port)
        monkeypatch.setenv("MAIL_PORT", str(port))
        with pytest.raises(SystemExit, match=f"MAIL_PORT={port + 1} make run"):
            ports.choose()
