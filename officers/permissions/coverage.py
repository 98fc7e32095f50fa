"""Coverage: the desk, supervisors and the training coordinator read it, supervisors set what it asks."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from officers.models import CampusGroup, CoverageRule, RosterPolicy
from officers.permissions.who import DESK, KEEPER, SUPERVISOR

RULES: dict[str, tuple[Grant, ...]] = {
    "coverage.read": (Grant(KEEPER | DESK),),
    "coverage.set": (Grant(SUPERVISOR),),
    "coverage.find_cover": (Grant(KEEPER),),
}


def _read(actor: Actor) -> Q:
    return Q() if actor.holds(*KEEPER, *DESK) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {CampusGroup: _read, CoverageRule: _read, RosterPolicy: _read}
