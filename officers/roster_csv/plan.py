"""What a file would change: every bad row by line and reason, and field by field what is new. Pure, over a snapshot."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from core.csv_in import BadCell, BadLine, Line
from officers.permissions.who import SUPERVISOR
from officers.roster_csv import cells
from officers.roster_csv.rows import CHANGED, NEW, SAME, Refused, Row, Snapshot, judge
from officers.rostering.directory import UNIQUE
from officers.rostering.facts import normal


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole file: nothing is done unless no row is bad."""

    rows: list[Row] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind."""
        return [row for row in self.rows if row.kind == kind]

    @property
    def new(self) -> list[Row]:
        """People who would be put on the roster."""
        return self.of(NEW)

    @property
    def changed(self) -> list[Row]:
        """People of whom something would change."""
        return self.of(CHANGED)

    @property
    def same(self) -> list[Row]:
        """People of whom nothing would change."""
        return self.of(SAME)

    def digest(self, content: bytes) -> str:
        """Of the file and of what it would change: equal only when both are."""
        told = repr([(row.line, row.kind, row.differences, row.leader) for row in self.rows])
        return hashlib.sha256(content + b"\0" + told.encode()).hexdigest()


def draw(lines: list[Line], known: Snapshot) -> Plan:
    """The plan of a file."""
    plan = Plan()
    read = _read(lines, known, plan.bad)
    repeated = _repeated(read)
    coming = {facts["email"] for _line, facts in read if SUPERVISOR.intersection(facts["roles"])}
    for line, facts in read:
        if line.number in repeated:
            plan.bad.extend(repeated[line.number])
            continue
        try:
            plan.rows.append(judge(line.number, facts, known, coming))
        except Refused as refusal:
            plan.bad.extend(BadLine(line.number, str(text), name) for name, text in refusal.reasons.items())
    plan.bad.sort(key=lambda bad: bad.number)
    return plan


def _read(lines: list[Line], known: Snapshot, bad: list[BadLine]) -> list[tuple[Line, dict[str, Any]]]:
    found = []
    for line in lines:
        facts: dict[str, Any] = {}
        wrong = []
        for name, cell in line.cells.items():
            try:
                facts[name] = cells.meaning(name, cell, known.campuses)
            except BadCell as refusal:
                wrong.append(BadLine(line.number, refusal.reason, name))
        bad.extend(wrong)
        if not wrong:
            found.append((line, normal(facts)))
    return found


def _repeated(read: list[tuple[Line, dict[str, Any]]]) -> dict[int, list[BadLine]]:
    """Lines that repeat what an earlier line has and only one person can have."""
    found: dict[int, list[BadLine]] = {}
    for name in UNIQUE:
        first: dict[str, int] = {}
        for line, facts in read:
            value = facts.get(name, "")
            if value and first.setdefault(value, line.number) != line.number:
                reason = _("“%(value)s” is on line %(line)d already.") % {"value": value, "line": first[value]}
                found.setdefault(line.number, []).append(BadLine(line.number, reason, name))
    return found
