"""Who may do and see what of duties that the law sets, their clocks and forms."""

from typing import Any

from django.db.models import Model, Q

from core.actors import SYSTEM, Actor
from core.permissions import Grant, Scope
from incidents.models import (
    CalendarDay,
    Duty,
    DutyAttempt,
    DutyStep,
    FormDisclosure,
    LegalForm,
    LegalTemplate,
    RestraintExport,
    SchoolTerm,
)
from incidents.permissions.who import RESPONDER, SUPERVISOR
from officers.roles import Role

CUSTODIAN = frozenset({Role.CUSTODIAN.value})
CALENDAR = SUPERVISOR | frozenset({Role.SYSTEM_ADMIN.value})
_WORKS = RESPONDER | SUPERVISOR | CUSTODIAN
_CLOCK = (Grant(frozenset({SYSTEM})),)


def owns(actor: Actor, duty: Any) -> bool:
    """The person who owes it, or, where nobody is named, whoever holds the role."""
    if duty.owner_id is not None:
        return bool(duty.owner_id == actor.id)
    return actor.holds(duty.owner_role)


def not_protected(actor: Actor, duty: Any) -> bool:
    """A report that nobody else can make for the reporter."""
    return not duty.protected


def owns_form(actor: Actor, form: Any) -> bool:
    """Whoever owes what the form is for."""
    return owns(actor, form.duty)


def form_not_protected(actor: Actor, form: Any) -> bool:
    """A form that does not tell who reported."""
    return not form.duty.protected


_act = (Grant(_WORKS, owns), Grant(SUPERVISOR, not_protected))
_write = (Grant(_WORKS, owns_form), Grant(SUPERVISOR, form_not_protected))

RULES: dict[str, tuple[Grant, ...]] = {
    "duty.read": (Grant(_WORKS),),
    "duty.satisfy": _act,
    "duty.explain": _act,
    "duty.attempt": _act,
    "duty.step": _act,
    "duty.waive": (Grant(SUPERVISOR, not_protected),),
    "duty.release": (Grant(SUPERVISOR),),
    "duty.hold": _CLOCK,
    "duty.warn": _CLOCK,
    "duty.escalate": _CLOCK,
    "duty.drop": _CLOCK,
    "duty.resume": _CLOCK,
    "legal_form.begin": _act,
    "legal_form.revise": _write,
    "legal_form.sign": _write,
    "legal_form.stamp": _write,
    "legal_form.print": _write,
    "legal_template.read": (Grant(SUPERVISOR | CUSTODIAN),),
    "legal_template.write": (Grant(SUPERVISOR | CUSTODIAN),),
    "legal_template.revise": (Grant(SUPERVISOR | CUSTODIAN),),
    "legal_template.approve": (Grant(SUPERVISOR),),
    "legal_template.activate": (Grant(SUPERVISOR),),
    "legal_template.withdraw": (Grant(SUPERVISOR),),
    "school_calendar.set": (Grant(CALENDAR),),
    "restraint_export.make": (Grant(SUPERVISOR | CUSTODIAN),),
}


def _duties(actor: Actor) -> Q:
    """Supervisors see all; others what they or their role owe, and what their own record started."""
    if actor.holds(*SUPERVISOR):
        return Q()
    if not actor.holds(*_WORKS):
        return Q(pk__in=[])
    own = Q(owner=actor.id) | Q(record__author=actor.id, protected=False)
    return own | Q(owner__isnull=True, owner_role__in=actor.roles)


def _forms(actor: Actor) -> Q:
    """What would tell who reported is for the reporter alone."""
    if actor.holds(*SUPERVISOR):
        return Q(duty__protected=False) | Q(duty__owner=actor.id)
    own = Q(duty__owner=actor.id) | Q(duty__owner__isnull=True, duty__owner_role__in=actor.roles)
    return own if actor.holds(*_WORKS) else Q(pk__in=[])


def _of_duty(actor: Actor) -> Q:
    seen = Duty.objects.filter(_duties(actor), agency_id=actor.agency_id)
    return Q(duty__in=seen.values("pk"))


def _disclosures(actor: Actor) -> Q:
    if actor.holds(*CUSTODIAN):
        return Q()
    return Q(form__in=LegalForm.objects.filter(_forms(actor), agency_id=actor.agency_id).values("pk"))


def _to(roles: frozenset[str]) -> Scope:
    return lambda actor: Q() if actor.holds(*roles) else Q(pk__in=[])


SCOPES: dict[type[Model], Scope] = {
    Duty: _duties,
    DutyAttempt: _of_duty,
    DutyStep: _of_duty,
    LegalForm: _forms,
    FormDisclosure: _disclosures,
    LegalTemplate: _to(SUPERVISOR | CUSTODIAN),
    RestraintExport: _to(SUPERVISOR | CUSTODIAN),
    SchoolTerm: _to(CALENDAR),
    CalendarDay: _to(CALENDAR),
}
