"""Finding places in the database: who may, what it costs, and that a change is seen at once."""

from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Forbidden
from officers.models import Building, Campus, Extension, PlaceAlias, Room
from officers.selectors import places
from tests.cast import District, counselors


def labels(actor: Actor, text: str) -> list[str]:
    """What is offered, in words."""
    return [place.label for place in places.find(actor, text)]


def alias(district: District, text: str, **about: Any) -> PlaceAlias:
    """A stored alias of the district's room."""
    where = {"campus": district.campus, "building": district.room.building, "room": district.room, **about}
    return PlaceAlias.objects.create(agency=district.campus.agency, alias=text, **where)


def test_a_room_is_found_by_code_and_digits(district: District) -> None:
    (found, *_others) = places.find(district.dispatcher, "ahs204")
    assert (found.campus, found.building, found.room) == (
        district.campus.pk,
        district.room.building_id,
        district.room.pk,
    )
    assert (found.label, found.detail) == ("Agave High School, room B-204", "Building B, floor 1, door B3")
    assert found.key == f"room:{district.room.pk}"


def test_campus_and_building_are_found_too(district: District) -> None:
    found = places.find(district.dispatcher, "agave")
    assert [place.key.partition(":")[0] for place in found] == ["campus", "building", "room"]
    assert (found[0].building, found[1].room) == (None, None)


def test_another_agency_is_not_found(district: District, neighbor: District) -> None:
    assert len(labels(district.dispatcher, "b204")) == 1
    assert places.resolve(district.dispatcher, text="ahs204") != places.resolve(neighbor.dispatcher, text="ahs204")


def test_who_neither_takes_nor_answers_calls_finds_nothing(district: District) -> None:
    _team, (counselor,) = counselors(district, "Marigold")
    with pytest.raises(Forbidden):
        places.find(counselor, "b204")
    with pytest.raises(Forbidden):
        places.by_extension(counselor, "4204")
    assert labels(district.officer(district.other_officer), "b204")


def test_every_change_is_seen_at_once(district: District) -> None:
    agency = district.campus.agency
    assert labels(district.dispatcher, "pit") == []
    made = alias(district, "The pit")
    assert labels(district.dispatcher, "pit") == ["Agave High School, room B-204"]
    PlaceAlias.objects.filter(pk=made.pk).update(active=False)
    assert labels(district.dispatcher, "pit") == []
    Room.objects.create(agency=agency, building=district.room.building, name="Pit", nearest_door="B1")
    assert labels(district.dispatcher, "pit") == ["Agave High School, room Pit"]
    Building.objects.create(agency=agency, campus=district.campus, name="Pithouse")
    assert len(labels(district.dispatcher, "pit")) == 2
    Campus.objects.filter(pk=district.campus.pk).update(name="Pitaya High School")
    assert labels(district.dispatcher, "pitaya")[0] == "Pitaya High School"


def test_two_changes_of_one_row_in_one_transaction_are_both_seen(district: District) -> None:
    Campus.objects.filter(pk=district.campus.pk).update(name="Sage High School")
    assert labels(district.dispatcher, "sage")
    Campus.objects.filter(pk=district.campus.pk).update(name="Thistle High School")
    assert (labels(district.dispatcher, "sage"), bool(labels(district.dispatcher, "thistle"))) == ([], True)


def test_a_room_that_is_no_more_is_not_offered(district: District) -> None:
    Room.objects.filter(pk=district.room.pk).update(active=False)
    assert labels(district.dispatcher, "b204") == []


def test_the_key_of_a_room_that_is_no_more_is_refused_with_words(district: District) -> None:
    key = f"room:{district.room.pk}"
    found = places.resolve(district.dispatcher, key=key)
    assert found is not None
    assert found.label == "Agave High School, room B-204"
    Room.objects.filter(pk=district.room.pk).update(active=False)
    with pytest.raises(BrokenRule, match="no longer in the list") as refusal:
        places.resolve(district.dispatcher, key=key, text="B-204")
    assert set(refusal.value.fields) == {"place"}


@pytest.mark.parametrize(
    "key", ["room:5d1f4f5e-3f0b-4c55-9a53-0d8d3f1c2a71", "room:", "nonsense", "x" * 10_000, "campus:%"]
)
def test_a_key_that_nobody_gave_out_is_refused(district: District, key: str) -> None:
    with pytest.raises(BrokenRule):
        places.resolve(district.dispatcher, key=key)


def test_a_key_of_another_agency_is_refused(district: District, neighbor: District) -> None:
    with pytest.raises(BrokenRule):
        places.resolve(district.dispatcher, key=f"room:{neighbor.room.pk}")


def test_words_alone_are_a_place_only_beyond_doubt(district: District) -> None:
    found = places.resolve(district.dispatcher, text="ahs 204")
    assert found is not None
    assert found.room == district.room.pk
    assert places.resolve(district.dispatcher, text="the corner of Main and 5th") is None
    assert places.resolve(district.dispatcher, text="") is None


def test_the_rows_of_a_place(district: District) -> None:
    for key, room, building in (
        (f"room:{district.room.pk}", district.room, district.room.building),
        (f"building:{district.room.building_id}", None, district.room.building),
        (f"campus:{district.campus.pk}", None, None),
    ):
        found = places.resolve(district.dispatcher, key=key)
        assert found is not None
        rows = places.records(district.dispatcher, found)
        assert (rows.campus, rows.building, rows.room) == (district.campus, building, room)


def test_a_telephone_says_where_it_stands(district: District) -> None:
    row = Extension.objects.create(
        agency=district.campus.agency,
        campus=district.campus,
        building=district.room.building,
        room=district.room,
        number="4204",
        label="Wall phone",
    )
    found = places.by_extension(district.dispatcher, "4204")
    assert found is not None
    assert (found.number, found.label, found.place.room) == ("4204", "Wall phone", district.room.pk)
    Room.objects.filter(pk=district.room.pk).update(active=False)
    found = places.by_extension(district.dispatcher, "4204")
    assert found is not None
    assert (found.place.room, found.place.campus) == (None, district.campus.pk)
    Extension.objects.filter(pk=row.pk).update(active=False)
    assert places.by_extension(district.dispatcher, "4204") is None


def many(district: District, number: int) -> None:
    """This many more rooms."""
    building = district.room.building
    Room.objects.bulk_create(
        [
            Room(agency=building.agency, building=building, name=f"B-{1000 + each}", nearest_door="B1")
            for each in range(number)
        ]
    )


@pytest.mark.parametrize("number", [10, 500])
def test_finding_takes_one_statement_however_many_rooms(
    district: District, number: int, django_assert_num_queries: Any
) -> None:
    many(district, number)
    places.find(district.dispatcher, "b")
    with django_assert_num_queries(1):
        assert len(places.find(district.dispatcher, "b")) == places.LIMIT
    with django_assert_num_queries(1):
        places.resolve(district.dispatcher, text="ahs1001")
