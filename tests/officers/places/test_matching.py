"""Which place is meant by what was typed: a table of cases, and what holds for all of them."""

import csv
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from officers.places import matching, words
from officers.places.facts import Named, Rule
from officers.places.matching import Entry, Hit

TABLE = Path(__file__).with_name("matching_cases.csv").read_text(encoding="utf-8")
CASES = list(csv.DictReader(TABLE.splitlines()))
SPACE = UUID(int=7)
PLACES = (
    ("Lincoln High School", "LN"),
    ("Ortega Middle School", "OMS"),
    ("Cañada Élementary", "CE"),
    ("Off campus", "OFF"),
)
ROOMS = (
    ("Lincoln High School", "A", "A-204"),
    ("Lincoln High School", "B", "B-101"),
    ("Lincoln High School", "B", "B-20"),
    ("Lincoln High School", "B", "B-204"),
    ("Lincoln High School", "C", "C-204"),
    ("Ortega Middle School", "Main", "12"),
    ("Ortega Middle School", "Main", "Nurse"),
)
ALIASES = (("Lincoln High School/C/C-204", "ln204"), ("Lincoln High School/A", "The pit"))


def key_of(*names: str) -> UUID:
    """The same key for the same names."""
    return uuid5(SPACE, "/".join(names))


def named(campus: str, building: str = "", room: str = "") -> Named:
    """A place of the invented district."""
    return Named(
        key_of(campus),
        campus,
        dict(PLACES)[campus],
        key_of(campus, building) if building else None,
        building,
        key_of(campus, building, room) if room else None,
        room,
    )


def path(found: Named) -> str:
    """How the table names a place."""
    return "/".join(filter(None, (found.campus_name, found.building_name, found.room_name)))


@pytest.fixture(scope="module")
def district() -> list[Entry]:
    """Every campus, building and room, and two aliases."""
    buildings = dict.fromkeys((campus, building) for campus, building, _room in ROOMS)
    every = [named(campus) for campus, _code in PLACES]
    every += [named(*pair) for pair in buildings]
    every += [named(*row) for row in ROOMS]
    keys = {path(each): each.key for each in every}
    return matching.entries(reversed(every), [(keys[place], alias) for place, alias in ALIASES])


def said(hits: list[Hit]) -> list[str]:
    """The places of an answer as the table names them."""
    return [path(hit.named) for hit in hits]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['typed']}: {case['why']}")
def test_the_table(district: list[Entry], case: dict[str, str]) -> None:
    hits = matching.find(district, case["typed"], 8)
    if not case["first"]:
        assert hits == []
        return
    assert (said(hits)[0], hits[0].rule.name) == (case["first"], case["rule"])


def test_every_rule_is_in_the_table() -> None:
    assert {case["rule"] for case in CASES} - {""} == {rule.name for rule in Rule}


def test_numbers_are_counted_and_not_spelled(district: list[Entry]) -> None:
    rooms = [name for name in said(matching.find(district, "lincoln b", 8)) if name.count("/") == 2]
    assert rooms == [f"Lincoln High School/B/B-{number}" for number in (20, 101, 204)]


def test_a_whole_word_comes_before_one_that_only_begins_so(district: list[Entry]) -> None:
    assert said(matching.find(district, "lincoln 20", 8)) == [
        "Lincoln High School/B/B-20",
        "Lincoln High School/A/A-204",
        "Lincoln High School/B/B-204",
        "Lincoln High School/C/C-204",
    ]


def test_an_alias_does_not_hide_the_other_places_of_that_code(district: list[Entry]) -> None:
    assert said(matching.find(district, "ln204", 8)) == [
        f"Lincoln High School/{building}/{building}-204" for building in "CAB"
    ]


def test_no_more_than_asked_for(district: list[Entry]) -> None:
    assert len(matching.find(district, "l", 3)) == 3


def test_what_is_longer_than_any_place_names_none(district: list[Entry]) -> None:
    assert matching.find(district, "ln204" + " " * 10_000, 8) == []
    assert matching.find(district, "l" * 10_000, 8) == []


def test_control_characters_separate_words(district: list[Entry]) -> None:
    assert said(matching.find(district, "\x1bln\x07204\x7f", 8))[0] == "Lincoln High School/C/C-204"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ln204", "Lincoln High School/C/C-204"),
        ("lnb204", "Lincoln High School/B/B-204"),
        ("oms12", "Ortega Middle School/Main/12"),
        ("nurse", "Ortega Middle School/Main/Nurse"),
        ("ortega nur", "Ortega Middle School/Main/Nurse"),
        ("lincoln high school", "Lincoln High School"),
    ],
)
def test_what_is_meant_beyond_doubt(district: list[Entry], typed: str, meant: str) -> None:
    hit = matching.certain(matching.find(district, typed, 2))
    assert hit is not None
    assert path(hit.named) == meant


@pytest.mark.parametrize("typed", ["lincoln 204", "204", "lincoln", "coln", "the corner of Main and 5th", ""])
def test_what_leaves_a_doubt_is_nobodys_guess(district: list[Entry], typed: str) -> None:
    assert matching.certain(matching.find(district, typed, 2)) is None


def test_the_parts_of_a_text() -> None:
    assert words.parts("Édificio LN-204b") == ["edificio", "ln", "204", "b"]
    assert words.asked("Room B-204") == ["b", "204"]
    assert words.asked("Room") == ["room"]
    assert words.squeeze("ＬＮ ２０４") == "ln204"
