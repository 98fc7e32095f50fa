"""What a typed line means, by table; and what it never means."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.commanding import KnownIncident, KnownNature, KnownPlace, KnownUnit, World, read

HERE = Path(__file__).parent
CASES = list(csv.DictReader((HERE / "command_cases.csv").read_text().splitlines()))
REFUSED = list(csv.DictReader((HERE / "refused_cases.csv").read_text().splitlines()))
PLACES = {
    "ln204": [KnownPlace("b204", "Lincoln HS room B-204")],
    "lincoln 204": [KnownPlace("b204", "Lincoln HS room B-204")],
    "lincoln": [KnownPlace("lincoln", "Lincoln High School")],
    "gym": [KnownPlace("gym1", "North gym"), KnownPlace("gym2", "South gym")],
    "many": [KnownPlace(f"m{n}", f"Place {n}") for n in range(8)],
}
WORLD = World(
    incidents=(
        KnownIncident("i417", "26-0417", "Person on roof edge"),
        KnownIncident("i415", "26-0415", "Behavioral crisis"),
        KnownIncident("i408", "26-0408", "Parent dispute"),
    ),
    units=(
        KnownUnit("c12", "C-12", "Vega", cit=True),
        KnownUnit("c30", "C-30", "Ana Vega"),
        KnownUnit("c05", "C-05", "Lindqvist", cit=True),
        KnownUnit("c09", "C-09", "Nakai", cit=True),
        KnownUnit("c07", "C-07", "Haldane", True, "available", "p7", "en_route", "26-0415", "i415"),
        KnownUnit("s21", "S-21", "Dorsey"),
    ),
    natures=(KnownNature("suicidal_ideation", "SU", "Suicidal thoughts"),),
    places=lambda text: PLACES.get(text.casefold(), ()),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_a_line_means_what_the_table_says(case: dict[str, str]) -> None:
    found = read(case["typed"], WORLD)
    assert [one.meaning for one in found.readings] == case["meanings"].split("|")
    assert {one.verb for one in found.readings} == {case["verb"]}
    if case["sentence"]:
        assert [str(one.sentence) for one in found.readings] == [case["sentence"]]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["typed"])
def test_a_line_that_means_nothing_says_why(case: dict[str, str]) -> None:
    found = read(case["typed"], WORLD)
    assert (str(found.problem), found.readings, found.runs) == (case["problem"], (), None)


def test_one_meaning_runs_and_two_never_do() -> None:
    assert read("d 417 c5", WORLD).runs is not None
    assert read("d 417 vega", WORLD).runs is None
    assert read("n gym su", WORLD).runs is None


def test_at_most_five_meanings_are_listed_and_the_rest_is_counted() -> None:
    found = read("n many", WORLD)
    assert (len(found.readings), found.more, found.runs) == (5, 3, None)


def test_an_empty_line_means_nothing_and_is_no_mistake() -> None:
    assert read("  ", WORLD).problem == ""


def test_a_note_keeps_its_words_as_they_were_typed_and_out_of_the_meaning() -> None:
    (one,) = read("  nt 415 calming  down,\tsays “no” ", WORLD).readings
    assert one.given["words"] == "calming  down,\tsays “no”"
    assert one.meaning == "nt incident=i415"


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read(text, WORLD)
    assert len(found.readings) <= 5
    assert not (found.readings and found.problem)


@given(st.integers(min_value=0, max_value=9999))
def test_a_number_means_the_incident_that_ends_in_it_and_no_other(number: int) -> None:
    known = {int(one.number[3:]): one.key for one in WORLD.incidents}
    found = read(f"g {number}", WORLD)
    assert [one.given["incident"] for one in found.readings] == [known[number] for _ in range(number in known)]
