"""The report as page and API: who may, which address, how many statements, and what a stranger finds."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from officers.models import User
from tests.cast import NOON, District
from tests.outcomes.stories import case, second_campus, unanswered

MARCH = "since=2026-03-01&until=2026-03-31"
PAGE, API = "/outcomes/", "/api/v1/outcomes/"


def signed_in(district: District, which: str = "supervisor") -> Client:
    """The browser of one of the cast."""
    client = Client()
    client.force_login(User.objects.get(pk=getattr(district, which).id))
    return client


def test_the_page_tells_rates_with_their_counts(district: District) -> None:
    case(district)
    case(district, cit=False, at=NOON)
    html = signed_in(district).get(f"{PAGE}?{MARCH}").content.decode()
    assert "50.0 %" in html
    assert "1 of 2" in html
    assert "2 of them are not approved yet" in html
    assert "Most crisis incidents came in March 2026: 2" in html
    assert "style=" not in html


def test_the_api_tells_the_same(district: District) -> None:
    case(district)
    answer = signed_in(district).get(f"{API}?{MARCH}").json()
    by_key = {figure["key"]: figure for figure in answer["figures"]}
    assert by_key["cit_on_scene"] == {
        "key": "cit_on_scene",
        "label": "CIT officer on scene",
        "unit": "percent",
        "value": 100.0,
        "part": 1,
        "whole": 1,
        "hidden": False,
    }
    assert (answer["encounters"], answer["not_approved"], answer["campuses"][0]["incidents"]) == (1, 1, None)


@pytest.mark.parametrize("path", [PAGE, API])
@pytest.mark.parametrize(
    "query",
    [
        "who=me",
        "since=yesterday",
        "since=2026-03-02&until=2026-03-01",
        "since=0001-01-01&until=2026-03-01",
        "until=9999-12-31",
        "campus=" + "x" * 9,
    ],
)
def test_an_address_it_does_not_know_is_refused(district: District, path: str, query: str) -> None:
    assert signed_in(district).get(f"{path}?{query}").status_code == 400


@pytest.mark.parametrize("path", [PAGE, API])
@pytest.mark.parametrize("query", ["since=1990-01-01&until=2099-12-31", "until=1990-01-01", "since=2099-12-31"])
def test_the_ends_of_the_calendar_are_a_report_like_any_other(district: District, path: str, query: str) -> None:
    assert signed_in(district).get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("path", [PAGE, API, "/outcomes/definitions/"])
def test_a_dispatcher_is_refused_and_a_visitor_signs_in(district: District, path: str) -> None:
    assert signed_in(district, "dispatcher").get(path).status_code == 403
    assert signed_in(district).get(path).status_code == 200
    assert Client().get(path).status_code in (302, 401, 403)


@pytest.mark.parametrize("path", [PAGE, API])
def test_a_stranger_finds_nothing_of_ours(district: District, neighbor: District, path: str) -> None:
    case(district)
    second_campus(district, "ZZTOP")
    strange = signed_in(neighbor)
    assert "ZZTOP" not in strange.get(f"{path}?{MARCH}").content.decode()
    assert strange.get(f"{path}?{MARCH}&campus=ZZTOP").status_code == 404
    assert signed_in(district).get(f"{path}?{MARCH}&campus=ZZTOP").status_code == 200


def test_the_report_of_one_campus_hides_what_is_small(district: District) -> None:
    case(district)
    html = signed_in(district).get(f"{PAGE}?{MARCH}&campus=AHS").content.decode()
    assert "Too few to show" in html
    assert "100.0 %" not in html


def test_without_a_period_it_is_the_month_so_far(district: District) -> None:
    html = signed_in(district).get(PAGE).content.decode()
    assert "This period is still open" in html
    assert "No value" in html


def test_the_number_of_statements_does_not_grow(district: District) -> None:
    client = signed_in(district)
    client.get(f"{PAGE}?{MARCH}")
    with CaptureQueriesContext(connection) as empty:
        client.get(f"{PAGE}?{MARCH}")
    for _ in range(5):
        unanswered(district)
    case(district)
    with CaptureQueriesContext(connection) as full:
        client.get(f"{PAGE}?{MARCH}")
    assert len(full) == len(empty) <= 12


def test_every_figure_is_defined(district: District) -> None:
    client = signed_in(district)
    defined = client.get("/outcomes/definitions/").content.decode()
    for figure in client.get(API).json()["figures"]:
        assert f'id="{figure["key"]}"' in defined
    assert "Repeat contacts" in defined
