"""What is known of a place: hazards first, in force on the agency's own day, and who is likely there now."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from core import clock
from core.actors import Actor
from core.errors import Forbidden
from officers.models import Room, User
from officers.selectors import places_about
from tests.cast import District, counselors
from tests.officers.places.scene import MORNING, note, period, telephone, use


def texts(district: District, level: str = "room", at: datetime = MORNING) -> list[str]:
    """The notes that are said at the room, in its building, or on its campus."""
    room = district.room if level == "room" else None
    building = None if level == "campus" else district.room.building
    found = places_about.about(district.dispatcher, district.campus, building, room, at)
    return [each.text for each in found.notes]


def test_hazards_come_first_and_among_equals_what_is_nearer(district: District) -> None:
    note(district, "Ring twice", kind="access", level="room")
    note(district, "Dog on the grounds", level="campus")
    note(district, "Chemicals", level="room")
    note(district, "Loose stair", level="building")
    assert texts(district) == ["Chemicals", "Loose stair", "Dog on the grounds", "Ring twice"]
    assert texts(district, "building") == ["Loose stair", "Dog on the grounds"]
    assert texts(district, "campus") == ["Dog on the grounds"]


def test_another_room_is_not_warned_of(district: District) -> None:
    note(district, "Chemicals", level="room")
    building = district.room.building
    other = Room.objects.create(agency=building.agency, building=building, name="B-205", nearest_door="B3")
    assert places_about.about(district.dispatcher, district.campus, building, other, MORNING).notes == []


def test_a_note_ends_with_the_agencys_own_day(district: District) -> None:
    note(district, "Wet floor", until=date(2026, 3, 4))
    evening = datetime(2026, 3, 5, 6, 30, tzinfo=UTC)
    assert texts(district, at=evening) == ["Wet floor"]
    assert texts(district, at=evening + timedelta(hours=1)) == []


def test_a_withdrawn_note_is_not_said(district: District) -> None:
    note(district, "Wet floor", active=False)
    assert texts(district) == []


def test_who_is_likely_in_the_room(district: District) -> None:
    second = period(district, "Period 2", time(9), time(10, 20))
    use(district, second)
    found = places_about.about(district.dispatcher, district.campus, None, district.room, MORNING)
    (now,) = found.present
    assert now.use is not None
    assert (now.period.name, now.use.group, now.use.adult, now.use.people) == (
        "Period 2",
        "Biology, grade 10",
        "Ms. Quill",
        24,
    )
    later = MORNING + timedelta(hours=2)
    assert places_about.about(district.dispatcher, district.campus, None, district.room, later).present == []


def test_the_telephones_of_the_room_and_no_others(district: District) -> None:
    telephone(district)
    telephone(district, "4000", "campus")
    room = places_about.about(district.dispatcher, district.campus, None, district.room, MORNING)
    campus = places_about.about(district.dispatcher, district.campus, None, None, MORNING)
    assert ([each.number for each in room.telephones], [each.number for each in campus.telephones]) == (
        ["4204"],
        ["4000"],
    )


def test_another_agency_is_told_nothing(district: District, neighbor: District) -> None:
    note(district, "Chemicals")
    found = places_about.about(neighbor.dispatcher, district.campus, None, district.room, MORNING)
    assert (list(found.notes), list(found.telephones)) == ([], [])


def test_who_neither_takes_nor_answers_calls_is_told_nothing(district: District) -> None:
    _team, (counselor,) = counselors(district, "Marigold")
    with pytest.raises(Forbidden):
        places_about.about(counselor, district.campus, None, district.room, MORNING)


@pytest.mark.parametrize("number", [1, 15])
def test_it_takes_four_statements_however_much_is_known(
    district: District, number: int, django_assert_num_queries: Any
) -> None:
    for each in range(number):
        note(district, f"Note {each}")
        use(district, period(district, f"P{each}", time(9), time(10)), group=f"Class {each}")
        telephone(district, f"42{each:02d}")
    with django_assert_num_queries(4):
        found = places_about.about(district.dispatcher, district.campus, district.room.building, district.room, MORNING)
    assert len(found.notes) == number


def as_client(actor: Actor) -> Client:
    """A signed-in browser."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.person))
    return client


