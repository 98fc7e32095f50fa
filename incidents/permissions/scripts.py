"""Versions of the dispatcher's script: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Script
from incidents.permissions.who import DISPATCH, SUPERVISOR
from officers.roles import Role

WRITER = frozenset({Role.SUPERVISOR.value, Role.TRAINING.value})

RULES: dict[str, tuple[Grant, ...]] = {
    "script.read": (Grant(WRITER | DISPATCH),),
    "script.write": (Grant(WRITER),),
    "script.revise": (Grant(WRITER),),
    "script.try": (Grant(WRITER),),
    "script.approve": (Grant(SUPERVISOR),),
    "script.activate": (Grant(SUPERVISOR),),
    "script.retire": (Grant(SUPERVISOR),),
}


def _read(actor: Actor) -> Q:
    return Q() if actor.holds(*WRITER, *DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Script: _read}
