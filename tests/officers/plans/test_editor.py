"""The pages of the keeper: what is typed is kept or refused in words, and nobody else gets in."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.actors import Actor
from core.models import Event
from officers.models import CampusOutline, FloorPlan, PlanDrawing, PlanRoom
from officers.selectors import plan_keeping, plan_rows
from officers.services import plans
from tests.cast import District
from tests.officers.plans.drawn import both, rooms


def text_of(plan: FloorPlan) -> set[str]:
    """What is drawn, by kind and name."""
    return {f"{shape.kind} {shape.name}" for shape in plan_rows.shapes(plan_keeping.drawing(plan))}


def post(client: Client, plan: FloorPlan, step: str, version: int = 1, **typed: Any) -> Any:
    """One form of the editor."""
    return client.post(f"/plans/{plan.pk}/{step}/", {"version": version, **typed})


def test_a_floor_is_added_from_the_list_and_drawn_thing_by_thing(
    district: District, admin: Actor, client_of: Any
) -> None:
    rooms(district)
    client = client_of(admin)
    building = district.room.building_id
    assert f"/buildings/{building}/plan/?floor=2" in client.get("/plans/").content.decode()
    answer = client.post(f"/buildings/{building}/plan/", {"floor": 2, "width": 404, "height": 214})
    made = FloorPlan.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/plans/{made.pk}/")
    corners = "226,18 300,18 300,88 226,88"
    assert post(client, made, "place", kind="room", name="B-204", points=corners).status_code == 303
    assert post(client, made, "place", 2, kind="door", name="B3", points="377,15").status_code == 303
    assert post(client, made, "place", 3, kind="point", name="h", points="300,100").status_code == 303
    assert post(client, made, "place", 4, kind="way", name="", points="B3 > h").status_code == 303
    assert text_of(made) == {"room B-204", "door B3", "point h", "way B3 > h"}
    assert 'id="room-b-204"' in client.get(f"/plans/{made.pk}/").content.decode()


def test_the_same_name_takes_its_place_and_a_removed_point_takes_its_ways_along(
    plan: FloorPlan, admin: Actor, client_of: Any
) -> None:
    client = client_of(admin)
    text = "door D: 1,1\npoint p: 9,9\nway D > p\nroom B-204: 0,0 9,0 9,9\ndoorway B-204: 9,0\ncalm B-204: quiet\n"
    assert post(client, plan, "text", drawing=text).status_code == 303
    assert post(client, plan, "place", 2, kind="point", name="p", points="20,20").status_code == 303
    kept = plan_keeping.drawing(plan)
    assert [shape.points for shape in plan_rows.shapes(kept) if shape.name == "p"] == [((20.0, 20.0),)]
    assert post(client, plan, "erase", 3, kind="point", name="p").status_code == 303
    assert text_of(plan) == {"door D", "room B-204", "doorway B-204", "calm B-204"}
    assert post(client, plan, "erase", 4, kind="room", name="B-204").status_code == 303
    assert text_of(plan) == {"door D"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kind": "room", "name": "B-204", "points": "1,1 9,9"}, "3 to 60 corners"),
        ({"kind": "room", "name": "B-204", "points": "0,0 9,0 999,9"}, "outside the plan"),
        ({"kind": "room", "name": "Z-1", "points": "0,0 9,0 9,9"}, "no room of this name"),
        ({"kind": "room", "name": "B-101", "points": "0,0 9,0 9,9"}, "no room of this name"),
        ({"kind": "room", "name": "B-204", "points": "0,0 9,x"}, "is not a point"),
        ({"kind": "room", "name": "B-204", "points": "0,0 5,5 9,9"}, "encloses nothing"),
        ({"kind": "door", "name": "D", "points": "0,0 9,0"}, "exactly one point"),
        ({"kind": "door", "name": "", "points": "0,0"}, "1 to 40 characters"),
        ({"kind": "way", "name": "", "points": "a > b"}, "which is not drawn"),
        ({"kind": "way", "name": "", "points": "a"}, "2 to 60 points"),
        ({"kind": "doorway", "name": "B-204", "points": "1,1"}, "is not drawn"),
        ({"kind": "moat", "name": "M", "points": "1,1"}, "Select a valid choice"),
    ],
)
def test_a_mistake_is_said_beside_what_was_typed_and_nothing_is_kept(
    plan: FloorPlan, admin: Actor, client_of: Any, typed: dict[str, str], said: str
) -> None:
    events = Event.objects.count()
    answer = post(client_of(admin), plan, "place", **typed)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert said in body
    assert f'value="{typed["points"]}"'.replace(">", "&gt;") in body
    assert (PlanDrawing.objects.count(), Event.objects.count()) == (1, events)


def test_a_text_names_the_line_of_its_mistake_and_keeps_what_was_typed(
    plan: FloorPlan, admin: Actor, client_of: Any
) -> None:
    answer = post(client_of(admin), plan, "text", drawing="door D: 1,1\n\ndoor E 2,2")
    assert answer.status_code == 422
    assert "Line 3:" in answer.content.decode()
    assert "door E 2,2" in answer.content.decode()


def test_two_who_draw_at_once_do_not_overwrite_each_other(plan: FloorPlan, admin: Actor, client_of: Any) -> None:
    client = client_of(admin)
    assert post(client, plan, "place", kind="door", name="D", points="1,1").status_code == 303
    answer = post(client, plan, "place", kind="door", name="E", points="2,2")
    assert answer.status_code == 409
    assert 'value="2,2"' in answer.content.decode()
    assert text_of(plan) == {"door D"}


def test_an_earlier_drawing_is_taken_again_as_a_new_one(plan: FloorPlan, admin: Actor, client_of: Any) -> None:
    client = client_of(admin)
    post(client, plan, "text", drawing="room B-204: 0,0 9,0 9,9\ndoor D: 1,1")
    post(client, plan, "text", 2, drawing="")
    assert text_of(plan) == set()
    assert post(client, plan, "restore", 3, number=2).status_code == 303
    assert text_of(plan) == {"room B-204", "door D"}
    assert FloorPlan.objects.get().version == 4
    assert post(client, plan, "restore", 4, number=9).status_code == 404
    assert PlanRoom.objects.count() == 2


def test_a_plan_is_withdrawn_and_shown_again_once(plan: FloorPlan, admin: Actor, client_of: Any) -> None:
    client = client_of(admin)
    assert post(client, plan, "turn", move="withdraw").status_code == 303
    assert not FloorPlan.objects.get().active
    assert post(client, plan, "turn", move="withdraw").status_code == 409
    assert post(client, plan, "turn", move="resume").status_code == 303


def test_where_a_campus_lies_is_typed_and_drawn(district: District, admin: Actor, client_of: Any) -> None:
    client, path = client_of(admin), f"/campuses/{district.campus.pk}/outline/"
    ring = "-105.42,30.61 -105.417,30.61 -105.417,30.612 -105.42,30.612"
    typed = {"version": 1, "outline": f"outline: {ring}\nbuilding B: -105.419,30.6105 -105.418,30.6105 -105.418,30.611"}
    assert client.post(path, typed).status_code == 303
    assert CampusOutline.objects.get().buildings[0]["name"] == "B"
    assert 'id="room-b"' in client.get(path).content.decode()
    assert client.post(path, typed).status_code == 409
    wrong = client.post(path, {"version": 2, "outline": "outline: 200,1 201,1 201,2"})
    assert (wrong.status_code, "longitude and latitude" in wrong.content.decode()) == (422, True)


def test_nobody_but_the_administrator_draws(district: District, plan: FloorPlan, client_of: Any) -> None:
    for actor in (district.dispatcher, district.supervisor, district.officer(district.cit_officer)):
        client = client_of(actor)
        assert client.get("/plans/").status_code == 403
        for step in ("place", "erase", "text", "restore", "turn", "picture"):
            assert post(client, plan, step).status_code == 403, step
        assert client.get(f"/campuses/{district.campus.pk}/outline/").status_code == 403
    assert PlanDrawing.objects.count() == 1


def test_the_editor_asks_a_constant_number_of_statements(district: District, admin: Actor, client_of: Any) -> None:
    found = both(district, admin)
    client, counts = client_of(admin), []
    for _round in range(2):
        with CaptureQueriesContext(connection) as counted:
            client.get(f"/plans/{found[2].pk}/")
        counts.append(len(counted))
        lines = "".join(f"point z{n}: {n},1\n" for n in range(60))
        plans.draw(found[2], actor=admin, expected_version=None, drawing=lines)
    assert counts[0] >= counts[1]


def test_a_plan_of_a_floor_exists_once(district: District, plan: FloorPlan, admin: Actor, client_of: Any) -> None:
    answer = client_of(admin).post(
        f"/buildings/{district.room.building_id}/plan/", {"floor": 2, "width": 404, "height": 214}
    )
    assert answer.status_code == 422
    assert re.search("already a plan of this floor", answer.content.decode())
