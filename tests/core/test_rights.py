"""What each log-in may do, read from the catalogue over every table there is, and tried where it matters."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2.errors
import psycopg2.extensions
import pytest
from django.apps import apps

from tests.core.effects import Subscribe, fall, subscribe
from tests.database import admin_connection, run_as_admin

__all__ = ["subscribe"]
pytestmark = pytest.mark.django_db
WORKING = ("cit_app", "cit_worker")
OURS = "relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
MAY_DELETE = {"django_session", "core_attempt", "core_feed"}
SEALED = {"core_event", "core_seal", "core_chain_head"}
# The doorbell rings by trigger alone.
MAY_NOT_UPDATE = SEALED | {"django_migrations", "core_feed"}


def tables(role: str, right: str) -> set[str]:
    """The tables on which a role has a right."""
    statement = f"SELECT relname FROM pg_class WHERE {OURS} AND has_table_privilege(%s, oid, %s)"
    return {str(row[0]) for row in run_as_admin(statement, [role, right])}


def every_table() -> set[str]:
    """All tables of the program."""
    return {str(row[0]) for row in run_as_admin(f"SELECT relname FROM pg_class WHERE {OURS}")}


@contextmanager
def signed_in_as(role: str) -> Iterator[psycopg2.extensions.cursor]:
    """A session of this role; an administrator's session that has given everything else up."""
    found = admin_connection()
    try:
        with found.cursor() as cursor:
            cursor.execute(f"SET SESSION AUTHORIZATION {role}")
            yield cursor
    finally:
        found.close()


@pytest.mark.parametrize("role", WORKING)
def test_the_program_deletes_only_what_holds_no_history(role: str) -> None:
    assert tables(role, "DELETE") == MAY_DELETE


@pytest.mark.parametrize("role", [*WORKING, "cit_auditor", "cit_purge", "cit_backup"])
@pytest.mark.parametrize("right", ["TRUNCATE", "REFERENCES", "TRIGGER"])
def test_nobody_who_works_here_may_empty_or_bind_a_table(role: str, right: str) -> None:
    assert tables(role, right) == set()


@pytest.mark.parametrize("role", WORKING)
def test_the_program_changes_every_table_but_the_ledger_and_the_list_of_migrations(role: str) -> None:
    assert tables(role, "UPDATE") == every_table() - MAY_NOT_UPDATE
    assert tables(role, "INSERT") == every_table() - MAY_NOT_UPDATE
    assert tables(role, "SELECT") == every_table() - {"core_seal", "core_chain_head"}


def test_every_model_of_the_program_has_its_table_in_this_census() -> None:
    assert {model._meta.db_table for model in apps.get_models() if model._meta.managed} <= every_table()


@pytest.mark.parametrize("role", WORKING)
def test_of_an_event_only_its_key_its_agency_and_its_payload_are_written(role: str) -> None:
    statement = (
        "SELECT attname FROM pg_attribute WHERE attrelid = 'core_event'::regclass AND attnum > 0 "
        "AND NOT attisdropped AND has_column_privilege(%s, 'core_event', attname, 'INSERT')"
    )
    assert {row[0] for row in run_as_admin(statement, [role])} == {"id", "agency_id", "payload"}


@pytest.mark.parametrize("role", [*WORKING, "cit_auditor", "cit_purge", "cit_backup"])
def test_nobody_who_works_here_owns_or_builds_anything(role: str) -> None:
    owned = "SELECT count(*) FROM pg_class WHERE relowner = %s::regrole"
    assert run_as_admin(owned, [role]) == [(0,)]
    builds = "SELECT has_schema_privilege(%s, 'public', 'CREATE'), pg_has_role(%s, 'cit_owner', 'MEMBER')"
    assert run_as_admin(builds, [role, role]) == [(False, False)]


@pytest.mark.parametrize("role", WORKING)
def test_the_program_takes_numbers_from_a_sequence_and_never_sets_it(role: str) -> None:
    statement = (
        "SELECT bool_and(has_sequence_privilege(%s, oid, 'USAGE')), bool_or(has_sequence_privilege(%s, oid, 'UPDATE')) "
        "FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace"
    )
    assert run_as_admin(statement, [role, role]) == [(True, False)]


def test_the_auditor_reads_the_ledger_and_nothing_else() -> None:
    assert tables("cit_auditor", "SELECT") == SEALED
    for right in ("INSERT", "UPDATE", "DELETE"):
        assert tables("cit_auditor", right) == set()


def test_the_backup_reads_everything_and_writes_nothing() -> None:
    assert tables("cit_backup", "SELECT") == every_table()
    for right in ("INSERT", "UPDATE", "DELETE"):
        assert tables("cit_backup", right) == set()


@pytest.mark.django_db(transaction=True)
def test_an_auditors_session_walks_the_chain_and_is_refused_a_name(subscribe: Subscribe) -> None:
    fall()
    with signed_in_as("cit_auditor") as cursor:
        cursor.execute(
            "SELECT count(*) FROM core_event JOIN core_seal ON event_id = id JOIN core_chain_head USING (hash)"
        )
        assert cursor.fetchone() == (1,)
        cursor.execute("SELECT * FROM core_broken_events()")
        assert cursor.fetchall() == []
        for statement in ("SELECT name FROM officers_user", "DELETE FROM core_event", "SELECT * FROM core_outbox"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM officers_user",
        "TRUNCATE core_outbox",
        "ALTER TABLE core_outbox ADD COLUMN more int",
        "DROP TABLE core_outbox",
        "CREATE TABLE mine (id int)",
        "CREATE OR REPLACE FUNCTION core_broken_events() RETURNS TABLE (event_id uuid, reason text) "
        "LANGUAGE sql AS $$ SELECT NULL::uuid, '' WHERE false $$",
        "ALTER FUNCTION core_seal_event() RENAME TO another",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('core', '9999', now())",
        "COPY core_outbox TO PROGRAM 'true'",
    ],
)
def test_the_worker_is_refused_what_is_not_its_work(statement: str) -> None:
    with signed_in_as("cit_worker") as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute(statement)
