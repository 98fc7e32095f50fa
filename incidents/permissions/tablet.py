"""Who may do and see what of the officer's tablet: devices, sealed entries, what came late."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from incidents.models import Device, Quarantine, SealingKey, TabletCommand
from incidents.permissions.who import RESPONDER, SUPERVISOR
from officers.roles import Role

KEEPER = SUPERVISOR | {Role.SYSTEM_ADMIN.value}

RULES: dict[str, tuple[Grant, ...]] = {
    "tablet.enter": (Grant(RESPONDER),),
    "device.register": (Grant(RESPONDER | KEEPER),),
    "device.read": (Grant(KEEPER),),
    "device.revoke": (Grant(KEEPER),),
    "tablet.review": (Grant(SUPERVISOR),),
    "quarantine.open": (Grant(SUPERVISOR),),
}


def _devices(actor: Actor) -> Q:
    return Q() if actor.holds(*KEEPER) else Q(pk__in=[])


def _commands(actor: Actor) -> Q:
    """Supervisors see what came late or was refused; an officer what they entered."""
    if actor.holds(*SUPERVISOR):
        return Q()
    return Q(user=actor.id) if actor.holds(*RESPONDER) else Q(pk__in=[])


def _quarantine(actor: Actor) -> Q:
    return Q() if actor.holds(*SUPERVISOR) else Q(pk__in=[])


def _keys(actor: Actor) -> Q:
    """No person reads a key's row."""
    return Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {
    Device: _devices,
    SealingKey: _keys,
    TabletCommand: _commands,
    Quarantine: _quarantine,
}
