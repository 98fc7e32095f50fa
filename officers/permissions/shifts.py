"""Shifts: supervisors plan them, everybody sees the plan, asks about their own, and clocks in for themselves."""

from typing import Any

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from officers.models import (
    CalendarFeed,
    CoverRequest,
    Leave,
    Rotation,
    RotationMember,
    Shift,
    ShiftTemplate,
    TimeEntry,
)
from officers.permissions.who import DESK, KEEPER, STAFF, SUPERVISOR, not_own_item, own_item, own_row


def asked(actor: Actor, request: Any) -> bool:
    """Who asked that somebody takes the shift."""
    return bool(request.asked_by.user_id == actor.id)


def asked_by_another(actor: Actor, request: Any) -> bool:
    """Nobody takes over from themselves."""
    return not asked(actor, request)


def neither_asked_nor_takes(actor: Actor, request: Any) -> bool:
    """Nobody approves an exchange that they are part of."""
    taker = request.taker
    return not asked(actor, request) and (taker is None or taker.user_id != actor.id)


RULES: dict[str, tuple[Grant, ...]] = {
    "shift.read": (Grant(KEEPER | DESK | STAFF),),
    "shift.plan": (Grant(SUPERVISOR),),
    "shift.generate": (Grant(SUPERVISOR),),
    "shift.import": (Grant(SUPERVISOR),),
    "shift.export": (Grant(KEEPER | DESK),),
    "shift.change": (Grant(SUPERVISOR),),
    "shift.hand_over": (Grant(SUPERVISOR),),
    "shift.cancel": (Grant(SUPERVISOR),),
    "template.keep": (Grant(SUPERVISOR),),
    "rotation.keep": (Grant(SUPERVISOR),),
    # Asked of the shift: who works it asks.
    "cover.ask": (Grant(STAFF, own_item),),
    "cover.accept": (Grant(STAFF, asked_by_another),),
    "cover.approve": (Grant(SUPERVISOR, neither_asked_nor_takes),),
    "cover.decline": (Grant(SUPERVISOR),),
    "cover.withdraw": (Grant(STAFF, asked),),
    # Asked of the person's row of the roster.
    "leave.ask": (Grant(SUPERVISOR), Grant(STAFF, own_row)),
    "leave.approve": (Grant(SUPERVISOR, not_own_item),),
    "leave.decline": (Grant(SUPERVISOR),),
    "leave.withdraw": (Grant(SUPERVISOR), Grant(STAFF, own_item)),
    "clock.read": (Grant(DESK),),
    "time.clock": (Grant(DESK), Grant(STAFF, own_row)),
    "time.set_status": (Grant(DESK), Grant(STAFF, own_row)),
    "time.correct": (Grant(DESK, not_own_item),),
    "feed.renew": (Grant(STAFF, own_row),),
}


def _plan(actor: Actor) -> Q:
    return Q() if actor.holds(*KEEPER, *DESK, *STAFF) else Q(pk__in=[])


def _leave(actor: Actor) -> Q:
    """Why somebody is away is between them and their supervisor."""
    return Q() if actor.holds(*SUPERVISOR) else Q(officer__user=actor.id)


def _time(actor: Actor) -> Q:
    return Q() if actor.holds(*DESK) else Q(officer__user=actor.id)


SCOPES: dict[type[Model], Scope] = {
    ShiftTemplate: _plan,
    Rotation: _plan,
    RotationMember: _plan,
    Shift: _plan,
    CoverRequest: _plan,
    Leave: _leave,
    TimeEntry: _time,
    CalendarFeed: lambda actor: Q(officer__user=actor.id),
}
