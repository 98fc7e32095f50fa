"""Lookouts on pages and over HTTP: the form, its refusals, and the list."""

from typing import Any

import pytest

from core import clock
from incidents.models import Lookout
from tests.cast import District, log_call
from tests.incidents.desk import send_json, signed_in

TYPED: dict[str, Any] = {"kind": "bolo", "text": "A boy in a red jacket", "expires_in": "240"}


def test_a_lookout_is_issued_read_and_located_on_pages(district: District) -> None:
    desk = signed_in(district.dispatcher)
    assert desk.post("/lookouts/new/", TYPED).status_code == 303
    made = Lookout.objects.get()
    page = signed_in(district.officer(district.cit_officer)).get("/lookouts/").content.decode()
    assert "A boy in a red jacket" in page
    assert "The whole district" in page
    assert 'value="locate"' not in page
    assert 'value="locate"' in desk.get("/lookouts/").content.decode()
    assert desk.post(f"/lookouts/{made.pk}/locate/", {"version": 1}).status_code == 303
    assert Lookout.objects.get().status == "located"


def test_the_form_knows_the_incident_that_it_was_opened_from(district: District) -> None:
    incident = log_call(district).incident
    page = signed_in(district.dispatcher).get(f"/lookouts/new/?incident={incident.pk}").content.decode()
    assert f'value="{incident.pk}" selected' in page
    assert signed_in(district.dispatcher).get("/lookouts/new/?incident=x").status_code == 400


@pytest.mark.parametrize(
    "changes", [{"kind": "other"}, {"text": ""}, {"text": "x" * 1001}, {"expires_in": "7"}, {"campus": "x"}]
)
def test_what_does_not_fit_is_refused_and_what_was_typed_is_kept(district: District, changes: dict[str, str]) -> None:
    answer = signed_in(district.dispatcher).post("/lookouts/new/", {**TYPED, **changes})
    assert answer.status_code == 422
    assert (changes.get("text") or "A boy in a red jacket") in answer.content.decode() or changes.get("text") == ""
    assert not Lookout.objects.exists()


def test_a_stale_page_says_so_and_offers_the_button_again(district: District) -> None:
    desk = signed_in(district.dispatcher)
    desk.post("/lookouts/new/", TYPED)
    made = Lookout.objects.get()
    answer = desk.post(f"/lookouts/{made.pk}/cancel/", {"version": 9})
    assert answer.status_code == 409
    assert Lookout.objects.get().status == "open"


def test_the_same_over_http(district: District) -> None:
    desk = signed_in(district.dispatcher)
    made = send_json(desk, "/api/v1/lookouts/", {"kind": "locate", "text": "A van", "expires_in": 60})
    assert made.status_code == 201
    assert made.json()["actions"] == ["locate", "cancel", "expire"]
    (listed,) = signed_in(district.officer(district.cit_officer)).get("/api/v1/lookouts/").json()["results"]
    assert (listed["number"], listed["actions"]) == (made.json()["number"], [])
    path = f"/api/v1/lookouts/{listed['id']}/moves/"
    assert send_json(desk, path, {"move": "expire", "version": 1}).status_code == 400
    done = send_json(desk, path, {"move": "cancel", "version": 1})
    assert (done.status_code, done.json()["status"]) == (200, "cancelled")
    assert Lookout.objects.get().ended_at <= clock.now()


def test_an_incident_of_another_agency_is_not_offered(district: District, neighbor: District) -> None:
    foreign = log_call(neighbor).incident
    body = {"kind": "bolo", "text": "A van", "expires_in": 60, "incident": str(foreign.pk)}
    assert send_json(signed_in(district.dispatcher), "/api/v1/lookouts/", body).status_code == 400
    assert not Lookout.objects.exists()
