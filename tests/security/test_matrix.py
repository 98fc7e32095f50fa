"""The access table: every route and method for every kind of person, as reviewed in access_table.csv."""

import csv
from pathlib import Path

import pytest
from django.test import Client
from django.urls import path

from core.models import Event
from tests.cast import District
from tests.security.census import census, methods
from tests.security.scene import address, ask, stage

TABLE = Path(__file__).parents[1] / "access_table.csv"
ROWS = list(csv.DictReader(TABLE.read_text().splitlines()))
PEOPLE = [name for name in ROWS[0] if name not in ("route", "method")]


def test_the_table_names_every_route_and_no_other() -> None:
    assert sorted((row["route"], row["method"]) for row in ROWS) == census()


def test_a_route_that_nobody_listed_would_be_noticed() -> None:
    extra = path("planted/", lambda request: None)
    assert methods(extra.callback)


@pytest.mark.parametrize("who", PEOPLE)
def test_everyone_gets_exactly_what_the_table_says(who: str, district: District, client: Client) -> None:
    scene = stage(district)
    events = Event.objects.count()
    found = {}
    for row in ROWS:
        answer = ask(client, row["method"], address(row["route"], scene.keys), scene.people[who])
        found[row["route"], row["method"]] = str(answer.status_code)
    wanted = {(row["route"], row["method"]): row[who] for row in ROWS}
    assert {key: value for key, value in found.items() if value != wanted[key]} == {}
    assert Event.objects.count() == events
