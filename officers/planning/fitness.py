"""Whether a person may work a span: on the roster, licensed for it, not away, free, and within the limits."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from officers.planning.limits import Policy, breaches
from officers.planning.spans import Span
from officers.roles import License
from officers.vocabulary import Position

# Dispatch needs a telecommunicator's license, patrol a peace officer's; a peace officer may work every position.
SUITABLE: dict[str, frozenset[str]] = {
    Position.PATROL.value: frozenset({License.PEACE_OFFICER.value}),
    Position.SECURITY.value: frozenset(
        {License.PEACE_OFFICER.value, License.SECURITY_COMMISSIONED.value, License.SECURITY.value}
    ),
    Position.DISPATCH.value: frozenset({License.TELECOMMUNICATOR.value, License.PEACE_OFFICER.value}),
}


@dataclass(frozen=True, slots=True)
class Worker:
    """One person as planning sees them: their other shifts and their approved leave near the span."""

    call_sign: str
    active: bool
    license: str
    shifts: tuple[Span, ...] = ()
    away: tuple[Span, ...] = ()

    def with_shift(self, span: Span) -> "Worker":
        """The same person with one more shift."""
        return Worker(self.call_sign, self.active, self.license, (*self.shifts, span), self.away)


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that speaks against it. `refuses`: no reason helps; `needs_reason`: a supervisor's reason helps."""

    code: str
    words: str
    refuses: bool = True
    needs_reason: bool = False


def objections(worker: Worker, span: Span, position: str, policy: Policy) -> list[Objection]:
    """Everything that speaks against it, the gravest first; overtime is said and stops nothing."""
    return [*_person(worker, position), *_away(worker, span), *_limits(worker, span, policy)]


def stopping(found: Iterable[Objection], *, reason: str = "") -> list[Objection]:
    """Those that stop it: what refuses, and without a reason also what needs one."""
    return [each for each in found if each.refuses or (each.needs_reason and not reason)]


def may_work(worker: Worker, span: Span, position: str, policy: Policy) -> bool:
    """Whether nothing stops it."""
    return not stopping(objections(worker, span, position, policy))


def _person(worker: Worker, position: str) -> list[Objection]:
    if not worker.active:
        text = _("%(unit)s is no longer on the roster.") % {"unit": worker.call_sign}
        return [Objection("inactive", text)]
    if worker.license not in SUITABLE[position]:
        words = {"unit": worker.call_sign, "position": Position(position).label}
        return [Objection("unsuitable", _("%(unit)s has no license for this position: %(position)s.") % words)]
    return []


def _away(worker: Worker, span: Span) -> list[Objection]:
    if any(span.overlaps(leave) for leave in worker.away):
        return [Objection("away", _("%(unit)s has approved leave then.") % {"unit": worker.call_sign})]
    return []


def _limits(worker: Worker, span: Span, policy: Policy) -> list[Objection]:
    return [
        Objection(breach.limit.value, breach.words, breach.refuses, breach.needs_reason)
        for breach in breaches(worker.shifts, span, policy)
    ]
