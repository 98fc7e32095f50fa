"""What the invented district knows of its places is sound, and found as a dispatcher types it."""

from datetime import UTC, datetime

import pytest

from cit_dispatch.demo import people, places, premises
from core.actors import Actor
from officers.models import (
    BellPeriod,
    Building,
    Campus,
    CampusGroup,
    Extension,
    PlaceAlias,
    PremiseNote,
    RoleGrant,
    Room,
)
from officers.roles import Role
from officers.selectors import actor_of, minimums, places_about
from officers.selectors import places as finding

# A Wednesday morning in Denver: 9:45.
AT = datetime(2026, 11, 18, 16, 45, tzinfo=UTC)


@pytest.fixture
def desk(db: None) -> Actor:
    """A dispatcher of the invented district."""
    built = places.build()
    people.build(built, AT)
    premises.build(built, AT)
    return actor_of(RoleGrant.objects.filter(role=Role.DISPATCHER)[0].user)


def test_every_room_has_a_telephone_of_its_own(desk: Actor) -> None:
    assert Extension.objects.count() == Room.objects.count() == 120
    found = finding.by_extension(desk, "4204")
    assert found is not None
    assert found.place.label == "Sotol High School, room B-204"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("sh204", "Sotol High School, room B-204"),
        ("shs b204", "Sotol High School, room B-204"),
        ("the pit", "Sotol High School, room A-101"),
        ("bm204", "Basalt Middle School, room B-204"),
        ("off", "Off campus"),
        ("sotol", "Sotol High School"),
        ("B-204 sotol", "Sotol High School, room B-204"),
    ],
)
def test_places_are_found_as_a_dispatcher_types_them(desk: Actor, typed: str, label: str) -> None:
    assert finding.find(desk, typed)[0].label == label


def test_who_is_in_the_room_and_what_to_beware_of(desk: Actor) -> None:
    room = Room.objects.get(name="C-205", building__campus__code="SHS")
    found = places_about.about(desk, room.building.campus, room.building, room, AT)
    (now,) = found.present
    assert now.use is not None
    assert (now.period.name, str(now.period.ends)) == ("Period 2", "10:20:00")
    assert [note.text[:9] for note in found.hazards] == ["Chemistry"]
    assert [note.kind for note in found.notes] == ["hazard", "access", "contact"]


def test_the_periods_of_a_day_leave_no_gap(desk: Actor) -> None:
    for code in premises.DAYS:
        day = list(BellPeriod.objects.filter(campus__code=code).order_by("starts"))
        assert [each.ends for each in day[:-1]] == [each.starts for each in day[1:]]


def test_the_place_that_is_none_is_no_campus_to_cover(desk: Actor) -> None:
    off = Campus.objects.get(code="OFF")
    assert not Building.objects.filter(campus=off).exists()
    assert off not in minimums.campuses(desk)
    assert off not in minimums.ungrouped(desk)
    assert not CampusGroup.objects.filter(members__campus=off).exists()


def test_nothing_is_said_twice(desk: Actor) -> None:
    assert PlaceAlias.objects.count() == 14
    assert PremiseNote.objects.count() == len(premises.NOTES)
