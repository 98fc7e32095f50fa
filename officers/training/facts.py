"""What the evaluator is told and what it answers: plain values, so that a rule can be tried without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from officers.vocabulary import Standing

# Course number -> the numbers that count in its place.
Substitutes = Mapping[str, frozenset[str]]


class Reason(StrEnum):
    """Why a standing is what it is; the words are `officers.training.words`."""

    SEPARATED = "separated"
    OTHER_LICENSE = "other_license"
    ANCHORED_EARLIER = "anchored_earlier"
    ANCHOR_MISSING = "anchor_missing"
    NO_PERIOD = "no_period"
    HIRED_LATE = "hired_late"
    WAIVED = "waived"
    HELD = "held"
    HELD_IN_PERIOD = "held_in_period"
    EXPIRES = "expires"
    EXPIRED = "expired"
    NEVER_DONE = "never_done"
    TOO_FEW_HOURS = "too_few_hours"
    PERIOD_MISSED = "period_missed"


@dataclass(frozen=True, slots=True)
class Trainee:
    """A person of the roster, by the days that rules count from."""

    license: str
    hired_on: date | None = None
    appointed_on: date | None = None
    licensed_on: date | None = None
    placed_on: date | None = None
    separated_on: date | None = None
    active: bool = True

    def anchor(self, name: str) -> date | None:
        """The day of that name."""
        days = {
            "hire": self.hired_on,
            "appointment": self.appointed_on,
            "license": self.licensed_on,
            "placement": self.placed_on,
        }
        return days[name]


@dataclass(frozen=True, slots=True)
class Completion:
    """A completed course; without an expiry it holds for good."""

    id: Any
    course: str
    day: date
    hours: Decimal | None = None
    verified: bool = True
    expires_on: date | None = None
    # The last day on which the course could be completed.
    retired_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule; `effective_from` names the version."""

    slug: str
    kind: str
    effective_from: date
    effective_to: date | None = None
    number: int | None = None
    anchor: str = ""
    licenses: frozenset[str] = frozenset()
    courses: frozenset[str] = frozenset()
    min_hours: Decimal | None = None
    anchored_from: date | None = None
    due_soon_days: int = 90

    def in_force(self, day: date) -> bool:
        """Whether this version applies on that day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Period:
    """A training unit or cycle; the last day belongs to it."""

    kind: str
    starts_on: date
    ends_on: date

    def holds(self, day: date) -> bool:
        """Whether that day lies in it."""
        return self.starts_on <= day <= self.ends_on


@dataclass(frozen=True, slots=True)
class Excuse:
    """A waiver of one rule, up to a last day where one is set."""

    rule: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How one person stands with one rule.

    `due_on` is the last day on which it may be met, or for which it is still held; None where no day is asked for.
    `evidence` names the completions that count; `hours` is their sum.
    """

    rule: str
    version: date
    standing: Standing
    reason: Reason
    due_on: date | None = None
    overdue_since: date | None = None
    evidence: tuple[Any, ...] = ()
    hours: Decimal = Decimal(0)
    needed: Decimal | None = None
