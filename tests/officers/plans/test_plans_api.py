"""Plans over HTTP: a form, a body and a service name the same things, and a program does what a page does."""

import inspect
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import MULTIPART_CONTENT, encode_multipart

from core.actors import Actor
from core.models import Event
from core.web.doors import Door
from officers.doors.plans import DOORS
from officers.models import FloorPlan, PlanDrawing, User
from tests.cast import District
from tests.officers.plans.drawn import UPSTAIRS, both, rooms
from tests.officers.plans.test_panel import WORDS
from tests.officers.test_uploads import picture

NOT_TYPED = {"actor", "at"}


def ask(actor: Actor, method: str, path: str, body: Any = None) -> Any:
    """One request of a program."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.person))
    data = b"" if body is None else json.dumps(body, default=str).encode()
    return client.generic(method, f"/api/v1{path}", data, content_type="application/json")


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[0].__name__)
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    taken = {
        "version" if name == "expected_version" else name for name in list(inspect.signature(service).parameters)[1:]
    }
    assert set(form.base_fields) == set(body._declared_fields) == taken - NOT_TYPED


def test_a_floor_is_added_drawn_and_read_back(district: District, admin: Actor) -> None:
    rooms(district)
    path = f"/buildings/{district.room.building_id}/plans/"
    made = ask(admin, "POST", path, {"floor": 2, "width": 404, "height": 214})
    assert (made.status_code, made.json()["version"], made.json()["shapes"]) == (201, 1, [])
    plan = f"/plans/{made.json()['id']}/"
    drawn = ask(admin, "PUT", plan, {"version": 1, "drawing": UPSTAIRS}).json()
    assert (drawn["version"], len(drawn["shapes"])) == (2, 12)
    assert "way NE > n > x > w" in drawn["drawing"]
    again = ask(admin, "PUT", plan, {"version": 2, "drawing": drawn["drawing"]}).json()
    assert again["shapes"] == drawn["shapes"]
    assert ask(admin, "PUT", plan, {"version": 2, "drawing": ""}).status_code == 409
    assert [row["floor"] for row in ask(admin, "GET", "/plans/").json()["results"]] == [2]


def test_moves_place_erase_restore_and_turn(district: District, admin: Actor) -> None:
    plan = both(district, admin)[2]
    path = f"/plans/{plan.pk}/moves/"
    placed = ask(admin, "POST", path, {"move": "place", "version": 2, "kind": "door", "name": "B9", "points": "9,9"})
    assert (placed.status_code, placed.json()["shapes"][-1]["name"]) == (200, "B9")
    erased = ask(admin, "POST", path, {"move": "erase", "version": 3, "kind": "door", "name": "B9"})
    assert "B9" not in erased.content.decode()
    restored = ask(admin, "POST", path, {"move": "restore", "version": 4, "number": 3})
    assert "B9" in restored.content.decode()
    gone = ask(admin, "POST", path, {"move": "withdraw", "version": 5}).json()
    assert (gone["active"], gone["actions"][-1]) == (False, "resume")
    assert ask(admin, "POST", path, {"move": "burn", "version": 5}).status_code == 400
    assert ask(admin, "POST", path, {"move": "place", "version": 5, "kind": "moat"}).status_code == 400


def test_a_picture_is_handed_in_as_a_form(district: District, admin: Actor) -> None:
    plan = both(district, admin)[2]
    client = Client()
    client.force_login(User.objects.get(pk=admin.person))
    upload = SimpleUploadedFile("f.jpg", picture("JPEG", (404, 214)))
    body = encode_multipart("BoUnDaRyStRiNg", {"version": 2, "file": upload})
    answer = client.generic("PUT", f"/api/v1/plans/{plan.pk}/background/", body, content_type=MULTIPART_CONTENT)
    assert (answer.status_code, json.loads(answer.content)["background"]) == (200, "image")


def test_the_way_to_a_room_is_answered_in_words_and_points(district: District, admin: Actor) -> None:
    both(district, admin)
    found = ask(district.officer(district.cit_officer), "GET", f"/rooms/{district.room.pk}/route/").json()
    assert (found["door"], found["words"], found["drawn"]) == ("B3", WORDS, True)
    assert [leg["floor"] for leg in found["legs"]] == [1, 2]


def test_without_a_drawing_the_way_is_what_was_written_down(district: District) -> None:
    found = ask(district.dispatcher, "GET", f"/rooms/{district.room.pk}/route/").json()
    assert (found["drawn"], found["words"], found["legs"]) == (False, "Enter by door B3.", [])


def test_the_outline_of_a_campus_is_geojson(district: District, admin: Actor) -> None:
    path = f"/campuses/{district.campus.pk}/outline/"
    assert ask(district.dispatcher, "GET", path).json()["geometry"] is None
    ring = "-105.42,30.61 -105.417,30.61 -105.417,30.612"
    made = ask(admin, "PUT", path, {"version": 1, "outline": f"outline: {ring}"}).json()
    first, *_middle, last = made["geometry"]["coordinates"][0]
    assert (first, last, made["version"]) == ([-105.42, 30.61], [-105.42, 30.61], 2)
    assert ask(admin, "PUT", path, {"version": 1, "outline": f"outline: {ring}"}).status_code == 409
    assert len(ask(district.dispatcher, "GET", "/outlines/").json()["results"]) == 1


def test_readers_read_and_do_not_draw(district: District, neighbor: District, admin: Actor) -> None:
    plan = both(district, admin)[2]
    before = (PlanDrawing.objects.count(), Event.objects.count())
    assert ask(district.dispatcher, "GET", f"/plans/{plan.pk}/").json()["actions"] == []
    drawing = {"version": 2, "drawing": ""}
    assert ask(district.dispatcher, "PUT", f"/plans/{plan.pk}/", drawing).status_code == 403
    assert ask(district.dispatcher, "GET", "/plans/").status_code == 403
    for method, path in (("GET", f"/plans/{plan.pk}/"), ("GET", f"/rooms/{district.room.pk}/route/")):
        assert ask(neighbor.dispatcher, method, path).status_code == 404
    assert (PlanDrawing.objects.count(), Event.objects.count()) == before
    assert FloorPlan.objects.get(pk=plan.pk).version == 2
