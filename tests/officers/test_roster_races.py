"""Real threads on real connections: nobody leaves while being sent, and one person is put on the roster once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.errors import DomainError
from incidents.models import Assignment
from incidents.services import assignments
from officers.models import Officer, User
from officers.services import employment
from tests.cast import NOON, build, log_call
from tests.officers.hiring import enroll

ROUNDS = 6

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: Callable[[], object]) -> list[str]:
    """All at once: what each answered, or refused with."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            ready.wait()
            return type(act()).__name__
        except DomainError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_an_officer_is_either_sent_or_gone(round_: int) -> None:
    district = build("sotol")
    incident = log_call(district).incident
    officer = district.cit_officer
    results = together(
        lambda: assignments.send(incident, actor=district.dispatcher, expected_version=None, officer=officer, at=NOON),
        lambda: employment.deactivate(
            officer, actor=district.supervisor, expected_version=None, separated_on=NOON.date(), at=NOON
        ),
    )
    assert results in (["Assignment", "BrokenRule"], ["BrokenRule", "Officer"])
    officer.refresh_from_db()
    assert officer.active == Assignment.objects.exists()


def test_one_person_entered_at_eight_desks_is_one_row() -> None:
    district = build("sotol")
    results = together(*[lambda: enroll(district)] * 8)
    assert results.count("Officer") == 1
    assert set(results) <= {"Officer", "BrokenRule", "Conflict"}
    assert Officer.objects.filter(badge="2040").count() == User.objects.filter(name="Marigold Flint").count() == 1
