"""How long each clock runs, as the agency set it."""

from uuid import UUID

from core.actors import Actor
from core.permissions import fetch, require
from incidents.models import TimerRule
from incidents.timing.rules import Rule, with_standard
from officers.models import Agency

MOST = 500
_COLUMNS = ("kind", "nature", "priority", "minutes", "answer_seconds", "active")


def in_force(agency_id: UUID) -> list[Rule]:
    """The agency's rules and what is left of the standard."""
    own = TimerRule.objects.filter(agency_id=agency_id).values(*_COLUMNS)[:MOST]
    return with_standard(Rule(**row) for row in own)


def agency(actor: Actor) -> Agency:
    """The agency whose rules the actor may set."""
    require(actor, "timer_rule.set")
    return Agency.objects.get(pk=actor.agency_id)


def one(actor: Actor, pk: object) -> TimerRule:
    """A rule of the agency that the actor may change."""
    found = fetch(TimerRule.objects.all(), actor, pk)
    require(actor, "timer_rule.set", found)
    return found


def listed(actor: Actor) -> list[TimerRule]:
    """Every rule that counts; a standard one is not in the database and has no key of its own yet."""
    require(actor, "timer_rule.set")
    own = list(TimerRule.objects.filter(agency_id=actor.agency_id)[:MOST])
    known = {(row.kind, row.nature, row.priority) for row in own}
    rest = [_unsaved(rule) for rule in with_standard(()) if rule.key not in known]
    return sorted([*own, *rest], key=lambda row: (row.kind, row.priority, row.nature))


def _unsaved(rule: Rule) -> TimerRule:
    return TimerRule(version=0, **{name: getattr(rule, name) for name in _COLUMNS})
