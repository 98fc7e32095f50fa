"""Which completions count for a rule, and until when they hold together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from officers.training.facts import Completion, Period, Reason, Result, Rule, Substitutes, Trainee
from officers.vocabulary import Standing

NEVER = date.max
ONE_DAY = timedelta(days=1)
Until = Callable[[Completion], date]


class Held(NamedTuple):
    """`until` None: what there is never was enough."""

    until: date | None
    evidence: tuple[Completion, ...]

    @property
    def hours(self) -> Decimal:
        """The hours of all that count."""
        return sum((each.hours or Decimal(0) for each in self.evidence), Decimal(0))


NOTHING = Held(None, ())


@dataclass(frozen=True, slots=True)
class Case:
    """One person and all versions of one rule, oldest first, on one day."""

    trainee: Trainee
    versions: tuple[Rule, ...]
    completions: tuple[Completion, ...]
    periods: tuple[Period, ...]
    substitutes: Substitutes
    on: date
    rule: Rule = field(init=False)

    def __post_init__(self) -> None:
        current = [version for version in self.versions if version.in_force(self.on)]
        object.__setattr__(self, "rule", current[-1])

    def matching(self, rule: Rule | None = None) -> tuple[Completion, ...]:
        """What counts for this version, or counted when it was done."""
        asked = rule or self.rule
        return tuple(each for each in self.completions if self._counts(each, asked))

    def answer(self, standing: Standing, reason: Reason, counted: Held = NOTHING, due_on: date | None = None) -> Result:
        """The result; overdue begins on the day after the last good one."""
        late_from = due_on + ONE_DAY if standing == Standing.OVERDUE and due_on is not None else None
        return Result(
            rule=self.rule.slug,
            version=self.rule.effective_from,
            standing=standing,
            reason=reason,
            due_on=due_on,
            overdue_since=late_from,
            evidence=tuple(each.id for each in counted.evidence),
            hours=counted.hours,
            needed=self.rule.min_hours,
        )

    def open_until(self, due_on: date, reason: Reason, counted: Held) -> Result:
        """Not met: overdue after the day, due soon within the rule's warning, otherwise due."""
        if self.on > due_on:
            return self.answer(Standing.OVERDUE, reason, counted, due_on)
        near = due_on - self.on <= timedelta(days=self.rule.due_soon_days)
        return self.answer(Standing.DUE_SOON if near else Standing.DUE, reason, counted, due_on)

    def _counts(self, completion: Completion, rule: Rule) -> bool:
        then = next((version for version in self.versions if version.in_force(completion.day)), None)
        return self._names(rule, completion) or (then is not None and self._names(then, completion))

    def _names(self, rule: Rule, completion: Completion) -> bool:
        if not rule.courses or completion.course in rule.courses:
            return True
        return any(completion.course in self.substitutes.get(number, ()) for number in rule.courses)


def held(matching: Iterable[Completion], needed: Decimal | None, until: Until) -> Held:
    """The longest time for which enough of them hold at once: one completion, or as many as make the hours."""
    longest_first = sorted(matching, key=lambda each: (until(each), each.day), reverse=True)
    hours = Decimal(0)
    for number, each in enumerate(longest_first, start=1):
        hours += each.hours or Decimal(0)
        if needed is None or hours >= needed:
            return Held(until(each), tuple(longest_first[:number]))
    return Held(None, tuple(longest_first))
