"""The rule by itself: hand-checked cases, and what holds for all names."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.matching import Band, Facts, Sign, compare, words
from incidents.matching.names import Alike, alike, keys, parts
from incidents.matching.nicknames import GROUPS

TODAY = date(2026, 3, 4)
CASES = list(csv.DictReader(Path(__file__).with_name("matching_cases.csv").read_text().splitlines()))
NAMES = st.sampled_from(
    ["Larkspur", "Aster", "José", "Pepe", "María", "García-López", "Peña", "O'Neil", "de la Cruz", "Delacruz", "J."]
)
WHOLE_NAMES = st.lists(NAMES, min_size=1, max_size=3).map(" ".join)
ANY_FACTS = st.builds(
    Facts,
    names=st.lists(WHOLE_NAMES, max_size=2).map(tuple),
    student_number=st.sampled_from(["", "D1", "D2"]),
    birth_date=st.sampled_from([None, date(2010, 3, 4), date(2010, 4, 3), date(1987, 11, 20)]),
    age=st.sampled_from([None, 15, 40]),
    campus=st.sampled_from(["", "AHS", "BMS"]),
    grade=st.sampled_from(["", "g09", "g10", "unknown"]),
)


def facts(row: dict[str, str], before: str = "") -> Facts:
    born = row[f"{before}born"]
    return Facts(
        names=(row[f"{before}name"],) if row[f"{before}name"] else (),
        student_number=row[f"{before}number"],
        birth_date=date.fromisoformat(born) if born and not born.startswith("age") else None,
        age=int(born.removeprefix("age ")) if born.startswith("age") else None,
        campus=row[f"{before}campus"],
        grade=row[f"{before}grade"],
    )


def test_there_are_at_least_forty_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("row", CASES, ids=[row["why"] for row in CASES])
def test_a_hand_checked_case(row: dict[str, str]) -> None:
    found = compare(facts(row), facts(row, "other_"), TODAY)
    assert (found.band.value if found else "") == row["band"], found


@given(ANY_FACTS, ANY_FACTS)
def test_it_does_not_matter_who_is_compared_with_whom(one: Facts, other: Facts) -> None:
    assert compare(one, other, TODAY) == compare(other, one, TODAY)


@given(st.lists(NAMES, min_size=2, max_size=3))
def test_the_order_of_names_does_not_matter(names: list[str]) -> None:
    turned = list(reversed(names))
    assert alike(" ".join(names), " ".join(turned)) >= Alike.VARIANT


@given(WHOLE_NAMES)
def test_accents_case_and_hyphens_do_not_matter(name: str) -> None:
    bare = name.translate(str.maketrans("éíóñáÉÍ", "eionaEI")).upper().replace("-", " ")
    assert parts(name) == parts(bare)


@given(ANY_FACTS, ANY_FACTS)
def test_only_the_number_makes_it_certain(one: Facts, other: Facts) -> None:
    found = compare(one, other, TODAY)
    assert found is None or found.band is not Band.CERTAIN or Sign.NUMBER in found.signs


@given(st.text(max_size=80))
def test_any_text_can_be_a_name(text: str) -> None:
    assert all(part.isascii() and part.isalpha() for part in parts(text))
    assert set(keys([text]).replace(" ", "")) <= set("abcdefghijklmnopqrstuvwxyz01")


def test_every_short_form_is_plainly_spelled() -> None:
    assert all(parts(form) == (form,) for form in GROUPS)


def test_reasons_and_doubts_are_said_apart() -> None:
    found = compare(
        Facts(("Jasper Feldspar",), "D1", date(2010, 3, 4)), Facts(("Lark Aster",), "D1", date(2010, 3, 4)), TODAY
    )
    assert found is not None
    assert words.reasons(found) == ["same student number", "same birth date"]
    assert words.doubts(found) == ["other name"]
