"""What keeps a record from being filed: every rule refuses, and passes beside it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from incidents.encounter import needs_chief, needs_force_review, problems
from incidents.encounter.facts import completed
from incidents.encounter.validations import RULES
from tests.incidents.record.facts import PARENT, empty, facts

NOON = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
HELD = {"force_highest": 2, "force_reportable": True, "restraint_used": True, "restraints": [{"type": "physical"}]}
YOUNG = {"grade": "g05", **HELD}
OFFENSE = {
    "offense_alleged": "yes",
    "offense_level": "class_b",
    "violent": "no",
    "dwi_type": "no",
    "treatment_center_available": "yes",
    "diversion_reasonable": "yes",
    "mh_sud_suspected_cause": "yes",
    "arrestable_but_diverted": False,
}


def test_an_ordinary_record_can_be_filed() -> None:
    assert problems(facts()) == {}


def test_an_empty_record_says_everything_that_is_missing() -> None:
    found = problems(completed({**empty(), "role": "student", "grade": ""}))
    assert set(found) == {"nature", "behaviors", "weapon", "force_highest", "anyone_injured", "primary_outcome"}
    assert all(str(text).endswith(".") for text in found.values())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"nature": []}, "nature"),
        ({"behaviors": []}, "behaviors"),
        ({"behaviors_reported": [{"behavior": "panic"}]}, "behaviors_reported"),
        ({"weapon": ""}, "weapon"),
        ({"force_highest": None}, "force_highest"),
        ({**HELD, "force_reportable": None}, "force_reportable"),
        ({"force_highest": 2, "force_reportable": False}, "restraint_used"),
        ({**HELD, "restraints": []}, "restraints"),
        ({**HELD, "restraint_used": False}, "restraint_used"),
        ({"transports": [{"by": "patrol", "restrained": "yes"}]}, "restraint_used"),
        (YOUNG, "serious_risk_justification"),
        ({**YOUNG, "grade": "", "age_estimate": 11}, "serious_risk_justification"),
        ({**YOUNG, "grade": "unknown", "age_estimate": 9}, "serious_risk_justification"),
        (
            {"grade": "g02", "force_highest": 4, "force_reportable": True, "restraint_used": False},
            "serious_risk_justification",
        ),
        ({"anyone_injured": None}, "anyone_injured"),
        ({"anyone_injured": True}, "injuries"),
        ({"injuries": [{"who": "subject"}]}, "anyone_injured"),
        ({"primary_outcome": ""}, "primary_outcome"),
        ({"primary_outcome": "unfounded", "outcomes": ["ref_counselor"]}, "outcomes"),
        ({"outcomes": ["unfounded"]}, "outcomes"),
        ({"primary_outcome": "gone_on_arrival", "outcomes": ["emergency_detention"]}, "outcomes"),
        ({"primary_outcome": "unable_to_contact", "outcomes": ["warrant_detention"]}, "outcomes"),
        ({"primary_outcome": "gone_on_arrival", "outcomes": ["arrest_custody"]}, "outcomes"),
        ({**HELD, "primary_outcome": "gone_on_arrival"}, "restraints"),
        ({"outcomes": ["citation"]}, "outcomes"),
        ({"offense_alleged": "yes"}, "arrestable_but_diverted"),
        ({"arrestable_but_diverted": True, "outcomes": ["arrest_custody"]}, "arrestable_but_diverted"),
        ({"arrestable_but_diverted": True, "outcomes": ["school_offense_complaint"]}, "arrestable_but_diverted"),
        ({"arrestable_but_diverted": True, "primary_outcome": "juvenile_probation"}, "arrestable_but_diverted"),
        ({**OFFENSE, "primary_outcome": "arrest_custody"}, "not_diverted_reason"),
        ({"primary_outcome": "emergency_detention", "peace_officer": False}, "primary_outcome"),
        ({"outcomes": ["warrant_detention"], "peace_officer": False}, "primary_outcome"),
        ({"notifications": []}, "notifications"),
        ({"notifications": [{"party": "parent_guardian", "attempted_at": "x"}]}, "notifications"),
        ({"notifications": [{**PARENT, "party": "principal"}]}, "notifications"),
        ({"techniques": [{"technique": "tactical_disengagement"}]}, "disengagement_reason"),
        ({"reported_diagnosis": "Anxiety"}, "diagnosis_reported_by"),
        ({"occurred_from": NOON, "occurred_to": NOON.replace(hour=17)}, "occurred_to"),
    ],
)
def test_what_cannot_be_filed_names_its_field(changes: dict[str, Any], field: str) -> None:
    assert next(iter(problems(facts(**changes)))) == field


@pytest.mark.parametrize(
    "changes",
    [
        {"behaviors": [], "behaviors_reported": [{"behavior": "panic", "reported_by": "teacher"}]},
        {"weapon": "unknown"},
        HELD,
        {**YOUNG, "serious_risk_justification": "He was climbing out of a window."},
        {**YOUNG, "grade": "g06"},
        {**YOUNG, "grade": "", "age_estimate": 12},
        {"grade": "g02", "force_highest": 3, "force_reportable": True, "restraint_used": False},
        {"anyone_injured": True, "injuries": [{"who": "subject"}]},
        {"primary_outcome": "unfounded", "notifications": []},
        {"primary_outcome": "gone_on_arrival", "notifications": []},
        {"role": "staff", "grade": "", "notifications": []},
        {"age_estimate": 18, "notifications": []},
        {"notifications": [{"party": "parent_guardian", "hold_reason": "parent_alleged"}]},
        {"role": "staff", "grade": "", "outcomes": ["citation"]},
        {"arrestable_but_diverted": True, "outcomes": ["juvenile_warning_notice"]},
        {**OFFENSE, "primary_outcome": "arrest_custody", "not_diverted_reason": "The victim asked for it."},
        {**OFFENSE, "violent": "yes", "primary_outcome": "arrest_custody"},
        {"primary_outcome": "emergency_detention", "peace_officer": True},
        {"primary_outcome": "emergency_detention", "peace_officer": None},
        {"techniques": [{"technique": "tactical_disengagement"}], "disengagement_reason": "He had a knife."},
        {"reported_diagnosis": "Anxiety", "diagnosis_reported_by": "Mother"},
        {"occurred_from": NOON, "occurred_to": NOON},
    ],
)
def test_what_can_be_filed_has_no_problem(changes: dict[str, Any]) -> None:
    assert problems(facts(**changes)) == {}


def test_a_minor_stays_one_once_the_record_was_filed() -> None:
    assert facts(filed_before=True, minor_then=True, age_estimate=19)["is_minor"]
    assert not facts(filed_before=True, minor_then=False, age_estimate=15)["is_minor"]
    assert not facts(age_estimate=19)["is_minor"]


@pytest.mark.parametrize(
    ("changes", "force", "chief"),
    [
        ({}, False, False),
        ({"force_highest": 1}, False, False),
        ({"force_highest": 2, "force_reportable": False, "restraint_used": False}, False, False),
        ({"force_highest": 3, "force_reportable": True}, True, False),
        (HELD, True, False),
        ({"transports": [{"by": "patrol", "restrained": "yes"}]}, True, False),
        ({"grade": "kg", "force_highest": 5, "force_reportable": False}, True, False),
        ({"force_highest": 8, "force_reportable": True}, True, True),
        ({"anyone_injured": True, "injuries": [{"who": "subject", "severity": "fatal"}]}, True, True),
    ],
)
def test_force_and_the_gravest_have_a_path_of_their_own(changes: dict[str, Any], force: bool, chief: bool) -> None:
    found = facts(**changes)
    assert (needs_force_review(found), needs_chief(found)) == (force, chief)


def test_every_rule_says_what_it_holds() -> None:
    assert all(rule.__doc__ for rule in RULES)
    assert len(set(RULES)) == len(RULES)
