"""The evaluator says what the hand-made table says, line by line."""

import pytest

from officers.vocabulary import RuleKind, Standing
from tests.officers.training_table import CASES, KINDS, answer

ANSWERS = ("standing", "reason", "due_on", "overdue_since", "evidence")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_evaluator_answers_as_the_table_says(case: dict[str, str]) -> None:
    assert answer(case) == {name: case[name] for name in ANSWERS}


def test_the_table_has_more_than_eighty_cases_each_with_a_name_of_its_own() -> None:
    assert len({case["case"] for case in CASES}) == len(CASES) > 80


def test_the_table_shows_every_kind_of_rule_and_every_standing() -> None:
    assert {KINDS[case["rule"].split()[0]] for case in CASES} == set(RuleKind.values)
    assert {case["standing"] for case in CASES} == {*Standing.values, "no rule"}
