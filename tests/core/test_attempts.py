"""The gate counts a try before it is verified, one person is one key, and a rest opens it again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.conf import LazySettings
from django.db import connection

from core import gate
from core.models import Attempt

pytestmark = pytest.mark.django_db
WHO = "marigold@example.org"


@pytest.fixture(autouse=True)
def limits(settings: LazySettings) -> None:
    """Three tries in ten minutes."""
    settings.LOCKOUT_ATTEMPTS, settings.LOCKOUT_WINDOW_MIN = 3, 10


def tries(count: int, kind: str = "password", who: str = WHO) -> list[bool]:
    """So many tries, one after the other."""
    return [gate.reserve(kind, who) for _ in range(count)]


def age(minutes: int) -> None:
    """As if every first try were this old."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_attempt SET since = statement_timestamp() - make_interval(mins => %s)", [minutes])


def test_the_last_try_within_the_limit_passes_and_the_next_does_not() -> None:
    assert tries(5) == [True, True, True, False, False]
    assert Attempt.objects.get().tries == 5


def test_tries_of_another_kind_or_person_are_counted_apart() -> None:
    assert tries(4)[-1] is False
    assert tries(1, kind="code") == tries(1, who="gypsum@example.org") == [True]


@pytest.mark.parametrize("spelled", ["MARIGOLD@example.org", "  marigold@EXAMPLE.org ", "Marigold@Example.Org\n"])
def test_one_person_is_one_key_however_the_address_is_written(spelled: str) -> None:
    tries(3)
    assert tries(1, who=spelled) == [False]
    assert Attempt.objects.count() == 1
    assert gate.release("password", spelled)
    assert not Attempt.objects.exists()


def test_an_address_of_any_length_is_counted_and_not_an_error() -> None:
    assert tries(4, who="x" * 100_000) == [True, True, True, False]
    assert len(Attempt.objects.get().key) == 190


def test_below_the_limit_an_old_count_begins_anew() -> None:
    tries(2)
    age(11)
    assert tries(4) == [True, True, True, False]


def test_within_the_window_the_count_goes_on() -> None:
    tries(2)
    age(9)
    assert tries(2) == [True, False]


def test_at_the_limit_time_alone_does_not_open_the_gate() -> None:
    tries(4)
    age(10_000)
    assert tries(1) == [False]
    assert gate.release("password", WHO)
    assert tries(1) == [True]


def test_a_release_without_tries_says_so() -> None:
    assert not gate.release("password", WHO)
    tries(1)
    assert gate.release("password", WHO)
    assert not gate.release("password", WHO)


def test_the_count_stops_before_its_column_overflows() -> None:
    tries(1)
    Attempt.objects.update(tries=32_000)
    assert tries(2) == [False, False]
    assert Attempt.objects.get().tries == 32_000


@pytest.mark.django_db(transaction=True)
def test_of_many_tries_at_one_moment_no_more_than_the_limit_pass() -> None:
    ready = Barrier(8)

    def run(_: int) -> int:
        ready.wait()
        try:
            return sum(tries(5))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(run, range(8))) == 3
    assert Attempt.objects.get().tries == 40