@pytest.fixture
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 9:30."""
    monkeypatch.setattr(clock, "now", lambda: MORNING)


@pytest.mark.usefixtures("morning")
def test_the_fragment_says_hazard_door_people_and_telephone(district: District) -> None:
    note(district, "Chemicals <here>")
    use(district, period(district, "Period 2", time(9), time(10, 20)))
    telephone(district)
    client = as_client(district.dispatcher)
    page = client.get("/places/about/", {"key": f"room:{district.room.pk}"}).content.decode()
    for words in (
        "Hazard",
        "Chemicals &lt;here&gt;",
        "Door B3",
        "Biology, grade 10, Ms. Quill, about 24 people",
        "Period 2, until 10:20",
        "4204",
    ):
        assert words in page
    assert page.index("Hazard") < page.index("Door B3")
    campus = client.get("/places/about/", {"key": f"campus:{district.campus.pk}"}).content.decode()
    assert "Period 2, until 10:20" in campus
    assert "Biology" not in campus


def test_a_key_of_a_room_that_is_no_more_says_so(district: District) -> None:
    client, key = as_client(district.dispatcher), f"room:{district.room.pk}"
    assert client.get("/places/about/", {"key": key}).status_code == 200
    Room.objects.filter(pk=district.room.pk).update(active=False)
    answer = client.get("/places/about/", {"key": key})
    assert (answer.status_code, "no longer in the list" in answer.content.decode()) == (422, True)
    assert client.get("/api/v1/places/about/", {"key": key}).status_code == 422


def test_no_key_is_an_empty_fragment(district: District) -> None:
    answer = as_client(district.dispatcher).get("/places/about/")
    assert (answer.status_code, answer.content.strip()) == (200, b"")


@pytest.mark.usefixtures("morning")
def test_a_program_is_told_the_same(district: District) -> None:
    note(district, "Chemicals", until=date(2026, 3, 9))
    use(district, period(district, "Period 2", time(9), time(10, 20)))
    client = as_client(district.dispatcher)
    found = json.loads(client.get("/api/v1/places/about/", {"key": f"room:{district.room.pk}"}).content)
    assert found["door"] == "B3"
    assert found["notes"] == [{"kind": "hazard", "text": "Chemicals", "until": "2026-03-09"}]
    (now,) = found["present"]
    assert (now["group"], now["people"], now["until"]) == ("Biology, grade 10", 24, "10:20:00")


def test_places_are_found_over_http(district: District) -> None:
    client = as_client(district.dispatcher)
    (found, *_others) = json.loads(client.get("/api/v1/places/", {"q": "ahs204"}).content)["results"]
    assert (found["key"], found["label"]) == (f"room:{district.room.pk}", "Agave High School, room B-204")
    page = client.get("/places/find/", {"q": "ahs204"}).content.decode()
    assert f'data-key="room:{district.room.pk}"' in page
    assert client.get("/places/find/").status_code == 200


@pytest.mark.parametrize("path", ["/places/find/", "/api/v1/places/"])
@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("%", 200),
        ("_%'\"\\", 200),
        ("\x07\x1b", 200),
        ("b\x07204", 200),
        ("x" * 201, 400),
        ("x" * 10_000, 400),
        ("\0", 400),
    ],
)
def test_bad_input_is_refused_or_finds_nothing(district: District, path: str, typed: str, status: int) -> None:
    assert as_client(district.dispatcher).get(path, {"q": typed}).status_code == status


def test_a_parameter_that_nobody_knows_is_refused(district: District) -> None:
    assert as_client(district.dispatcher).get("/places/find/", {"q": "b", "limit": "9"}).status_code == 400


def test_a_telephone_is_asked_for_over_http(district: District, neighbor: District) -> None:
    telephone(district)
    telephone(neighbor, "4999")
    client = as_client(district.dispatcher)
    found = json.loads(client.get("/api/v1/places/extension/4204/").content)
    assert (found["label"], found["place"]["key"]) == ("Wall phone", f"room:{district.room.pk}")
    for number in ("4999", "4205", "%25", "9" * 300, str(uuid4())):
        assert client.get(f"/api/v1/places/extension/{number}/").status_code == 404
