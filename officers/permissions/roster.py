"""The roster: supervisors and the training coordinator keep it, the desk reads it, everybody sees their own row."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from officers.models import Officer, Restriction, StoredFile
from officers.permissions.who import DESK, KEEPER, STAFF, SUPERVISOR, own_row

RULES: dict[str, tuple[Grant, ...]] = {
    "officer.list": (Grant(KEEPER | DESK),),
    "officer.read": (Grant(KEEPER | DESK), Grant(STAFF, own_row)),
    "officer.read_own": (Grant(STAFF, own_row),),
    # Address, dates and numbers: the desk needs none of them.
    "officer.read_details": (Grant(KEEPER), Grant(STAFF, own_row)),
    "officer.enroll": (Grant(KEEPER),),
    "officer.update": (Grant(KEEPER),),
    # To give or take a role that leads, or to change the address of somebody who has more than the line's roles.
    "officer.grant_lead": (Grant(SUPERVISOR),),
    "officer.photograph": (Grant(KEEPER),),
    "officer.import": (Grant(KEEPER),),
    "officer.export": (Grant(KEEPER),),
    "officer.deactivate": (Grant(SUPERVISOR),),
    "officer.reactivate": (Grant(SUPERVISOR),),
    "officer.restrict": (Grant(SUPERVISOR),),
    "officer.lift_restriction": (Grant(SUPERVISOR),),
}


def _officers(actor: Actor) -> Q:
    if actor.holds(*KEEPER, *DESK):
        return Q()
    return Q(user=actor.id) if actor.holds(*STAFF) else Q(pk__in=[])


def _restrictions(actor: Actor) -> Q:
    return Q() if actor.holds(*SUPERVISOR) else Q(officer__user=actor.id)


def _files(actor: Actor) -> Q:
    """A file is reached through what it belongs to: a certificate or a photo that the actor sees."""
    if actor.holds(*KEEPER):
        return Q()
    return Q(certifications__user=actor.id) if actor.holds(*STAFF) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {Officer: _officers, Restriction: _restrictions, StoredFile: _files}
