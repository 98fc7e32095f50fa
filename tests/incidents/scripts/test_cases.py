"""The published table: every case of the standard script, with its priority, reasons and people."""

import csv

import pytest

from incidents.priorities import closed, judge
from incidents.scripting import STANDARD
from incidents.scripting.dryrun import TABLE, answers_of, compare, table

ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
GRAVE = {
    "q03": {"injury_serious", "ingestion", "not_awake_or_breathing"},
    "q04": {"on_person", "in_hand"},
    "q04a": {"firearm_seen"},
    "q05": {"attempt_now"},
    "q05c": {"yes"},
    "q06": {"assault_now"},
    "q10": {"overdose_signs"},
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['nature']} {row['answers'][-40:]}")
def test_every_case_of_the_table_comes_out_as_written(row: dict[str, str]) -> None:
    verdict = judge(row["nature"], closed(answers_of(row)))
    found = [f"{who.slug}<{who.rule}" for who in verdict.responders]
    assert (verdict.priority, " ".join(verdict.rules)) == (row["priority"], row["rules"])
    assert (" ".join(verdict.triggers), " ".join(found)) == (row["triggers"], row["responders"])


def test_the_table_gives_every_answer_of_every_question_that_sets_a_floor() -> None:
    given = {pair for row in ROWS for pair in row["answers"].split()}
    floors = {f"{q.key}={c.value}" for q in STANDARD.questions for c in q.offered if c.floor and q.kind == "one"}
    missing = floors - given
    assert missing <= {"q04a=blunt", "q04a=chemical", "q04a=other"}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in GRAVE.items() for value in sorted(values)])
def test_an_answer_that_means_danger_to_life_is_p1_whatever_else_is_said(key: str, value: str) -> None:
    before = {"q04a": {"q04": "stated_only"}, "q05c": {"q05": "hints"}}.get(key, {})
    for nature in STANDARD.natures:
        verdict = judge(nature, closed({"q07": "with_adult", "q09a": "calmer", **before, key: value}))
        assert verdict.priority == "p1"
        assert {"police_cit", "ems", "supervisor"} <= {who.slug for who in verdict.responders}


def test_no_answer_lowers_what_another_one_raised() -> None:
    for question in STANDARD.questions:
        for choice in question.offered:
            answers = {"q03": "no", "q05": "no", "q06": "no", "q04": "in_hand", question.key: choice.value}
            if question.key != "q04":
                assert judge("welfare_check", answers).priority == "p1"


def test_a_minor_on_campus_always_has_an_adult_sent() -> None:
    calm = answers_of(ROWS[0])
    assert {who.slug for who in judge("panic_anxiety", calm).responders} >= {"counselor", "school_admin"}
    grown = {who.slug for who in judge("panic_anxiety", calm, minor=False).responders}
    assert "school_admin" not in grown
    assert "counselor" in grown


def test_a_p4_brings_police_only_when_the_caller_asks() -> None:
    calm = answers_of(ROWS[0])
    for question in STANDARD.questions:
        for choice in question.offered:
            verdict = judge("panic_anxiety", {**calm, question.key: choice.value})
            police = {"police_cit", "second_unit"} & {who.slug for who in verdict.responders}
            asked = question.key == "q16" and choice.value in ("cit", "both")
            assert verdict.priority != "p4" or bool(police) == asked


def test_a_version_beside_itself_changes_nothing() -> None:
    assert compare(STANDARD, STANDARD, table()) == []
