"""How much one person may work: what a new shift would break, as data and in words.

`RosterPolicy` is a policy; so is anything with its four numbers. An overlap is never allowed; a week too full, a
rest too short and a shift too long need a supervisor's reason; overtime is only said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from officers.planning.spans import HOUR, Span, hours_between

WEEK = timedelta(days=7)


class Policy(Protocol):
    """The agency's limits."""

    @property
    def max_week_hours(self) -> int:
        """Hours in any seven days."""

    @property
    def overtime_from_hours(self) -> int:
        """Hours in any seven days from which work is overtime."""

    @property
    def min_rest_hours(self) -> int:
        """Hours between the end of one shift and the start of the next."""

    @property
    def max_shift_hours(self) -> int:
        """Hours of one shift."""


class Limit(models.TextChoices):
    """What a shift can break, the gravest first."""

    OVERLAP = "overlap", gettext_lazy("Another shift at the same time")
    LENGTH = "length", gettext_lazy("Shift too long")
    REST = "rest", gettext_lazy("Rest too short")
    WEEK = "week", gettext_lazy("Too many hours in seven days")
    OVERTIME = "overtime", gettext_lazy("Overtime")


# What a supervisor may allow by giving a reason.
OVERRIDABLE = frozenset({Limit.LENGTH, Limit.REST, Limit.WEEK})


@dataclass(frozen=True, slots=True)
class Breach:
    """`hours` is what would be, `allowed` what the policy says."""

    limit: Limit
    hours: float
    allowed: int

    @property
    def refuses(self) -> bool:
        """Whether no reason can allow it."""
        return self.limit is Limit.OVERLAP

    @property
    def needs_reason(self) -> bool:
        """Whether a supervisor's reason allows it."""
        return self.limit in OVERRIDABLE

    @property
    def words(self) -> str:
        """What to tell whoever plans."""
        return _WORDS[self.limit]() % {"hours": _number(self.hours), "allowed": self.allowed}


_WORDS = {
    Limit.OVERLAP: lambda: _("It overlaps another shift by %(hours)s h."),
    Limit.LENGTH: lambda: _("The shift lasts %(hours)s h; the limit is %(allowed)s h."),
    Limit.REST: lambda: _("Only %(hours)s h of rest beside the next shift; at least %(allowed)s h are asked."),
    Limit.WEEK: lambda: _("%(hours)s h within seven days; the limit is %(allowed)s h."),
    Limit.OVERTIME: lambda: _("%(hours)s h within seven days; overtime begins after %(allowed)s h."),
}


def hours_in_any_week(spans: Iterable[Span]) -> float:
    """The most hours in any seven days: such a week starts with a shift or ends with one."""
    every = list(spans)
    starts = {span.starts_at for span in every} | {span.ends_at - WEEK for span in every}
    return max((hours_between(every, start, start + WEEK) for start in starts), default=0.0)


def breaches(existing: Iterable[Span], new: Span, policy: Policy) -> list[Breach]:
    """What `new` would break beside the same person's other shifts, the gravest first; empty when it fits."""
    # No week that the new shift is part of reaches further; a whole term stays quick to look through.
    first, last = new.starts_at - WEEK, new.ends_at + WEEK
    others = [other for other in existing if other.ends_at > first and other.starts_at < last]
    found = [_overlap(others, new), _length(new, policy), _rest(others, new, policy), _week(others, new, policy)]
    return [breach for breach in found if breach is not None]


def fits(existing: Iterable[Span], new: Span, policy: Policy) -> bool:
    """Whether nothing but overtime speaks against it."""
    return all(breach.limit is Limit.OVERTIME for breach in breaches(existing, new, policy))


def _overlap(others: list[Span], new: Span) -> Breach | None:
    shared = max((other.part_in(new.starts_at, new.ends_at) for other in others), default=timedelta(0))
    return Breach(Limit.OVERLAP, shared / HOUR, 0) if shared else None


def _length(new: Span, policy: Policy) -> Breach | None:
    allowed = policy.max_shift_hours
    return Breach(Limit.LENGTH, new.hours, allowed) if new.hours > allowed else None


def _rest(others: list[Span], new: Span, policy: Policy) -> Breach | None:
    before = [new.starts_at - other.ends_at for other in others if other.ends_at <= new.starts_at]
    after = [other.starts_at - new.ends_at for other in others if other.starts_at >= new.ends_at]
    rest = min([*before, *after], default=None)
    if rest is None or rest / HOUR >= policy.min_rest_hours:
        return None
    return Breach(Limit.REST, rest / HOUR, policy.min_rest_hours)


def _week(others: list[Span], new: Span, policy: Policy) -> Breach | None:
    hours = _fullest_week_with(new, [*others, new])
    if hours > policy.max_week_hours:
        return Breach(Limit.WEEK, hours, policy.max_week_hours)
    if hours > policy.overtime_from_hours:
        return Breach(Limit.OVERTIME, hours, policy.overtime_from_hours)
    return None


def _fullest_week_with(new: Span, every: list[Span]) -> float:
    """Only weeks that the new shift is part of: a week already too full elsewhere is not its doing."""
    first, last = new.starts_at - WEEK, new.ends_at
    starts = {span.starts_at for span in every} | {span.ends_at - WEEK for span in every}
    touching = [start for start in starts if first < start < last]
    return max((hours_between(every, start, start + WEEK) for start in touching), default=0.0)


def _number(hours: float) -> str:
    return f"{round(hours, 1):g}"
