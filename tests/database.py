"""The test database: owned and migrated as in production, used as the application's own role."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

import environ
import psycopg2
import psycopg2.extensions
from django.core.management import call_command
from django.db import connection

NAME = "cit_test"
KEPT = ("django_migrations", "django_content_type", "auth_permission")
TABLES = """SELECT string_agg(format('%%I.%%I', schemaname, tablename), ', ') FROM pg_tables
WHERE schemaname = 'public' AND tablename <> ALL(%s)"""


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
    run_as_admin(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", name="postgres")
    run_as_admin(f"CREATE DATABASE {NAME} OWNER cit_owner", name="postgres")
    application = dict(connection.settings_dict)
    migrating = environ.Env.db_url_config(os.environ["MIGRATE_DATABASE_URL"])
    with _settings(USER=migrating["USER"], PASSWORD=migrating["PASSWORD"], NAME=NAME):
        call_command("migrate", verbosity=0, interactive=False)
    connection.settings_dict.update(application, NAME=NAME)


def drop() -> None:
    """Remove the test database."""
    connection.close()
    run_as_admin(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", name="postgres")


def empty() -> None:
    """Take every row out of the domain's tables, append-only ones too."""
    found = admin_connection()
    try:
        with found.cursor() as cursor:
            cursor.execute(TABLES, [list(KEPT)])
            row = cursor.fetchone()
            cursor.execute("SET session_replication_role = replica")
            if row and row[0]:
                cursor.execute(f"TRUNCATE {row[0]} RESTART IDENTITY")
    finally:
        found.close()


@contextmanager
def _settings(**changed: Any) -> Iterator[None]:
    connection.close()
    connection.settings_dict.update(changed)
    yield
    connection.close()
