"""The rule by itself: when a call is likely about a known incident, and in which order incidents are named."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from incidents.likeness import Heard, Known, Person, Sign, compare, most_like, words
from incidents.likeness.families import FAMILIES, related
from incidents.vocabulary import Nature

NOON = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
CAMPUS, OTHER_CAMPUS, BUILDING, ROOM, OTHER_ROOM = ("campus", "other campus", "building", "room", "other room")


def heard(**changes: Any) -> Heard:
    return Heard(**{"at": NOON, "campus": CAMPUS, **changes})


def known(**changes: Any) -> Known:
    said: dict[str, Any] = {"key": "9", "number": "26-0417", "priority": "p2", "status": "triaged"}
    said |= {"nature": "suicidal_ideation", "campus": CAMPUS, "is_site": True, "building": BUILDING, "room": ROOM}
    return Known(**{**said, "heard_at": (NOON - timedelta(minutes=3),), **changes})


COMMON = [
    ({"room": ROOM}, {}, (Sign.ROOM,)),
    ({"room": ROOM, "building": BUILDING}, {}, (Sign.ROOM,)),
    ({"room": OTHER_ROOM, "building": BUILDING}, {}, (Sign.BUILDING,)),
    ({"nature": "self_harm"}, {}, (Sign.FAMILY,)),
    ({"callback": "(505) 555-0101"}, {"callbacks": ("505 555 0101",)}, (Sign.CALLBACK,)),
    ({"callback": "555-0101"}, {"callbacks": ("505 555 0101",)}, (Sign.CALLBACK,)),
    ({"callback": "ext. 4204"}, {"callbacks": ("4204",)}, (Sign.CALLBACK,)),
    ({"caller_name": "A. WHITMAN "}, {"callers": ("", "a whitman")}, (Sign.CALLER,)),
    ({"people": (Person("Lee Example"),)}, {"people": (Person("lee example", "77"),)}, (Sign.PERSON,)),
    ({"people": (Person("", "S-77"),)}, {"people": (Person("Other Spelling", "s77"),)}, (Sign.PERSON,)),
    ({"room": ROOM, "nature": "self_harm"}, {}, (Sign.ROOM, Sign.FAMILY)),
]


@pytest.mark.parametrize(("call", "incident", "signs"), COMMON)
def test_near_in_time_and_place_with_something_in_common_is_likely(
    call: dict[str, Any], incident: dict[str, Any], signs: tuple[Sign, ...]
) -> None:
    like = compare(heard(**call), known(**incident))
    assert like is not None
    assert like.signs == signs


APART = [
    ({}, {}),
    ({"nature": "medical"}, {}),
    ({"nature": ""}, {}),
    ({"room": OTHER_ROOM}, {}),
    ({"room": ROOM, "campus": OTHER_CAMPUS}, {}),
    ({"callback": "555-0101"}, {"callbacks": ("555-0102", "")}),
    ({"callback": "101"}, {"callbacks": ("101",)}),
    ({"callback": "4204"}, {"callbacks": ("555 4204",)}),
    ({"caller_name": " . "}, {"callers": ("", "-")}),
    ({"people": (Person("Lee Example", "77"),)}, {"people": (Person("Lee Example", "78"),)}),
    ({"people": (Person(),)}, {"people": (Person(),)}),
]


@pytest.mark.parametrize(("call", "incident"), APART)
def test_nothing_in_common_is_nothing(call: dict[str, Any], incident: dict[str, Any]) -> None:
    assert compare(heard(**call), known(**incident)) is None


def test_the_window_ends_after_its_last_second_in_both_directions() -> None:
    for sign in (1, -1):
        on_time, late = (known(heard_at=(NOON - sign * timedelta(minutes=15, seconds=more),)) for more in (0, 1))
        assert compare(heard(room=ROOM), on_time) is not None
        assert compare(heard(room=ROOM), late) is None
        assert compare(heard(room=ROOM), late, timedelta(minutes=20)) is not None


def test_the_latest_call_of_an_incident_counts() -> None:
    like = compare(heard(room=ROOM), known(heard_at=(NOON - timedelta(hours=2), NOON - timedelta(minutes=4))))
    assert like is not None
    assert like.minutes == 4
    assert compare(heard(room=ROOM), known(heard_at=())) is None


def test_at_no_campus_only_people_and_telephones_tell() -> None:
    elsewhere = known(is_site=False, callbacks=("505 555 0101",))
    assert compare(heard(room=ROOM, building=BUILDING, nature="self_harm"), elsewhere) is None
    like = compare(heard(nature="self_harm", callback="505 555 0101"), elsewhere)
    assert like is not None
    assert like.signs == (Sign.CALLBACK,)


def test_the_surest_is_named_first_and_never_more_than_three() -> None:
    incidents = [
        known(number="26-0001", building="", room=""),
        known(number="26-0002"),
        known(number="26-0003", heard_at=(NOON - timedelta(minutes=1),)),
        known(number="26-0004", room="", building="", nature="medical", people=(Person("Lee Example"),)),
        known(number="26-0005", heard_at=(NOON - timedelta(minutes=1),)),
    ]
    call = heard(room=ROOM, nature="self_harm", people=(Person("Lee Example"),))
    assert [like.known.number for like in most_like(call, incidents)] == ["26-0004", "26-0003", "26-0005"]


def test_every_nature_belongs_to_exactly_one_family() -> None:
    assert sorted(nature for family in FAMILIES for nature in family) == sorted(Nature.values)
    assert related("threat_to_others", "weapon_with_mh_component")
    assert not related("", "")


def test_the_reason_is_said_in_words() -> None:
    like = compare(heard(room=ROOM, nature="self_harm"), known())
    assert like is not None
    assert words.reason(like) == "same room, similar nature, 3 min ago"
    now = compare(heard(room=ROOM), known(heard_at=(NOON,)))
    assert now is not None
    assert words.reason(now) == "same room, just now"
