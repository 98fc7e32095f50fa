"""The embedded services come up, are shared, and come back after whatever happened to the last run."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg2
import pytest

from cit_dispatch.embedded import binary, place, postgres, process, redis_server
from cit_dispatch.embedded.place import private_folder

ROOT = Path(__file__).resolve().parents[2]
URLS = ("DATABASE_URL", "REDIS_URL", "MIGRATE_DATABASE_URL", "ADMIN_DATABASE_URL", "AUDITOR_DATABASE_URL")


@pytest.fixture
def awkward():
    """A place below a path that is long, has spaces and is not ASCII; whatever runs there is stopped."""
    base = Path(tempfile.mkdtemp(prefix="cit test ")).resolve()
    base.chmod(0o755)
    deep = base / "Distrito Escolar Ñuñoa" / ("long " * 24).strip()
    deep.mkdir(parents=True)
    where = place("run", deep)
    for folder in (where.data, where.sockets):
        private_folder(where, folder)
    yield where
    redis_server.stop(where)
    postgres.stop(where)
    shutil.rmtree(where.sockets, ignore_errors=True)
    shutil.rmtree(base, ignore_errors=True)


def _start(where):
    postgres.start(where, durable=False)
    redis_server.start(where)


def _pids(where):
    return [process.read_pid(where.data / name) for name in ("postgres/postmaster.pid", "redis.pid")]


def _kill(pid):
    os.kill(pid, signal.SIGKILL)
    if (child := process._children.get(pid)) is not None:
        child.wait()
    assert process.until(lambda: not process.command_line(pid))


def _value(where, statement, role=postgres.ADMIN):
    connection = psycopg2.connect(host=str(where.sockets), user=role, dbname="cit")
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]
    finally:
        connection.close()


@pytest.mark.faults
def test_the_services_come_back_after_kills_in_a_path_that_is_long_spaced_and_not_ascii(awkward):
    assert len(str(awkward.data)) > 107
    assert len(str(awkward.sockets / ".s.PGSQL.5432.lock")) < 107
    _start(awkward)
    before = _pids(awkward)
    _start(awkward)
    assert _pids(awkward) == before, "a running server is joined"
    for pid in before:
        _kill(pid)
    _start(awkward)
    assert not set(_pids(awkward)) & set(before)
    assert _value(awkward, "SELECT current_setting('data_checksums')") == "on"


@pytest.mark.faults
def test_a_lock_whose_number_went_to_another_program_is_no_obstacle(awkward):
    _start(awkward)
    for pid in _pids(awkward):
        _kill(pid)
    lock = awkward.data / "postgres" / "postmaster.pid"
    lock.write_text(lock.read_text().replace(lock.read_text().split("\n")[0], str(os.getpid()), 1))
    _start(awkward)
    assert _value(awkward, "SELECT 1") == 1


@pytest.mark.faults
def test_servers_of_a_removed_checkout_are_replaced_and_an_interrupted_initialisation_is_redone(awkward):
    _start(awkward)
    left = _pids(awkward)
    shutil.rmtree(awkward.data)
    private_folder(awkward, awkward.data)
    half = awkward.data / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    _start(awkward)
    assert not set(_pids(awkward)) & set(left)
    assert not any(process.alive(pid, "postgres") or process.alive(pid, "redis-server") for pid in left)


def test_programs_that_the_user_cannot_reach_are_copied_with_their_libraries(awkward, monkeypatch):
    reachable = binary.runs
    inside = awkward.data
    monkeypatch.setattr(binary, "runs", lambda where, program: inside in program.parents and reachable(where, program))
    program = binary.binary(awkward, postgres.PACKAGE, postgres.TREE, "bin/initdb")
    assert awkward.data in program.parents
    assert reachable(awkward, program)


@pytest.mark.parametrize(("content", "named"), [("12\n", "PostgreSQL 12"), (None, "an unknown version")])
def test_data_of_another_version_is_left_alone_and_named(awkward, content, named):
    data = awkward.data / "postgres"
    data.mkdir()
    if content:
        (data / "PG_VERSION").write_text(content)
    with pytest.raises(SystemExit) as refused:
        postgres.start(awkward, durable=False)
    assert named in str(refused.value)
    assert "make clean" in str(refused.value)
    assert data.exists()


def test_a_socket_folder_that_somebody_else_made_is_refused(awkward, tmp_path):
    link = tmp_path / "sockets"
    link.symlink_to(awkward.sockets)
    with pytest.raises(SystemExit, match="belongs to another user"):
        private_folder(awkward, link)


def test_the_sockets_are_closed_to_everybody_else(awkward):
    assert awkward.sockets.stat().st_mode & 0o777 == 0o700


def _run(code, **variables):
    environment = {name: value for name, value in os.environ.items() if name not in URLS}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment | variables, cwd=ROOT, capture_output=True, text=True)


def test_given_servers_are_used_and_none_is_started():
    code = "import os; from cit_dispatch import embedded\n"
    code += "with embedded.services(): print(os.environ['DATABASE_URL'], 'CIT_DEMO' in os.environ)"
    done = _run(code, DATABASE_URL="postgres://elsewhere/cit", REDIS_URL="redis://elsewhere", CIT_DEMO="")
    assert done.stdout.split() == ["postgres://elsewhere/cit", "True"]


def test_half_a_configuration_is_refused_by_name():
    done = _run("from cit_dispatch import embedded\nwith embedded.services(): pass", DATABASE_URL="postgres://x/y")
    assert done.returncode == 1
    assert "DATABASE_URL is set" in done.stderr
    assert "REDIS_URL" in done.stderr
