"""How people stand with the rules: rows in, the evaluator's answers out, in six queries for any number of people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from officers.models import (
    Certification,
    CourseSubstitute,
    Officer,
    TrainingPeriod,
    TrainingRule,
    Waiver,
)
from officers.training.evaluator import evaluate
from officers.training.facts import Completion, Excuse, Period, Result, Rule, Substitutes, Trainee


@dataclass(frozen=True, slots=True)
class Book:
    """What an agency asks: all versions of its rules, its periods, and what counts in whose place."""

    rules: dict[tuple[str, date], TrainingRule]
    versions: tuple[Rule, ...]
    periods: tuple[Period, ...]
    substitutes: Substitutes

    def rule(self, result: Result) -> TrainingRule:
        """The version behind a result."""
        return self.rules[result.rule, result.version]


def book_of(agency_id: Any) -> Book:
    """The agency's book."""
    rows = list(TrainingRule.objects.filter(agency_id=agency_id))
    pairs = CourseSubstitute.objects.filter(agency_id=agency_id, active=True)
    counts: dict[str, set[str]] = defaultdict(set)
    for asked, instead in pairs.values_list("course__number", "substitute__number"):
        counts[asked].add(instead)
    periods = TrainingPeriod.objects.filter(agency_id=agency_id).values_list("kind", "starts_on", "ends_on")
    return Book(
        rules={(row.slug, row.effective_from): row for row in rows},
        versions=tuple(_rule(row) for row in rows),
        periods=tuple(Period(*period) for period in periods),
        substitutes={number: frozenset(instead) for number, instead in counts.items()},
    )


def standings(officers: Iterable[Officer], book: Book, on: date) -> dict[UUID, tuple[Result, ...]]:
    """Every officer's results on that day, by the officer's key."""
    people = list(officers)
    done = _completions([officer.user_id for officer in people])
    excuses: dict[UUID, list[Excuse]] = defaultdict(list)
    waivers = Waiver.objects.filter(officer__in=[officer.pk for officer in people])
    for officer_id, slug, until in waivers.values_list("officer_id", "rule_slug", "until"):
        excuses[officer_id].append(Excuse(slug, until))
    return {
        officer.pk: evaluate(
            trainee(officer),
            book.versions,
            done[officer.user_id],
            book.periods,
            book.substitutes,
            excuses[officer.pk],
            on,
        )
        for officer in people
    }


def trainee(officer: Officer) -> Trainee:
    """A row of the roster as the evaluator sees it."""
    return Trainee(
        license=officer.license,
        hired_on=officer.hired_on,
        appointed_on=officer.appointed_on,
        licensed_on=officer.licensed_on,
        placed_on=officer.placed_on,
        separated_on=officer.separated_on,
        active=officer.active,
    )


def _completions(user_ids: list[UUID]) -> dict[UUID, list[Completion]]:
    found: dict[UUID, list[Completion]] = defaultdict(list)
    rows = Certification.objects.filter(user__in=user_ids, verified_at__isnull=False).values_list(
        "user_id", "pk", "course__number", "completed_on", "hours", "course__hours", "expires_on", "course__retired_on"
    )
    for user_id, pk, number, day, hours, usual, ends, retired in rows:
        worth = usual if hours is None else hours
        found[user_id].append(Completion(pk, number, day, worth, expires_on=ends, retired_on=retired))
    return found


def _rule(row: TrainingRule) -> Rule:
    return Rule(
        slug=row.slug,
        kind=row.kind,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        number=row.number,
        anchor=row.anchor,
        licenses=frozenset(row.licenses),
        courses=frozenset(row.courses),
        min_hours=row.min_hours,
        anchored_from=row.anchored_from,
        due_soon_days=row.due_soon_days,
    )
