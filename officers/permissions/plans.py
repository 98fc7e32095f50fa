"""Floor plans: the administrator draws them; the desk and whoever is sent read them, and nobody else does."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from officers.models import CampusOutline, FloorPlan
from officers.permissions.who import DESK, RESPONDER
from officers.roles import Role

ADMINISTRATOR = frozenset({Role.SYSTEM_ADMIN.value})
# Where a building can be entered is told to those who go there and to those who send them.
READER = ADMINISTRATOR | DESK | RESPONDER

RULES: dict[str, tuple[Grant, ...]] = {
    "plan.read": (Grant(READER),),
    "plan.draw": (Grant(ADMINISTRATOR),),
}


def _read(actor: Actor) -> Q:
    return Q() if actor.holds(*READER) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {FloorPlan: _read, CampusOutline: _read}
