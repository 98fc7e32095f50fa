"""The test database: owned and migrated as in production, used as the application's own role."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import environ
import psycopg2
import psycopg2.errors
import psycopg2.extensions
from django.core.management import call_command
from django.db import connection

from cit_dispatch import embedded
from cit_dispatch.embedded.process import command_line
from tests import schema_kept

PREFIX = "cit_test_"
# One database for each run, so that two runs in one checkout do not meet.
NAME = f"{PREFIX}{os.getpid()}"
DATABASE_SQL = Path(embedded.__file__).with_name("database.sql")
# A request that outlived its test may hold one table and want the next. Emptying gives way before the server calls
# that a deadlock (after 1 s), so that the request can end, and then begins anew.
ATTEMPTS = 50
# Only what has rows: emptying an empty table costs as much as emptying a full one.
EMPTY = """
SET session_replication_role = replica;
SET lock_timeout = 300;
DO $$
DECLARE found text; filled text[] := '{}'; has_rows boolean;
BEGIN
  FOR found IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN ('django_migrations', 'django_content_type', 'auth_permission') LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', found) INTO has_rows;
    IF has_rows THEN filled := filled || found; END IF;
  END LOOP;
  IF filled <> '{}' THEN EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' RESTART IDENTITY CASCADE'; END IF;
END $$
"""


def admin_connection(name: str = NAME) -> psycopg2.extensions.connection:
    """A superuser's connection."""
    config = environ.Env.db_url_config(os.environ.get("ADMIN_DATABASE_URL", os.environ["DATABASE_URL"]))
    found = psycopg2.connect(
        host=unquote(config["HOST"]),
        port=config["PORT"] or None,
        user=config["USER"],
        password=config["PASSWORD"],
        dbname=name,
    )
    found.autocommit = True
    return found


def run_as_admin(statement: str, values: Sequence[Any] | None = None, name: str = NAME) -> list[tuple[Any, ...]]:
    """Run one statement as superuser and give its rows."""
    found = admin_connection(name)
    try:
        with found.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []
    finally:
        found.close()


def create() -> None:
    """Make the test database anew, owned by the owner role and migrated by the migrating role."""
    _drop_left_over()
    run_as_admin(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", name="postgres")
    run_as_admin(f"CREATE DATABASE {NAME} OWNER cit_owner", name="postgres")
    run_as_admin(DATABASE_SQL.read_text())
    application = dict(connection.settings_dict)
    migrating = environ.Env.db_url_config(os.environ["MIGRATE_DATABASE_URL"])
    with _settings(USER=migrating["USER"], PASSWORD=migrating["PASSWORD"], NAME=NAME):
        schema_kept.filled(NAME, lambda: call_command("migrate", verbosity=0, interactive=False))
    connection.settings_dict.update(application, NAME=NAME)


def drop() -> None:
    """Remove the test database."""
    connection.close()
    run_as_admin(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", name="postgres")


def empty() -> None:
    """Take every row out of the domain's tables, append-only ones too; it waits for requests still under way."""
    for _attempt in range(ATTEMPTS - 1):
        with suppress(psycopg2.errors.LockNotAvailable, psycopg2.errors.DeadlockDetected):
            run_as_admin(EMPTY)
            return
    run_as_admin(EMPTY)


def _drop_left_over() -> None:
    """A killed run leaves its database behind."""
    for (name,) in run_as_admin("SELECT datname FROM pg_database", name="postgres"):
        pid = name.removeprefix(PREFIX)
        if pid != name and pid.isdigit() and not command_line(int(pid)):
            run_as_admin(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", name="postgres")


@contextmanager
def _settings(**changed: Any) -> Iterator[None]:
    connection.close()
    connection.settings_dict.update(changed)
    yield
    connection.close()
