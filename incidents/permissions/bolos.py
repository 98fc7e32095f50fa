"""Lookouts: who may, and what exists for whom."""

from django.db.models import Model, Q

from core.actors import SYSTEM, Actor
from core.permissions import Grant, Scope
from incidents.models import Lookout
from incidents.permissions.who import DISPATCH, RESPONDER

RULES: dict[str, tuple[Grant, ...]] = {
    "lookout.issue": (Grant(DISPATCH),),
    "lookout.locate": (Grant(DISPATCH),),
    "lookout.cancel": (Grant(DISPATCH),),
    # The clock ends them; a desk that did would say that it cancels.
    "lookout.expire": (Grant(DISPATCH | {SYSTEM}),),
    "lookout.read": (Grant(DISPATCH | RESPONDER),),
}


def _read(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH, *RESPONDER) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Lookout: _read}
