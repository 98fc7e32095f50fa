"""The truth tables of diversion: each input alone decides, and what is unknown beside a failure does not."""

from itertools import product
from typing import Any

import pytest

from incidents.encounter import diversion
from incidents.encounter.diversion import Result
from tests.incidents.record.facts import facts

MET = {
    "offense_alleged": "yes",
    "offense_level": "class_b",
    "violent": "no",
    "dwi_type": "no",
    "treatment_center_available": "yes",
    "diversion_reasonable": "yes",
    "mh_sud_suspected_cause": "yes",
}
# What meets, what fails and what leaves open each condition of 16.23.
STATES = {
    "offense_level": ("class_a", "felony_3", "unknown"),
    "violent": ("no", "yes", "unknown"),
    "dwi_type": ("no", "yes", ""),
    "treatment_center_available": ("yes", "no", "unknown"),
    "diversion_reasonable": ("yes", "no", ""),
    "mh_sud_suspected_cause": ("yes", "no", "unknown"),
}


def test_16_23_in_every_combination_of_met_failed_and_unknown() -> None:
    for choice in product(range(3), repeat=len(STATES)):
        answers = {name: states[one] for (name, states), one in zip(STATES.items(), choice, strict=True)}
        wanted = Result.NOT_ELIGIBLE if 1 in choice else Result.UNDETERMINED if 2 in choice else Result.ELIGIBLE
        found = diversion.eligible_16_23(facts(offense_alleged="yes", **answers))
        assert found.result is wanted, answers
        assert [one.met for one in found.inputs] == [{0: True, 1: False, 2: None}[one] for one in choice]


@pytest.mark.parametrize(
    ("level", "result"),
    [
        ("class_a", Result.ELIGIBLE),
        ("class_b", Result.ELIGIBLE),
        ("class_c", Result.ELIGIBLE),
        ("status_cins", Result.NOT_ELIGIBLE),
        ("felony_state_jail", Result.NOT_ELIGIBLE),
        ("felony_3", Result.NOT_ELIGIBLE),
        ("felony_2", Result.NOT_ELIGIBLE),
        ("felony_1", Result.NOT_ELIGIBLE),
        ("felony_unspecified", Result.NOT_ELIGIBLE),
        ("unknown", Result.UNDETERMINED),
        ("", Result.UNDETERMINED),
    ],
)
def test_16_23_by_level(level: str, result: Result) -> None:
    assert diversion.eligible_16_23(facts(**{**MET, "offense_level": level})).result is result


@pytest.mark.parametrize(
    ("alleged", "result"),
    [("", Result.NOT_APPLICABLE), ("no", Result.NOT_APPLICABLE), ("unknown", Result.UNDETERMINED)],
)
def test_without_an_offense_nothing_applies(alleged: str, result: Result) -> None:
    for one in diversion.all_of(facts(**{**MET, "offense_alleged": alleged})):
        assert (one.result, one.inputs) == (result, ())


@pytest.mark.parametrize(
    ("lives_there", "result"),
    [
        ("yes", Result.ELIGIBLE),
        ("no", Result.NOT_ELIGIBLE),
        ("unknown", Result.UNDETERMINED),
        ("", Result.UNDETERMINED),
    ],
)
def test_14_035_is_for_residents_of_a_program(lives_there: str, result: Result) -> None:
    found = diversion.eligible_14_035(facts(offense_alleged="yes", idd_residential_program=lives_there))
    assert found.result is result


FIRST: dict[str, Any] = {
    "offense_alleged": "yes",
    "offense_level": "class_c",
    "violent": "no",
    "weapon_offense": "no",
    "prior_offense": "no",
    "first_offender_program": True,
}


@pytest.mark.parametrize(
    ("changes", "result"),
    [
        ({}, Result.ELIGIBLE),
        ({"offense_level": "status_cins"}, Result.ELIGIBLE),
        ({"offense_level": "class_a"}, Result.ELIGIBLE),
        ({"offense_level": "felony_state_jail"}, Result.ELIGIBLE),
        ({"offense_level": "felony_3"}, Result.NOT_ELIGIBLE),
        ({"offense_level": "felony_2"}, Result.NOT_ELIGIBLE),
        ({"offense_level": "felony_1"}, Result.NOT_ELIGIBLE),
        ({"offense_level": "felony_unspecified"}, Result.UNDETERMINED),
        ({"violent": "yes"}, Result.NOT_ELIGIBLE),
        ({"weapon_offense": "yes"}, Result.NOT_ELIGIBLE),
        ({"prior_offense": "yes"}, Result.NOT_ELIGIBLE),
        ({"prior_offense": "unknown"}, Result.UNDETERMINED),
        ({"first_offender_program": False}, Result.NOT_ELIGIBLE),
        ({"first_offender_program": None}, Result.UNDETERMINED),
        ({"role": "staff", "grade": ""}, Result.NOT_ELIGIBLE),
        ({"age_estimate": 18}, Result.NOT_ELIGIBLE),
        ({"prior_offense": "unknown", "violent": "yes"}, Result.NOT_ELIGIBLE),
    ],
)
def test_the_first_offender_program(changes: dict[str, Any], result: Result) -> None:
    assert diversion.eligible_first_offender(facts(**{**FIRST, **changes})).result is result


@pytest.mark.parametrize(
    ("on_file", "trafficked", "age", "result"),
    [
        (True, "no", 15, Result.ELIGIBLE),
        (False, "no", 15, Result.NOT_ELIGIBLE),
        (None, "no", 15, Result.UNDETERMINED),
        (True, "yes", 15, Result.NOT_ELIGIBLE),
        (True, "unknown", 15, Result.UNDETERMINED),
        (True, "no", 18, Result.NOT_ELIGIBLE),
    ],
)
def test_a_disposition_without_referral(on_file: bool | None, trafficked: str, age: int, result: Result) -> None:
    answers = {"offense_alleged": "yes", "trafficking_victim_suspected": trafficked, "age_estimate": age}
    assert diversion.eligible_informal(facts(informal_guidelines=on_file, **answers)).result is result


def test_each_input_is_said_in_words() -> None:
    for one in diversion.all_of(facts(**MET)):
        assert str(one.title)
        assert all(str(each.words) for each in one.inputs)
