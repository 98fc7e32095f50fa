"""A new version beside the one in use: which calls would have another priority, or bring other people."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from incidents.priorities import Verdict, closed, judge
from incidents.scripting.parts import Script
from incidents.scripting.reading import is_offered

TABLE = Path(__file__).parent / "cases.csv"


@dataclass(frozen=True, slots=True)
class Case:
    """A call as it was answered; `name` says which."""

    name: str
    nature: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the two versions make of one case; `lost` are answers that the new version does not have."""

    case: Case
    before: Verdict
    after: Verdict
    lost: tuple[str, ...]


@cache
def table() -> tuple[Case, ...]:
    """The fixed cases that every version is tried with."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Case(f"{number}", row["nature"], answers_of(row)) for number, row in enumerate(rows, start=1))


def answers_of(row: Mapping[str, str]) -> dict[str, str]:
    """The answers of one row: "q04=in_hand q12=hearing,vision"."""
    return dict(pair.split("=") for pair in row["answers"].split())


def compare(old: Script, new: Script, cases: Iterable[Case]) -> list[Difference]:
    """The cases that come out differently, the gravest change first."""
    found = [_difference(old, new, case) for case in cases]
    changed = [row for row in found if row.lost or _weighed(row.before) != _weighed(row.after)]
    return sorted(changed, key=lambda row: (row.before.priority == row.after.priority, row.after.priority))


def _difference(old: Script, new: Script, case: Case) -> Difference:
    kept = {key: value for key, value in case.answers.items() if _has(new, key, value)}
    before = judge(case.nature, closed(case.answers, old), old)
    after = judge(case.nature, closed(kept, new), new)
    return Difference(case, before, after, tuple(sorted(set(case.answers) - set(kept))))


def _has(script: Script, key: str, value: str) -> bool:
    return key in script.by_key and is_offered(script.by_key[key], value)


def _weighed(verdict: Verdict) -> tuple[str, frozenset[str], frozenset[str]]:
    return verdict.priority, frozenset(verdict.triggers), frozenset(who.slug for who in verdict.responders)
