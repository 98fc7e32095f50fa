"""Readiness tells down from slower."""

import pytest


@pytest.mark.django_db
def test_ready_when_database_and_redis_answer(client):
    answer = client.get("/healthz/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "degraded": False})


@pytest.mark.django_db
def test_without_redis_it_is_degraded_and_still_serves(client, settings):
    settings.REDIS_URL = "redis+socket:///tmp/nobody-listens-here.sock"
    answer = client.get("/healthz/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "degraded": True})
