"""Units of an incident, pending calls and hand-over: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Handover, PendingCall
from incidents.permissions.who import DISPATCH

RULES: dict[str, tuple[Grant, ...]] = {
    "pending.put": (Grant(DISPATCH),),
    "pending.drop": (Grant(DISPATCH),),
    "handover.take": (Grant(DISPATCH),),
    "handover.withdraw": (Grant(DISPATCH),),
}


def _desk(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {PendingCall: _desk, Handover: _desk}
