"""Readiness tells down from slower."""

import pytest

from tests import database


@pytest.mark.django_db
def test_ready_when_database_and_redis_answer(client):
    answer = client.get("/healthz/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "degraded": False})


@pytest.mark.django_db
def test_without_redis_it_is_degraded_and_still_serves(client, settings):
    settings.REDIS_URL = "redis+socket:///tmp/nobody-listens-here.sock"
    answer = client.get("/healthz/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "degraded": True})


@pytest.mark.django_db
def test_a_database_that_hangs_is_not_ready(client):
    blocker = database.admin_connection()
    blocker.autocommit = False
    with blocker.cursor() as cursor:
        cursor.execute("LOCK TABLE django_migrations IN ACCESS EXCLUSIVE MODE")
        answer = client.get("/healthz/ready")
    blocker.rollback()
    blocker.close()
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "reason": "database"})


@pytest.mark.django_db(transaction=True)
def test_a_missing_migration_is_not_ready(client, admin_sql):
    row = admin_sql("DELETE FROM django_migrations WHERE app = 'sessions' RETURNING app, name, applied")[0]
    answer = client.get("/healthz/ready")
    admin_sql("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", row)
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "reason": "migrations"})
