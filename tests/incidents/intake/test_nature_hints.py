"""Which nature is meant: a table of cases, and the rules of the list itself."""

import pytest

from incidents.nature_hints import alarms, exact, suggest
from incidents.nature_hints.catalogue import catalogue
from incidents.scripting import STANDARD, fast_path
from incidents.vocabulary import Nature

CODES = catalogue()


@pytest.mark.parametrize(
    ("typed", "nature"),
    [
        ("su", "suicidal_ideation"),
        (" SU ", "suicidal_ideation"),
        ("SU Suicidal thoughts", "suicidal_ideation"),
        ("suicidal thoughts", "suicidal_ideation"),
        ("Self-harm", "self_harm"),
        ("self harm", "self_harm"),
        ("s", ""),
        ("suicidal", ""),
        ("", ""),
        ("su me", ""),
    ],
)
def test_a_code_or_a_whole_name_is_exact(typed: str, nature: str) -> None:
    found = exact(typed, CODES)
    assert (found.nature if found else "") == nature


@pytest.mark.parametrize(
    ("said", "natures"),
    [
        ("She says she wants to die", ["suicidal_ideation"]),
        ("SUICIDE!", ["suicidal_ideation"]),
        ("there is no point any more", ["suicidal_ideation"]),
        ("he has a knife", ["weapon_with_mh_component"]),
        ("he has no knife", []),
        ("not a knife, no gun", ["weapon_with_mh_component"]),
        ("he has a knife and wants to die", ["suicidal_ideation", "weapon_with_mh_component"]),
        ("knives", []),
        ("hearing voices", ["psychosis_altered"]),
        ("oyé voces", ["psychosis_altered"]),
        ("oye voces", ["psychosis_altered"]),
        ("está sangrando", ["medical"]),
        ("tomo pastillas", ["suicide_attempt"]),
        ("all quiet", []),
        ("", []),
    ],
)
def test_words_point_at_natures_the_best_first(said: str, natures: list[str]) -> None:
    assert [hint.code.nature for hint in suggest(said, CODES)] == natures


@pytest.mark.parametrize(
    ("said", "rings"),
    [
        ("there is a gun", {"weapon"}),
        ("a box cutter in the bag", {"weapon"}),
        ("no weapon", set()),
        ("without a weapon", {"weapon"}),
        ("she collapsed", {"medical"}),
        ("he is not breathing", {"medical"}),
        ("a pistol, and he is bleeding", {"weapon", "medical"}),
        ("took pills", {"medical"}),
        ("he is medical staff", set()),
        ("he is crying", set()),
    ],
)
def test_weapon_and_medical_ring_by_the_words_of_their_natures(said: str, rings: set[str]) -> None:
    assert {str(alarm) for alarm in alarms(said, CODES)} == rings


def test_at_most_three_are_suggested() -> None:
    said = "suicide with a knife in a fight, bleeding, panic"
    assert len(suggest(said, CODES)) == 3


def test_every_nature_has_one_code_and_no_code_begins_another() -> None:
    codes = [code.code for code in CODES]
    assert {code.nature for code in CODES} == set(Nature.values)
    assert not [(a, b) for a in codes for b in codes if a != b and b.startswith(a)]


def test_no_code_followed_by_an_answer_of_the_first_question_begins_a_known_word() -> None:
    letters = [choice.letter.lower() for choice in fast_path(STANDARD)[0].offered]
    words = "|".join(code.opens for code in CODES).split("|")
    begun = [
        (code.code, word)
        for code in CODES
        for word in words
        if word.startswith(tuple(code.code.lower() + x for x in letters))
    ]
    assert begun == []


def test_ten_thousand_words_are_looked_through_once() -> None:
    said = "word " * 10_000 + "knife"
    assert [hint.found for hint in suggest(said, CODES)] == [("knife",)]
