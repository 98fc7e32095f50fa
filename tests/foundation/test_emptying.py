"""Tests that commit leave nothing behind, and the application's role could not clean up itself."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import ProgrammingError, connection

from tests import database


@pytest.mark.django_db(transaction=True)
def test_rows_that_a_test_committed_are_taken_away(admin_sql):
    admin_sql("INSERT INTO django_session (session_key, session_data, expire_date) VALUES ('k', 'd', now())")
    kept = admin_sql("SELECT count(*) FROM django_migrations")
    database.empty()
    assert admin_sql("SELECT count(*) FROM django_session") == [(0,)]
    assert admin_sql("SELECT count(*) FROM django_migrations") == kept != [(0,)]


TWO = ["django_session", "officers_agency"]
FILLED = [
    "INSERT INTO django_session (session_key, session_data, expire_date) VALUES ('k', 'd', now())",
    "INSERT INTO officers_agency (id, name, short_name, time_zone) VALUES (gen_random_uuid(), 'a', 'a', 'UTC')",
]
WAITING = "SELECT EXISTS (SELECT FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted)"


# Emptying takes the two in one of these orders, so one of the two runs meets it half way.
@pytest.mark.parametrize(("held", "wanted"), [TWO, TWO[::-1]])
@pytest.mark.django_db(transaction=True)
def test_emptying_gives_way_to_a_request_that_wants_what_it_holds(admin_sql, held, wanted):
    for row in FILLED:
        admin_sql(row)
    request = database.admin_connection()
    request.autocommit = False
    with request, request.cursor() as cursor, ThreadPoolExecutor(1) as thread:
        # The request is never the one whom the server sends away.
        cursor.execute(f"SET LOCAL deadlock_timeout = '60s'; SELECT FROM {held}")
        emptied = thread.submit(database.empty)
        while not admin_sql(WAITING)[0][0]:
            assert not emptied.done()
        cursor.execute(f"SELECT count(*) FROM {wanted}")
        assert cursor.fetchone() == (1,)
        request.commit()
        emptied.result()
    request.close()
    assert admin_sql("SELECT count(*) FROM django_session") == [(0,)]


@pytest.mark.django_db
def test_the_application_cannot_truncate():
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("TRUNCATE core_event")


@pytest.mark.django_db
def test_the_database_is_closed_to_everyone_without_a_grant(admin_sql):
    everyone = "SELECT has_database_privilege('public', current_database(), 'CONNECT')"
    assert admin_sql(everyone) == [(False,)]
    assert admin_sql(everyone.replace("public", "cit_app")) == [(True,)]
    assert admin_sql("SELECT has_schema_privilege('cit_app', 'public', 'CREATE')") == [(False,)]
