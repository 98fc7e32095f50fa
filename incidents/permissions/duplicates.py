"""Calls attached to an incident, merged and split again: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Call, DuplicateRule
from incidents.permissions.who import DISPATCH, SUPERVISOR

RULES: dict[str, tuple[Grant, ...]] = {
    "call.attach": (Grant(DISPATCH),),
    "call.split": (Grant(DISPATCH),),
    "incident.split": (Grant(DISPATCH),),
    "incident.unmerge": (Grant(DISPATCH),),
    "duplicates.set": (Grant(SUPERVISOR),),
}


def _calls(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH) else Q(pk__in=[])


def _rule(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Call: _calls, DuplicateRule: _rule}
