"""What a record starts: each kind by the facts that ask for it, and by nothing less."""

from typing import Any

import pytest

from core.errors import Undeclared
from incidents.duties.conditions import holds
from incidents.duties.triggers import started, trigger, triggers

STUDENT: dict[str, Any] = {"is_student": True, "is_minor": True}
CASES: list[tuple[str, dict[str, Any], set[str]]] = [
    ("nothing", {}, set()),
    ("a calm student", {**STUDENT, "nature": ["anxiety_panic"], "outcomes": ["returned_to_class"]}, set()),
    ("a detention", {"outcomes": ["emergency_detention"]}, {"detention_notice"}),
    ("a detention by warrant", {"outcomes": ["warrant_detention"]}, set()),
    ("a warning notice", {**STUDENT, "outcomes": ["juvenile_warning_notice"]}, {"juvenile_disposition"}),
    ("a warning to an adult", {"is_minor": False, "outcomes": ["juvenile_warning_notice"]}, set()),
    (
        "a restraint",
        {**STUDENT, "restrained": True},
        {"restraint_same_day", "restraint_written", "restraint_export"},
    ),
    ("a restraint of a visitor", {"is_student": False, "restrained": True}, set()),
    ("an arrest", {**STUDENT, "outcomes": ["arrest_custody"]}, {"official_oral", "official_written"}),
    ("an arrested visitor", {"is_student": False, "outcomes": ["arrest_custody"]}, set()),
    ("a disclosure", {"precipitant": ["abuse_disclosure"]}, {"abuse_report"}),
    ("thoughts of suicide", {**STUDENT, "ideation": "passive"}, {"risk_parent_notice"}),
    ("a plan", {**STUDENT, "plan_stated": "yes"}, {"risk_parent_notice", "threat_referral"}),
    ("an unknown plan", {**STUDENT, "plan_stated": "unknown"}, set()),
    ("a threat", {**STUDENT, "threat_target_kind": "person"}, {"threat_referral"}),
    ("a firearm", {"firearm_seized": True}, {"firearm_seized"}),
    ("deadly force", {"force_highest": 8}, {"officer_involved"}),
    ("force not answered", {"force_highest": None}, set()),
    ("hurt by an officer", {"hurt_by_officer": ["minor", "serious_hospital"]}, {"officer_involved"}),
]


@pytest.mark.parametrize(("name", "facts", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_these_facts_start_exactly_these_duties(name: str, facts: dict[str, Any], wanted: set[str]) -> None:
    assert {each.kind for each in started(facts)} == wanted


def test_every_kind_is_started_by_some_case_and_ends_by_something() -> None:
    assert {kind for _name, _facts, kinds in CASES for kind in kinds} == {each.kind for each in triggers()}
    for each in triggers():
        closes = each.closes
        assert closes.form or closes.reached or closes.steps or closes.export, each.kind


def test_conditions_can_be_turned_round_and_a_strange_one_is_a_mistake() -> None:
    assert holds({"not": {"item": "a", "op": "answered"}}, {"a": "unknown"})
    with pytest.raises(Undeclared):
        holds({"item": "a", "op": "eval", "value": 1}, {})
    with pytest.raises(Undeclared):
        trigger("moon_duty")
