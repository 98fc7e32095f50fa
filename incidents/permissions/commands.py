"""The command line: a command needs what its button needs; taking back is dispatch's, and an officer's of their own."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import CommandRun
from incidents.permissions.who import DISPATCH, RESPONDER, own_assignment, was_sent

_own_part = (Grant(DISPATCH), Grant(RESPONDER, own_assignment))

RULES: dict[str, tuple[Grant, ...]] = {
    "command.run": (Grant(DISPATCH),),
    "incident.recall": (Grant(DISPATCH),),
    "incident.resume": (Grant(DISPATCH), Grant(RESPONDER, was_sent)),
    "incident.unclose": (Grant(DISPATCH),),
    "assignment.unstart": _own_part,
    "assignment.unarrive": _own_part,
    "assignment.unclear": _own_part,
}


def _own(actor: Actor) -> Q:
    return Q(by=actor.id) if actor.holds(*DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {CommandRun: _own}
