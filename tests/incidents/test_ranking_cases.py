"""A table that a dispatcher can read: situation, who goes first and why, who does not, and what else to do.

A unit is written as `C-12 cit 4min es`: call sign, then what is true of it. `?min` is an unknown distance, `guard` a
security officer, `crisis2` two crisis calls this shift, `on:26-7` another incident, `here` this one, `not:campus` a
restriction. The plan of a call is its priority and what it needs.
"""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from incidents.ranking import Call, Recommendation, Snapshot, Unit, Weights, rank, words
from officers.roles import Duty
from officers.vocabulary import Language, Skill
from tests.incidents.roster import call, unit

FOLDER = Path(__file__).parent
CASES = list(csv.DictReader((FOLDER / "ranking_cases.csv").read_text().splitlines()))
COUNTED = {"crisis": "crisis_calls", "duty": "hours_on_duty", "rest": "rest_hours", "place": "place_hours"}
FLAGS: dict[str, dict[str, Any]] = {
    "cit": {"cit": True},
    "guard": {"peace_officer": False},
    "unlicensed": {"licensed": False},
    "?min": {"minutes": None},
    "here": {"incident": "26-1", "on_this_incident": True},
}


def read_unit(text: str) -> Unit:
    """One unit of the table."""
    call_sign, *said = text.split()
    facts: dict[str, Any] = {"cit": False}
    languages, skills = set(), set()
    for word in said:
        if word in Language.values:
            languages.add(word)
        elif word in Skill.values:
            skills.add(word)
        else:
            facts |= read_fact(word)
    return unit(call_sign, languages=frozenset(languages), skills=frozenset(skills), **facts)


def read_fact(word: str) -> dict[str, Any]:
    """One word of a unit."""
    if word in FLAGS:
        return FLAGS[word]
    if word in Duty.values:
        return {"duty": word}
    if word.endswith("min"):
        return {"minutes": int(word[:-3])}
    kind, colon, value = word.partition(":")
    if colon:
        return {"incident": value} if kind == "on" else {"restrictions": frozenset({value})}
    name = next(name for name in COUNTED if word.startswith(name))
    return {COUNTED[name]: int(word[len(name) :])}


def read_call(text: str) -> Call:
    """The call of the table."""
    priority, *said = text.split()
    found = call(priority, cit_required="cit" in said)
    for word in said:
        if word in Language.values:
            found = replace(found, language=word)
        elif word in Skill.values:
            found = replace(found, skills=found.skills | {word})
        elif word.endswith("_on_the_way"):
            found = replace(found, **{word: True})
    return found


def recommended(case: dict[str, str]) -> Recommendation:
    """The answer to one row."""
    units = [read_unit(text) for text in case["units"].split(";")] if case["units"] else []
    return rank(Snapshot(read_call(case["call"]), units), Weights())


def told(found: Recommendation) -> dict[str, str]:
    """The answer as the table writes it."""
    first = found.ranked[0] if found.ranked else None
    second = found.ranked[1] if len(found.ranked) > 1 else None
    return {
        "order": " ".join(one.unit.call_sign for one in found.ranked),
        "why": words.ahead(first, second) if first else "",
        "passed_over": "; ".join(f"{one.unit.call_sign} {words.passed_over(one)}" for one in found.passed_over),
        "advice": " ".join(words.advice(one) for one in found.advice),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["situation"])
def test_each_situation_is_answered_as_the_table_says(case: dict[str, str]) -> None:
    with translation.override("en"):
        assert told(recommended(case)) == {name: case[name] for name in ("order", "why", "passed_over", "advice")}


def test_the_table_holds_thirty_situations_each_named_once() -> None:
    assert len({case["situation"] for case in CASES}) == len(CASES) >= 30


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_reasons_read_well_in_both_languages(language: str) -> None:
    with translation.override(language):
        said = [f"# {case['situation']}\n" + "\n".join(words.lines(recommended(case))) for case in CASES]
    assert "\n\n".join(said) + "\n" == (FOLDER / f"ranking_words.{language}.txt").read_text()
