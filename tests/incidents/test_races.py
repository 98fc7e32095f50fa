"""Real threads on real connections: one wins, and the others are told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.errors import Conflict
from core.models import Event
from incidents.models import Assignment, Incident
from incidents.services import assessments, assignments
from tests.cast import CALM, NOON, build, log_call

THREADS = 8


def race(act: Callable[[int], object]) -> list[str]:
    """The same act in eight threads at once: the name of each result's type."""
    ready = Barrier(THREADS)

    def run(number: int) -> str:
        try:
            ready.wait()
            return type(act(number)).__name__
        except Conflict as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return sorted(pool.map(run, range(THREADS)))


@pytest.mark.django_db(transaction=True)
def test_of_eight_desks_that_assess_one_incident_one_wins() -> None:
    district = build("sotol")
    incident = log_call(district).incident
    results = race(
        lambda _: assessments.assess(incident, actor=district.dispatcher, expected_version=1, answers=CALM, at=NOON)
    )
    assert results == ["Conflict"] * (THREADS - 1) + ["Incident"]
    assert Event.objects.filter(type="incident.triaged").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_to_book_one_officer_on_eight_incidents() -> None:
    district = build("sotol")
    waiting = [log_call(district).incident for _ in range(THREADS)]
    results = race(
        lambda n: assignments.send(
            waiting[n], actor=district.dispatcher, expected_version=1, officer=district.cit_officer, at=NOON
        )
    )
    assert results == ["Assignment"] + ["Conflict"] * (THREADS - 1)
    assert Assignment.objects.count() == Incident.objects.filter(status="dispatched").count() == 1
