"""Desks, their turns and the shift log: who may, and what exists for whom."""

from typing import Any

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Desk, DeskTurn, LogEntry
from incidents.permissions.who import DISPATCH, SUPERVISOR
from officers.roles import Role

KEEPERS = frozenset({Role.SUPERVISOR.value, Role.SYSTEM_ADMIN.value})


def _own_turn(actor: Actor, turn: Any) -> bool:
    """Whoever sits there."""
    return bool(turn.user_id == actor.id)


RULES: dict[str, tuple[Grant, ...]] = {
    "desk.read": (Grant(DISPATCH | KEEPERS),),
    "desk.keep": (Grant(KEEPERS),),
    "desk.sign_on": (Grant(DISPATCH),),
    "desk.sign_off": (Grant(DISPATCH, _own_turn),),
    "desk.take_over": (Grant(DISPATCH),),
    "shift_log.read": (Grant(DISPATCH),),
    "shift_log.write": (Grant(DISPATCH),),
    "supervision.read": (Grant(SUPERVISOR),),
}


def _desks(actor: Actor) -> Q:
    return Q() if actor.holds(*(DISPATCH | KEEPERS)) else Q(pk__in=[])


def _dispatch(actor: Actor) -> Q:
    return Q() if actor.holds(*DISPATCH) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Desk: _desks, DeskTurn: _dispatch, LogEntry: _dispatch}
