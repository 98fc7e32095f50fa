"""The suite's database: migrated as the owner, used as the application's own log-in, with its rights and no more."""

import os
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import environ
import psycopg2
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

NAME = "cit_test"
_KEPT = ("django_migrations", "django_content_type", "auth_permission")


def _admin(name: str) -> Any:
    """A connection as administrator; DATABASE_URL given from outside is then the administrator's."""
    parts = environ.Env.db_url_config(os.environ.get("ADMIN_DATABASE_URL", os.environ["DATABASE_URL"]))
    connection = psycopg2.connect(
        host=unquote(parts["HOST"]),
        user=parts["USER"],
        password=parts["PASSWORD"],
        port=parts["PORT"] or None,
        dbname=name,
    )
    connection.autocommit = True
    return connection


def _execute(name: str, *statements: str) -> None:
    connection = _admin(name)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    connection.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A fresh database, migrated by the role that owns it."""
    _execute("postgres", f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", f"CREATE DATABASE {NAME} OWNER cit_owner")
    default = connections["default"]
    with django_db_blocker.unblock():
        own = default.settings_dict["USER"]
        default.close()
        settings.DATABASES["default"]["NAME"] = default.settings_dict["NAME"] = NAME
        default.settings_dict["USER"] = "cit_migrate"
        call_command("migrate", verbosity=0)
        default.close()
        default.settings_dict["USER"] = own
    yield
    default.close()


def _empty_tables(self: TransactionTestCase) -> None:
    """The application may not truncate, and the ledger refuses everyone: only the administrator can start anew."""
    connection = _admin(NAME)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = ", ".join(f'"{row[0]}"' for row in cursor.fetchall())
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(f"TRUNCATE {tables}")
    connection.close()


TransactionTestCase._fixture_teardown = _empty_tables


@pytest.fixture
def as_administrator() -> Callable[[str], None]:
    """Run one statement as the administrator of the test database, whom no right stops."""
    return lambda statement: _execute(NAME, statement)
