"""A database of its own for tests that move migrations; everything else goes on in the ordinary one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import environ
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests import database

NAME = f"cit_scratch_{os.getpid()}"
SHAPE = """
SELECT 'column', format('%s.%s %s %s %s', c.table_name, c.column_name, c.data_type, c.is_nullable,
                        coalesce(c.column_default, c.generation_expression, ''))
  FROM information_schema.columns c WHERE c.table_schema = 'public'
UNION ALL
SELECT 'constraint', format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT tgisinternal
UNION ALL SELECT 'function', pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


@contextmanager
def scratch() -> Iterator[None]:
    """The default connection leads to an empty database, as the role that migrates."""
    database.run_as_admin(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", name="postgres")
    database.run_as_admin(f"CREATE DATABASE {NAME} OWNER cit_owner", name="postgres")
    database.run_as_admin(database.DATABASE_SQL.read_text(), name=NAME)
    migrating = environ.Env.db_url_config(os.environ["MIGRATE_DATABASE_URL"])
    ordinary = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(USER=migrating["USER"], PASSWORD=migrating["PASSWORD"], NAME=NAME)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(ordinary)
        database.run_as_admin(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", name="postgres")


def migrate(*targets: tuple[str, str | None]) -> None:
    """Apply or take back, as `manage.py migrate` does for each target."""
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))


def leaves() -> list[tuple[str, str | None]]:
    """The newest migration of every app."""
    return [(app, name) for app, name in MigrationExecutor(connection).loader.graph.leaf_nodes()]


def models_at(app: str, migration: str) -> Any:
    """The models of an app as they were at a migration: `models_at(...).get_model("officers", "Officer")`."""
    return MigrationExecutor(connection).loader.project_state((app, migration)).apps


def shape() -> set[tuple[str, str]]:
    """Every column, constraint, index, trigger and function."""
    with connection.cursor() as cursor:
        cursor.execute(SHAPE)
        return {(str(kind), str(text)) for kind, text in cursor.fetchall()}
