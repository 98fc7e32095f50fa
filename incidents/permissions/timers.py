"""Welfare checks and other clocks: who may, and what exists for whom."""

from typing import Any

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Timer, TimerRule
from incidents.permissions.who import DISPATCH, RESPONDER, SUPERVISOR


def _asked(actor: Actor, timer: Any) -> bool:
    """The officer whom the check is about."""
    return timer.assignment is not None and bool(timer.assignment.officer.user_id == actor.id)


RULES: dict[str, tuple[Grant, ...]] = {
    "timer.answer": (Grant(RESPONDER, _asked),),
    "timer.acknowledge": (Grant(DISPATCH),),
    "timer_rule.set": (Grant(SUPERVISOR),),
}


def _timers(actor: Actor) -> Q:
    if actor.holds(*DISPATCH):
        return Q()
    return Q(assignment__officer__user=actor.id) if actor.holds(*RESPONDER) else Q(pk__in=[])


def _rules(actor: Actor) -> Q:
    return Q() if actor.holds(*SUPERVISOR) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Timer: _timers, TimerRule: _rules}
