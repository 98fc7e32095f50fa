"""The priority algorithm against its published vectors."""

import pytest

from incidents.priorities import closed, judge
from tests.cast import CALM


@pytest.mark.parametrize(
    ("nature", "answers", "priority"),
    [
        ("panic_anxiety", {}, "p4"),
        ("panic_anxiety", {"q04": "unknown"}, "p3"),
        ("suicidal_ideation", {"q05": "talks_about", "q05a": "no"}, "p3"),
        ("suicidal_ideation", {"q05": "talks_about", "q05a": "no", "q04": "unknown"}, "p2"),
        ("suicidal_ideation", {"q05": "talks_about", "q05a": "yes", "q04": "unknown"}, "p1"),
        ("welfare_check", {"q04": "in_hand"}, "p1"),
        ("emotional_outburst", {"q07": "alone"}, "p3"),
        ("emotional_outburst", {"q09a": "worse"}, "p3"),
        ("suicide_attempt", {}, "p1"),
        ("welfare_check", {"q05": "says_will", "q07": "left_area"}, "p2"),
    ],
)
def test_answers_give_the_published_priority(nature: str, answers: dict[str, str], priority: str) -> None:
    assert judge(nature, {**CALM, **answers}).priority == priority


def test_before_anything_is_asked_the_start_value_holds() -> None:
    assert judge("suicidal_ideation", {}).priority == "p2"


def test_a_safety_question_left_open_counts_as_unknown_and_so_never_gives_p4() -> None:
    answers = closed({key: value for key, value in CALM.items() if key != "q05"})
    assert answers["q05"] == "unknown"
    assert judge("panic_anxiety", answers).priority == "p3"


def test_the_verdict_names_the_answer_that_decided_and_why_a_cit_officer_is_needed() -> None:
    verdict = judge("welfare_check", {**CALM, "q04": "in_hand"})
    assert "q04:in_hand" in verdict.rules
    assert verdict.triggers == ("weapon", "crisis_priority")


def test_a_calm_p4_call_needs_no_cit_officer() -> None:
    assert judge("panic_anxiety", CALM).triggers == ()
