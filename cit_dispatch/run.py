"""`make run`: the whole demonstration under one supervisor, from an empty checkout to a working address."""

import fcntl
import http.client
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, NoReturn

import psycopg2
from django.core.exceptions import ImproperlyConfigured
from honcho.environ import parse_procfile

from cit_dispatch import embedded, env, ports
from cit_dispatch.supervised import Supervisor, Terminal

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL = BASE_DIR / ".local"
MANAGE = [sys.executable, str(BASE_DIR / "manage.py")]
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
READY_LIMIT_S = 90.0
LOOK_S = 1.0


def main() -> int:
    """Start everything, wait, stop everything."""
    for number in STOPS:
        signal.signal(number, _leave)
    os.chdir(BASE_DIR)
    with _only_one() as said:
        ports.choose()
        _environment()
        said(os.environ["PUBLIC_URL"])
        with embedded.services() as ours:
            _answering()
            Terminal().write("Preparing the database ...\n")
            _manage("migrate", "--verbosity", "0")
            _manage("demo", "--calls")
            return _supervise(ours)


def _leave(number: int, _frame: object) -> NoReturn:
    for again in STOPS:
        signal.signal(again, signal.SIG_IGN)
    sys.exit(128 + number)


def _environment() -> None:
    os.environ.setdefault("CIT_DEMO", "1")
    os.environ.setdefault("PUBLIC_URL", f"http://localhost:{os.environ['PORT']}")
    os.environ.setdefault("EMAIL_URL", f"smtp://127.0.0.1:{os.environ['MAIL_PORT']}")
    # Warnings are for developers, and would stand between the address and the reader.
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    os.environ["BEAT_SCHEDULE"] = str(LOCAL / "beat-schedule")
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


@contextmanager
def _only_one() -> Iterator[Callable[[str], None]]:
    """A second run says where the first one is."""
    with _lock_file() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            where = lock.read().strip() or "an address that it will soon print"
            sys.exit(f"CIT Dispatch is already running at {where}. Stop that run with Ctrl-C first.")

        def say(address: str) -> None:
            lock.truncate(0)
            lock.write(address)
            lock.flush()

        say("")
        yield say


def _answering() -> None:
    """A wrong or silent database is said in a line, before anything tries to use it."""
    try:
        given = env.address("DATABASE_URL", env.DATABASE, in_development="postgres://cit_app@localhost/cit")
        psycopg2.connect(given, connect_timeout=5).close()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except psycopg2.Error as error:
        sys.exit(f"The database of DATABASE_URL does not answer: {str(error).strip().splitlines()[0]}")


def _lock_file() -> IO[str]:
    try:
        LOCAL.mkdir(exist_ok=True)
        return (LOCAL / "run.lock").open("a+")
    except OSError as error:
        sys.exit(f"{error.filename} cannot be written: {error.strerror}. Run as the owner of this folder.")


def _manage(*arguments: str) -> None:
    child = None
    try:
        # An order to stop that came in the middle of a start would leave a child that nobody knows.
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
        child = subprocess.Popen([*MANAGE, *arguments], preexec_fn=_listen)
        _listen()
        status = child.wait()
    finally:
        if child is not None and child.poll() is None:
            child.kill()
            child.wait()
    if status:
        sys.exit(f"`manage.py {' '.join(arguments)}` failed; the reason is above.")


def _listen() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def _supervise(ours: bool) -> int:
    # The children are tied to the process that forks them, so they must be forks of this one.
    multiprocessing.set_start_method("fork", force=True)
    supervisor = Supervisor()
    for name, command in parse_procfile((BASE_DIR / "Procfile").read_text()).processes.items():
        supervisor.add_process(name, f"exec {command}", env=os.environ.copy(), cwd=str(BASE_DIR))
    threading.Thread(target=_announce, daemon=True).start()
    # honcho listens to Ctrl-C and SIGTERM; a closed terminal means the same.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    with _kept_up() if ours else nullcontext():
        supervisor.loop()
        for number in STOPS:
            signal.signal(number, signal.SIG_IGN)
    return 0 if supervisor.returncode in (130, 143) else 1


@contextmanager
def _kept_up() -> Iterator[None]:
    """Watch over our servers while the run lasts, and not a moment longer."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(LOOK_S):
            for server in embedded.revive():
                Terminal().write(f"{server} had stopped and was started again.\n")

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _announce() -> None:
    """Say where everything is, once it is there."""
    limit = time.monotonic() + READY_LIMIT_S
    while not _ready():
        if time.monotonic() > limit:
            Terminal().write("The web process is not ready yet; its messages are above.\n")
            return
        time.sleep(0.2)
    logins = subprocess.run([*MANAGE, "demo", "--logins"], capture_output=True, text=True).stdout.strip("\n")
    mail = f"http://localhost:{os.environ['MAIL_PAGE_PORT']}"
    lines = ["", "CIT Dispatch is running.", "", f"  Open      {os.environ['PUBLIC_URL']}", f"  Mail      {mail}"]
    lines += [f"  Messages  http://localhost:{os.environ['PROVIDERS_PORT']}"]
    lines += ["", *logins.splitlines(), "", "  Stop with Ctrl-C. The data stays for the next run.", ""]
    Terminal().write("\n".join(lines) + "\n")


def _ready() -> bool:
    web = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=5)
    try:
        web.request("GET", "/healthz/ready")
        return web.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        web.close()


if __name__ == "__main__":
    sys.exit(main())
