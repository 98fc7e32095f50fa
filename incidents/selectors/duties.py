"""Duties: the lists of those who owe them and of supervisors, one with all of its rows, and those of a record."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.actors import Actor
from core.permissions import fetch, fetch_for, may, require, visible
from incidents import law_guards
from incidents.duties import Hold, hold
from incidents.duties.triggers import Trigger, facility_clock, trigger
from incidents.law_vocabulary import DutyState, FormState
from incidents.models import DeescalationRecord, Duty, DutyAttempt, DutyStep, FormDisclosure, LegalForm
from incidents.selectors import school_days

SHOWN = 200
OPEN, DONE = "open", "done"


def _rows() -> QuerySet[Duty]:
    return Duty.objects.select_related("incident__campus", "owner", "subject", "record__author", "agency")


def listed(actor: Actor, show: str = OPEN) -> list[Duty]:
    """What this person may see: open ones with the most urgent first, or what is done with the latest first."""
    require(actor, "duty.read")
    rows = visible(_rows(), actor)
    if show == OPEN:
        return list(rows.filter(status=DutyState.OPEN).order_by("due_at")[:SHOWN])
    return list(rows.exclude(status=DutyState.OPEN).order_by("-due_at")[:SHOWN])


def one(actor: Actor, pk: object) -> Duty:
    """A duty that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_try(actor: Actor, pk: object, code: str) -> Duty:
    """The duty of a sent form: the permission is asked before the input."""
    return fetch_for(_rows(), actor, pk, code)


def of_record(actor: Actor, record: DeescalationRecord) -> list[Duty]:
    """The duties that a record started, for its page; an empty list for whoever has nothing to do with them."""
    if not may(actor, "duty.read"):
        return []
    return list(visible(_rows(), actor).filter(subject=record.subject_id).order_by("due_at")[:SHOWN])


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the page of a duty shows."""

    duty: Duty
    trigger: Trigger
    missing: list[str]
    attempts: list[DutyAttempt]
    steps: list[DutyStep]
    forms: list[LegalForm]
    disclosures: list[FormDisclosure]
    facility: Hold | None


def whole(actor: Actor, duty: Duty) -> Whole:
    """One duty with its tries, steps and forms; the forms of a protected one are the reporter's alone."""
    forms = visible(LegalForm.objects.select_related("template", "signed_by"), actor).filter(duty=duty)
    found = list(forms[:20])
    logged = FormDisclosure.objects.filter(form__in=[form.pk for form in found]).select_related("by", "form")
    return Whole(
        duty,
        trigger(duty.kind),
        law_guards.missing(duty) if duty.status == DutyState.OPEN else [],
        list(duty.attempts.select_related("by")[:SHOWN]),
        list(duty.steps_done.select_related("by")),
        found,
        list(logged[:SHOWN]),
        _facility(duty, found),
    )


def _facility(duty: Duty, forms: list[LegalForm]) -> Hold | None:
    signed = next((form for form in forms if form.status == FormState.SIGNED and form.presented_at), None)
    if signed is None or signed.presented_at is None or duty.kind != "detention_notice":
        return None
    calendar = school_days.calendar(duty.agency)
    return hold(signed.apprehended_at, signed.presented_at, facility_clock(), calendar)


def owner(actor: Actor, duty: Duty) -> str:
    """Who owes it; of a report that somebody must make themselves nobody else learns who."""
    if duty.protected and duty.owner_id != actor.id:
        return _("Protected")
    return duty.owner.name if duty.owner else str(duty.get_owner_role_display())


def overdue(duty: Duty, at: datetime) -> bool:
    """Whether its time has passed and it is still open."""
    return bool(duty.status == DutyState.OPEN and duty.due_at < at)
