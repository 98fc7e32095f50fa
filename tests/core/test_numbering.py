"""Numbers people can say on the radio: no gap, no repeat, and each agency and year for itself."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, transaction

from core.models import Counter
from core.numbering import next_numbers

pytestmark = pytest.mark.django_db


def test_numbers_rise_by_one_and_begin_anew_with_the_year() -> None:
    agency = uuid4()
    given = [next_numbers(agency, year, "incident")["incident"] for year in (2026, 2026, 2027, 2026, 2100)]
    assert given == ["26-0001", "26-0002", "27-0001", "26-0003", "00-0001"]


def test_two_agencies_and_two_kinds_do_not_share_a_counter() -> None:
    first, second = uuid4(), uuid4()
    assert next_numbers(first, 2026, "incident", "call") == {"incident": "26-0001", "call": "26-0001"}
    assert next_numbers(first, 2026, "call") == {"call": "26-0002"}
    assert next_numbers(second, 2026, "incident") == {"incident": "26-0001"}
    assert next_numbers(first, 2026, "incident", "call") == {"incident": "26-0002", "call": "26-0003"}


def test_the_order_in_which_kinds_are_asked_for_does_not_matter() -> None:
    agency = uuid4()
    next_numbers(agency, 2026, "call")
    assert next_numbers(agency, 2026, "call", "incident") == {"call": "26-0002", "incident": "26-0001"}
    assert next_numbers(agency, 2026, "incident", "call") == {"call": "26-0003", "incident": "26-0002"}


def test_a_number_of_a_rolled_back_transaction_is_given_out_again() -> None:
    agency = uuid4()
    next_numbers(agency, 2026, "incident")
    with transaction.atomic():
        assert next_numbers(agency, 2026, "incident") == {"incident": "26-0002"}
        transaction.set_rollback(True)
    assert next_numbers(agency, 2026, "incident") == {"incident": "26-0002"}


def test_the_ten_thousandth_number_has_five_digits() -> None:
    agency = uuid4()
    Counter.objects.create(agency_id=agency, name="incident", year=2026, value=9999)
    assert next_numbers(agency, 2026, "incident") == {"incident": "26-10000"}


@pytest.mark.django_db(transaction=True)
def test_eight_desks_at_once_get_numbers_without_gap_or_repeat() -> None:
    agency, ready = uuid4(), Barrier(8)

    def take(desk: int) -> list[str]:
        kinds = ("call", "incident") if desk % 2 else ("incident", "call")
        ready.wait()
        try:
            return [next_numbers(agency, 2026, *kinds)["incident"] for _ in range(5)]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        given = [number for numbers in pool.map(take, range(8)) for number in numbers]
    assert sorted(given) == [f"26-{number:04d}" for number in range(1, 41)]
