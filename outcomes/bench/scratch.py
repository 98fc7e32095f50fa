"""A database made for one measurement: owned and migrated as in production, used as the application's own role."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

import environ
import psycopg2
import psycopg2.extensions
from django.conf import settings
from django.core.management import call_command
from django.db import connection

PREFIX = "cit_bench_"
NEEDED = ("ADMIN_DATABASE_URL", "MIGRATE_DATABASE_URL")


class NoScratch(Exception):
    """The environment gives no way to make a database."""


@contextmanager
def database() -> Iterator[None]:
    """Django's connection leads to a fresh database inside; afterwards the database is gone."""
    missing = [name for name in NEEDED if not os.environ.get(name)]
    if missing:
        raise NoScratch(f"{' and '.join(missing)} must be set: the measurement makes a database of its own.")
    drop_left_over()
    name = name_of(os.getpid())
    before = dict(connection.settings_dict)
    as_admin("postgres", f"CREATE DATABASE {name} OWNER cit_owner")
    try:
        as_admin(name, (settings.BASE_DIR / "cit_dispatch" / "embedded" / "database.sql").read_text())
        migrating = environ.Env.db_url_config(os.environ["MIGRATE_DATABASE_URL"])
        _lead_to({**before, "USER": migrating["USER"], "PASSWORD": migrating["PASSWORD"], "NAME": name})
        call_command("migrate", verbosity=0, interactive=False)
        _lead_to({**before, "NAME": name})
        yield
    finally:
        _lead_to(before)
        as_admin("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def name_of(process: int) -> str:
    """One database for each process, so that two measurements do not meet."""
    return f"{PREFIX}{process}"


def drop_left_over() -> None:
    """A killed measurement leaves its database behind."""
    for (name,) in as_admin("postgres", "SELECT datname FROM pg_database"):
        process = name.removeprefix(PREFIX)
        if process != name and process.isdigit() and not _runs(int(process)):
            as_admin("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def analyze() -> None:
    """Fresh statistics, as autovacuum would have made them."""
    as_admin(str(connection.settings_dict["NAME"]), "VACUUM ANALYZE")


def bare() -> psycopg2.extensions.connection:
    """The application's role without Django."""
    found = connection.settings_dict
    return psycopg2.connect(
        host=found["HOST"],
        port=found["PORT"] or None,
        user=found["USER"],
        password=found["PASSWORD"],
        dbname=found["NAME"],
    )


def _lead_to(values: dict[str, Any]) -> None:
    connection.close()
    connection.settings_dict.update(values)


def as_admin(name: str, statement: str) -> list[tuple[Any, ...]]:
    """Run one statement in this database as its administrator."""
    config = environ.Env.db_url_config(os.environ["ADMIN_DATABASE_URL"])
    found = psycopg2.connect(
        host=unquote(config["HOST"]),
        port=config["PORT"] or None,
        user=config["USER"],
        password=config["PASSWORD"],
        dbname=name,
    )
    found.autocommit = True
    try:
        with found.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        found.close()
