"""Tests that commit leave nothing behind, and the application's role could not clean up itself."""

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
