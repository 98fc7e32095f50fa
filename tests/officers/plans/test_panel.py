"""The panel: what it draws, what it says, and what it says when nothing is drawn."""

from dataclasses import replace
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from core.actors import Actor
from core.errors import Forbidden
from officers.models import FloorPlan, Room
from officers.selectors import plans
from officers.services import plans as services
from tests.cast import District
from tests.officers.plans.drawn import UPSTAIRS, both

WORDS = "Enter by door B3, up the stairs to floor 2, turn left, turn right, first room on the right."


@pytest.fixture
def drawn(district: District, admin: Actor) -> dict[int, FloorPlan]:
    """Both floors of building B."""
    return both(district, admin)


def seen(district: District, actor: Actor | None = None, **asked: Any) -> dict[str, Any]:
    """The panel for room B-204."""
    room = Room.objects.select_related("building__campus").get(name="B-204", agency=district.campus.agency)
    return plans.panel(actor or district.dispatcher, room.building.campus, room.building, room, **asked)


def markup(context: dict[str, Any]) -> str:
    """The panel as the page has it."""
    return render_to_string("officers/plans/_panel.html", context)


def test_the_room_is_hot_on_its_own_floor_and_the_way_is_said(district: District, drawn: dict[int, FloorPlan]) -> None:
    found = seen(district)
    (hot,) = [room for room in found["plan"]["rooms"] if room["tone"] == "hot"]
    assert (found["shown"], hot["name"], found["caption"]) == ("2", "B-204", WORDS)
    assert [tab["label"] for tab in found["tabs"]] == ["Floor 1", "Floor 2", "Campus"]
    assert found["plan"]["route"] == "M377 60L317 60L317 106L263 106L263 88"
    assert found["label"].endswith(
        "Building B, Agave High School, plan of floor 2. Room B-204 is marked. The way from door B3 is drawn."
    )


def test_the_other_floor_shows_the_door_and_the_beginning_of_the_way(
    district: District, drawn: dict[int, FloorPlan]
) -> None:
    found = seen(district, floor="1")
    assert [(door["name"], door["chosen"]) for door in found["plan"]["doors"]] == [("B1", False), ("B3", True)]
    assert found["plan"]["route"] == "M377 18L377 60"
    assert not [room for room in found["plan"]["rooms"] if room["tone"] == "hot"]


def test_the_picture_holds_the_rooms_the_way_and_no_script(district: District, drawn: dict[int, FloorPlan]) -> None:
    district.room.refresh_from_db()
    found = markup(seen(district, units=[("S-21", district.room), ("C-05", None)], note="Caller"))
    for part in ('role="img"', 'class="m-hot"', 'class="m-calm"', 'class="m-path"', ">S21<", "Caller", "C-05", WORDS):
        assert part in found, part
    for part in ("<script", "style=", "onclick"):
        assert part not in found


def test_a_building_without_a_drawing_still_says_what_is_known_of_the_door(district: District) -> None:
    Room.objects.filter(pk=district.room.pk).update(directions="Up the stairs, first room on the left")
    found = seen(district)
    assert (found["plan"], found["shown"]) == (None, "campus")
    assert found["caption"] == "Enter by door B3. Up the stairs, first room on the left."
    assert "No plan has been drawn here" in markup(found)


def test_a_withdrawn_plan_is_not_shown(district: District, admin: Actor, drawn: dict[int, FloorPlan]) -> None:
    services.withdraw(drawn[2], actor=admin, expected_version=None)
    found = seen(district)
    assert [tab["label"] for tab in found["tabs"]] == ["Floor 1", "Campus"]
    assert found["caption"] == "Enter by door B3."


def test_directions_are_said_in_spanish(district: District, drawn: dict[int, FloorPlan]) -> None:
    with override("es"):
        assert seen(district)["caption"] == (
            "Entre por la puerta B3, suba la escalera al piso 2, gire a la izquierda, gire a la derecha, "
            "primer salón a la derecha."
        )


def test_who_neither_sends_nor_goes_sees_no_plan(district: District, drawn: dict[int, FloorPlan]) -> None:
    nobody = replace(district.dispatcher, roles=frozenset({"teacher_staff"}))
    with pytest.raises(Forbidden):
        seen(district, nobody)
    assert seen(district, district.officer(district.other_officer))["caption"] == WORDS


def test_the_number_of_statements_does_not_grow_with_the_drawing(
    district: District, admin: Actor, drawn: dict[int, FloorPlan], django_assert_num_queries: Any
) -> None:
    room = Room.objects.select_related("building__campus").get(pk=district.room.pk)
    for size in (0, 60):
        for number in range(size):
            Room.objects.create(
                agency=room.agency, building=room.building, name=f"Z-{number}", floor=2, nearest_door="B1"
            )
        lines = "".join(f"room Z-{number}: {number},200 {number + 1},200 {number},202\n" for number in range(size))
        services.draw(drawn[2], actor=admin, expected_version=None, drawing=UPSTAIRS + lines)
        with django_assert_num_queries(2):
            plans.panel(district.dispatcher, room.building.campus, room.building, room)
