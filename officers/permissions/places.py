"""What is known of places: supervisors and administrators of the system keep it, the desk reads it.

Whoever takes calls or answers them finds places and is told what to beware of there.
"""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from officers.models import BellPeriod, Extension, PlaceAlias, PremiseNote, RoomUse
from officers.permissions.who import DESK, RESPONDER, SUPERVISOR
from officers.roles import Role

PLACE_KEEPER = SUPERVISOR | {Role.SYSTEM_ADMIN.value}

RULES: dict[str, tuple[Grant, ...]] = {
    "place.find": (Grant(DESK | RESPONDER | PLACE_KEEPER),),
    "place.read": (Grant(DESK | PLACE_KEEPER),),
    "place.keep": (Grant(PLACE_KEEPER),),
}


def _read(actor: Actor) -> Q:
    return Q() if actor.holds(*DESK, *PLACE_KEEPER) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {
    PlaceAlias: _read,
    Extension: _read,
    PremiseNote: _read,
    BellPeriod: _read,
    RoomUse: _read,
}
