"""Warm hand-offs to other services: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Handoff
from incidents.permissions.who import DISPATCH

RULES: dict[str, tuple[Grant, ...]] = {
    "handoff.start": (Grant(DISPATCH),),
    "handoff.connect": (Grant(DISPATCH),),
    "handoff.confirm": (Grant(DISPATCH),),
    "handoff.fail": (Grant(DISPATCH),),
}


def _read(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Handoff: _read}
