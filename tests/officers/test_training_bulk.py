"""Three hundred people and every standard rule: the same statements as for three."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from officers import catalogue
from officers.models import Certification, Officer, TrainingRule, User
from officers.selectors.training.lapses import lapses
from officers.selectors.training.standing import book_of, standings
from officers.services import reminders
from officers.training import standard
from officers.vocabulary import Standing
from tests.cast import NOON, District
from tests.officers.trained import TODAY

NUMBERS = ("1850", "ALERRT", "CPR", "4064")


def crowd(district: District, size: int) -> list[Officer]:
    """People with four completions each, some of them old."""
    agency = district.campus.agency
    standard.install(agency)
    courses = catalogue.install(agency)
    users = User.objects.bulk_create(
        [User(agency=agency, email=f"p{number}@example.org", name=f"P {number}") for number in range(size)]
    )
    people = Officer.objects.bulk_create([_row(district, user, number) for number, user in enumerate(users)])
    Certification.objects.bulk_create(
        [
            Certification(
                agency=agency,
                user=user,
                course=courses[number],
                completed_on=date(2025, 9, 1) - timedelta(days=50 * (place % 30)),
                hours=Decimal(16),
                verified_at=NOON,
            )
            for place, user in enumerate(users)
            for number in NUMBERS
        ]
    )
    return list(Officer.objects.filter(pk__in=[row.pk for row in people]).select_related("agency"))


def _row(district: District, user: User, number: int) -> Officer:
    return Officer(
        agency=district.campus.agency,
        user=user,
        call_sign=f"P-{number}",
        badge=f"P-{number}",
        license="peace_officer",
        hired_on=date(2020, 1, 1) + timedelta(days=number),
        placed_on=date(2020, 2, 1) + timedelta(days=number),
        licensed_on=date(2019, 1, 1),
        home_campus=district.campus,
        last_campus=district.campus,
        duty_since=NOON,
    )


def results(people: list[Officer], district: District) -> Iterator[Any]:
    """Every result of everybody."""
    book = book_of(district.campus.agency_id)
    for found in standings(people, book, TODAY).values():
        yield from found


@pytest.mark.parametrize("size", [3, 300])
def test_everybody_is_judged_in_five_statements(district: District, size: int, django_assert_num_queries: Any) -> None:
    people = crowd(district, size)
    with django_assert_num_queries(5):
        found = list(results(people, district))
    assert len(found) == size * TrainingRule.objects.count()
    assert {result.standing for result in found} >= {Standing.MET, Standing.NOT_APPLICABLE}


@pytest.mark.parametrize("size", [3, 300])
def test_lapses_of_everybody_take_one_statement(district: District, size: int, django_assert_num_queries: Any) -> None:
    people = crowd(district, size)
    with django_assert_num_queries(1):
        assert lapses(people) == []


def test_a_second_sweep_of_three_hundred_people_takes_a_fixed_number_of_statements(
    district: District, django_assert_num_queries: Any
) -> None:
    crowd(district, 300)
    assert reminders.sweep(district.campus.agency, TODAY, at=NOON) > 100
    with django_assert_num_queries(10):
        assert reminders.sweep(district.campus.agency, TODAY, at=NOON) == 0
