"""Who may do what with calls, incidents and assignments, and which of them exist for whom."""

from django.db.models import Model, Q

from core.actors import SYSTEM, Actor
from core.permissions import Grant, Scope
from incidents.models import Assignment, Incident, RankingWeights
from incidents.permissions.who import DISPATCH, RESPONDER, SUPERVISOR, own_assignment, was_sent

_dispatch = (Grant(DISPATCH),)
_own_part = (Grant(DISPATCH), Grant(RESPONDER, own_assignment))

RULES: dict[str, tuple[Grant, ...]] = {
    "call.log": _dispatch,
    "incident.triage": _dispatch,
    "incident.reassess": _dispatch,
    "incident.dispatch": _dispatch,
    "incident.reinforce": _dispatch,
    "incident.clear": (Grant(DISPATCH), Grant(RESPONDER, was_sent)),
    "incident.close": _dispatch,
    "incident.cancel": _dispatch,
    "incident.reopen": (Grant(SUPERVISOR),),
    # The clock begins what was planned.
    "incident.begin": (Grant(DISPATCH | {SYSTEM}),),
    "incident.merge": _dispatch,
    "incident.prioritize": _dispatch,
    "incident.transfer": _dispatch,
    "weights.set": (Grant(SUPERVISOR),),
    "assignment.start": _own_part,
    "assignment.arrive": _own_part,
    "assignment.clear": _own_part,
    "assignment.cancel": _dispatch,
    "assignment.lead": _dispatch,
}


def _incidents(actor: Actor) -> Q:
    """Dispatch sees all; a responder sees what they were sent to."""
    if actor.holds(*DISPATCH):
        return Q()
    if actor.holds(*RESPONDER):
        return Q(pk__in=Assignment.objects.filter(officer__user=actor.id).values("incident"))
    return Q(pk__in=[])


def _assignments(actor: Actor) -> Q:
    if actor.holds(*DISPATCH):
        return Q()
    return Q(officer__user=actor.id) if actor.holds(*RESPONDER) else Q(pk__in=[])


def _weights(actor: Actor) -> Q:
    return Q() if actor.holds(*SUPERVISOR) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {
    Incident: _incidents,
    Assignment: _assignments,
    RankingWeights: _weights,
}
