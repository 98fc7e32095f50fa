"""Who can close a gap: free, certified for all of it, with a license that suits, and inside the limits of work.

The order is the one a tired planner would choose: the fewest hours this week, then somebody whose home campus lies in
the group, then the call sign. Whoever is passed over is passed over for the gravest reason, the first that applies.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from officers.covering.facts import Minimum, Person
from officers.covering.times import DAY, merged, week_of
from officers.planning.limits import Limit, Policy, breaches
from officers.planning.local import day_of
from officers.planning.spans import Span, hours_between
from officers.vocabulary import Position


class PassedOver(models.TextChoices):
    """Why somebody cannot close a gap, the gravest first."""

    LICENSE = "license", _("The license does not suit")
    RESTRICTED = "restricted", _("Restricted from all calls")
    NOT_CERTIFIED = "not_certified", _("Not certified for all of it")
    ON_LEAVE = "on_leave", _("On leave")
    IN_CLASS = "in_class", _("Booked in a class")
    ON_SHIFT = "on_shift", _("On another shift then")
    TOO_LONG = "too_long", _("Longer than one shift may be")
    NO_REST = "no_rest", _("Too little rest beside another shift")
    OVER_HOURS = "over_hours", _("Over the hours of seven days")


_BY_LIMIT = {
    Limit.OVERLAP: PassedOver.ON_SHIFT,
    Limit.LENGTH: PassedOver.TOO_LONG,
    Limit.REST: PassedOver.NO_REST,
    Limit.WEEK: PassedOver.OVER_HOURS,
}


@dataclass(frozen=True, slots=True)
class Option:
    """One person beside the gap: `hours` planned this week, `reason` empty for who can."""

    person: Person
    hours: float
    near: bool
    overtime: bool = False
    reason: PassedOver | None = None

    @property
    def why(self) -> str:
        """The reason in words."""
        return str(self.reason.label) if self.reason else ""


@dataclass(frozen=True, slots=True)
class Found:
    """Who can, in order, and who cannot with the reason of each."""

    rule: Minimum
    span: Span
    free: tuple[Option, ...]
    passed_over: tuple[Option, ...]

    @property
    def counts(self) -> list[tuple[PassedOver, int]]:
        """How many were passed over for each reason, the gravest first."""
        held = Counter(option.reason for option in self.passed_over)
        return [(reason, held[reason]) for reason in PassedOver if held[reason]]


def find(rule: Minimum, span: Span, people: Iterable[Person], policy: Policy, zone: ZoneInfo) -> Found:
    """Everybody of the roster, in order."""
    options = sorted((_option(rule, span, person, policy, zone) for person in people), key=_order)
    free = tuple(option for option in options if option.reason is None)
    return Found(rule, span, free, tuple(option for option in options if option.reason is not None))


def _order(option: Option) -> tuple[float, bool, str]:
    return option.hours, not option.near, option.person.call_sign


def _option(rule: Minimum, span: Span, person: Person, policy: Policy, zone: ZoneInfo) -> Option:
    day = day_of(span.starts_at, zone)
    whole = week_of(day - day.weekday() * DAY, zone)
    shifts = [work.span for work in person.work]
    hours = round(hours_between(shifts, whole.starts_at, whole.ends_at), 1)
    found = {breach.limit for breach in breaches(shifts, span, policy)}
    near = rule.group is not None and person.group == rule.group
    return Option(person, hours, near, Limit.OVERTIME in found, _reason(rule, span, person, found))


def _reason(rule: Minimum, span: Span, person: Person, broken: set[Limit]) -> PassedOver | None:
    if not person.suits(rule.position):
        return PassedOver.LICENSE
    if rule.position != Position.DISPATCH and any(span.overlaps(kept) for kept in person.restricted):
        return PassedOver.RESTRICTED
    if rule.cit and not _covers(person.certified(rule.position), span):
        return PassedOver.NOT_CERTIFIED
    if any(span.overlaps(away) for away in person.leave):
        return PassedOver.ON_LEAVE
    if any(span.overlaps(away) for away in person.classes):
        return PassedOver.IN_CLASS
    return next((reason for limit, reason in _BY_LIMIT.items() if limit in broken), None)


def _covers(valid: Iterable[Span], span: Span) -> bool:
    return any(each.starts_at <= span.starts_at and span.ends_at <= each.ends_at for each in merged(valid))
