"""Reads tests/officers/training_cases.csv: one person, one rule and one day on each line, in a few plain words.

person       license and named days:  peace_officer hired=2020-01-01 placed=2025-10-01 gone
rule         versions apart by " / ":  every 24 CPR 4h from=2024-01-01 to=2026-02-28 / every 12 CPR 4h from=2026-03-01
completions  apart by ";", named a, b, c in their order:  CPR 2024-02-29 4h; 1850 2020-01-01 unverified exp=2026-01-01
waiver       yes, or its last day
periods      of `last now next`, or none: which units and cycles of the state are known; empty means now
"""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from officers.training.evaluator import evaluate
from officers.training.facts import Completion, Excuse, Period, Rule, Trainee

CASES = list(csv.DictReader(Path(__file__).with_name("training_cases.csv").read_text().splitlines()))
SUBSTITUTES = {"1850": frozenset({"3843"}), "4064": frozenset({"NASRO"})}
KINDS = {"once": "once", "within": "within_days", "unit": "per_unit", "cycle": "per_cycle", "every": "every_months"}
FOUNDED = date(2020, 1, 1)
PERIODS = {
    "last": [
        Period("unit", date(2023, 9, 1), date(2025, 8, 31)),
        Period("cycle", date(2021, 9, 1), date(2025, 8, 31)),
    ],
    "now": [Period("unit", date(2025, 9, 1), date(2027, 8, 31)), Period("cycle", date(2025, 9, 1), date(2029, 8, 31))],
    "next": [Period("unit", date(2027, 9, 1), date(2029, 8, 31)), Period("cycle", date(2029, 9, 1), date(2033, 8, 31))],
    "none": [],
}
DAYS = {"hired": "hired_on", "appointed": "appointed_on", "licensed": "licensed_on", "placed": "placed_on"}
ANCHORS = ("hire", "appointment", "license", "placement")


def day(text: str) -> date:
    """A day as it is written."""
    return date.fromisoformat(text)


def trainee(text: str) -> Trainee:
    """The person."""
    license_, *words = text.split()
    pairs = [word.split("=") for word in words if "=" in word]
    named = {DAYS.get(name, "separated_on"): day(value) for name, value in pairs}
    return Trainee(license=license_, active="gone" not in words, **named)


def rules(text: str) -> list[Rule]:
    """The versions of the rule."""
    return [_rule(part.split()) for part in text.split(" / ")]


def _rule(words: list[str]) -> Rule:
    given: dict[str, Any] = {"slug": "rule", "kind": KINDS[words[0]], "effective_from": FOUNDED}
    courses = set()
    for word in words[1:]:
        name, _, value = word.partition("=")
        if value:
            given |= _named(name, value)
        elif word in ANCHORS:
            given["anchor"] = word
        elif word.endswith("h") and word[:-1].isdigit():
            given["min_hours"] = Decimal(word[:-1])
        elif given["kind"] in ("within_days", "every_months") and "number" not in given:
            given["number"] = int(word)
        else:
            courses.add(word)
    return Rule(**given, courses=frozenset(courses))


def _named(name: str, value: str) -> dict[str, Any]:
    if name == "only":
        return {"licenses": frozenset(value.split("+"))}
    if name == "warn":
        return {"due_soon_days": int(value)}
    return {{"from": "effective_from", "to": "effective_to", "anchored": "anchored_from"}[name]: day(value)}


def completions(text: str) -> Iterator[Completion]:
    """What the person did, named a, b, c."""
    for letter, part in zip("abcdefgh", filter(None, text.split(";")), strict=False):
        course, done, *words = part.split()
        named = dict(word.split("=") for word in words if "=" in word)
        hours = [Decimal(word[:-1]) for word in words if word.endswith("h")]
        yield Completion(
            id=letter,
            course=course,
            day=day(done),
            hours=hours[0] if hours else None,
            verified="unverified" not in words,
            expires_on=day(named["exp"]) if "exp" in named else None,
            retired_on=day(named["retired"]) if "retired" in named else None,
        )


def answer(case: dict[str, str]) -> dict[str, str]:
    """What the evaluator says, in the table's words."""
    waiver = case["waiver"]
    excuses = [Excuse("rule", None if waiver == "yes" else day(waiver))] if waiver else []
    known = [period for name in (case["periods"] or "now").split() for period in PERIODS[name]]
    found = evaluate(
        trainee(case["person"]),
        rules(case["rule"]),
        completions(case["completions"]),
        known,
        SUBSTITUTES,
        excuses,
        day(case["on"]),
    )
    if not found:
        return {"standing": "no rule", "reason": "", "due_on": "", "overdue_since": "", "evidence": ""}
    (result,) = found
    return {
        "standing": result.standing.value,
        "reason": result.reason.value,
        "due_on": str(result.due_on or ""),
        "overdue_since": str(result.overdue_since or ""),
        "evidence": " ".join(sorted(result.evidence)),
    }
