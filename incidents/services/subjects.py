"""The people of one encounter: one rule for who counts as a minor, and what is known of them at that moment."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from incidents.models import Call, Incident, Subject
from incidents.models.people import age_on
from incidents.record_vocabulary import Grade, PersonRole

YOUNG = frozenset(grade.value for grade in Grade) - {Grade.UNKNOWN.value}
GROWN = 18


def is_minor(role: str, grade: str = "", *, age: int | None = None) -> bool:
    """On the day of the encounter; a student is a minor until somebody knows better, and so is whoever has a grade."""
    if age is not None:
        return age < GROWN
    return grade in YOUNG or role == PersonRole.STUDENT


def build(incident: Incident, told: Mapping[str, str], call: Call | None = None) -> Subject:
    """Somebody an encounter is about, not yet kept and not yet linked to anybody."""
    role, grade = told.get("role") or PersonRole.STUDENT.value, told.get("grade", "")
    return Subject(
        agency_id=incident.agency_id,
        incident=incident,
        call=call,
        role=role,
        name=told.get("name", ""),
        student_number=told.get("student_number", ""),
        grade=grade,
        description=told.get("description", ""),
        is_minor=is_minor(role, grade),
    )


def describe(
    subject: Subject,
    *,
    actor: Actor,
    birth_date: date | None,
    age_estimate: int | None,
    interpreter_used: str,
    at: datetime | None = None,
) -> Subject:
    """Keep what became known at the encounter; who was a minor on that day follows from it."""
    with transaction.atomic():
        held = Subject.objects.select_for_update(of=("self",)).select_related("incident__agency").get(pk=subject.pk)
        require(actor, "subject.describe", held)
        held.birth_date, held.age_estimate, held.interpreter_used = birth_date, age_estimate, interpreter_used
        born = age_on(birth_date, day_of(held.incident)) if birth_date else None
        held.is_minor = is_minor(held.role, held.grade, age=age_estimate if born is None else born)
        held.save(update_fields=["birth_date", "age_estimate", "interpreter_used", "is_minor"])
        told = {"minor": held.is_minor}
        ledger.announce("subject.described", record=held, actor=actor, at=at or clock.now(), facts=told)
    return held


def day_of(incident: Incident) -> date:
    """The day of the encounter, where the agency is."""
    return timezone.localdate(incident.received_at, incident.agency.zone)
