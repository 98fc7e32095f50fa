"""The application's own database user can do its work and nothing beyond it."""

import pytest
from django.db import ProgrammingError, connection


def _value(statement: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone()
    return row[0] if row else None


@pytest.mark.django_db
def test_tests_run_as_the_application_role():
    assert _value("SELECT current_user") == "cit_app"


@pytest.mark.django_db
@pytest.mark.parametrize("right", ["rolsuper", "rolbypassrls", "rolcreatedb", "rolcreaterole"])
def test_the_application_role_has_no_special_right(right):
    assert _value(f"SELECT {right} FROM pg_roles WHERE rolname = 'cit_app'") is False


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE mine (id int)", "SET ROLE cit_owner", "SET session_replication_role = replica", "CREATE ROLE x"],
)
def test_the_application_role_is_refused(statement):
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_everything_belongs_to_the_owner_role(admin_sql):
    assert admin_sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'") == [("cit_owner",)]
