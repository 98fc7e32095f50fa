"""Training: the coordinator keeps it, supervisors read it, everybody sees and hands in their own."""

from django.db.models import Model, Q

from core.actors import Actor
from core.permissions import Grant, Scope
from officers.models import Booking, Certification, Course, TrainingPeriod, TrainingRule, TrainingSession, Waiver
from officers.permissions.who import (
    COORDINATOR,
    KEEPER,
    STAFF,
    not_own_certificate,
    own_item,
    own_row,
)

RULES: dict[str, tuple[Grant, ...]] = {
    "training.read": (Grant(KEEPER),),
    # Asked of the person's row of the roster.
    "training.read_person": (Grant(KEEPER), Grant(STAFF, own_row)),
    "course.read": (Grant(KEEPER | STAFF),),
    "course.keep": (Grant(COORDINATOR),),
    "rule.keep": (Grant(COORDINATOR),),
    "waiver.grant": (Grant(COORDINATOR),),
    # Asked of the person's row of the roster.
    "certification.add": (Grant(COORDINATOR), Grant(STAFF, own_row)),
    "certification.verify": (Grant(COORDINATOR, not_own_certificate),),
    "certification.refuse": (Grant(COORDINATOR, not_own_certificate),),
    "session.keep": (Grant(COORDINATOR),),
    # Asked of the person's row of the roster.
    "booking.book": (Grant(KEEPER),),
    "booking.attend": (Grant(COORDINATOR),),
    "booking.miss": (Grant(COORDINATOR),),
    "booking.cancel": (Grant(KEEPER), Grant(STAFF, own_item)),
}


def _catalogue(actor: Actor) -> Q:
    return Q() if actor.holds(*KEEPER, *STAFF) else Q(pk__in=[])


def _certifications(actor: Actor) -> Q:
    if actor.holds(*KEEPER):
        return Q()
    return Q(user=actor.id) if actor.holds(*STAFF) else Q(pk__in=[])


def _of_a_row(actor: Actor) -> Q:
    if actor.holds(*KEEPER):
        return Q()
    return Q(officer__user=actor.id) if actor.holds(*STAFF) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {
    Course: _catalogue,
    TrainingRule: _catalogue,
    TrainingPeriod: _catalogue,
    TrainingSession: _catalogue,
    Certification: _certifications,
    Booking: _of_a_row,
    Waiver: _of_a_row,
}
