"""The de-escalation record, from the first tap to the review."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance
from core.permissions import require
from incidents.models import DeescalationRecord, Incident, Subject


class Answers(TypedDict, total=False):
    """What a record asks; a draft may leave any of it out."""

    nature: list[str]
    behaviors: list[str]
    techniques: list[str]
    weapon: str
    force_highest: int | None
    force_reportable: bool | None
    anyone_injured: bool | None
    injured: list[str]
    primary_outcome: str
    outcomes: list[str]
    arrestable_but_diverted: bool | None
    narrative: str


def begin(
    incident: Incident, *, actor: Actor, role: str, name: str, grade: str, at: datetime | None = None
) -> DeescalationRecord:
    """Open the author's record of an incident they were at; a second attempt finds the first."""
    moment = at or clock.now()
    require(actor, "record.open", incident)
    if not incident.assignments.filter(officer__user=actor.id, on_scene_at__isnull=False).exists():
        raise BrokenRule(_("Only an officer who was on scene writes a record of it."))
    with transaction.atomic():
        earlier = DeescalationRecord.objects.filter(incident=incident, author=actor.id).first()
        if earlier is not None:
            return earlier
        subject = _subject(incident, role, name, grade)
        record = DeescalationRecord.objects.create(
            agency_id=incident.agency_id,
            case_id=incident.case_id,
            incident=incident,
            subject=subject,
            author_id=actor.person,
        )
        ledger.announce("record.opened", record=record, actor=actor, at=moment, facts={})
    return record


def _subject(incident: Incident, role: str, name: str, grade: str) -> Subject:
    """The person a second officer means is the one already named, unless they name somebody else."""
    known = incident.subjects.filter(role=role)
    found = known.filter(name__iexact=name).first() if name else known.first()
    return found or Subject.objects.create(
        agency_id=incident.agency_id, incident=incident, role=role, name=name, grade=grade
    )


def save(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None = None,
    **answers: Unpack[Answers],
) -> DeescalationRecord:
    """Keep a draft, however incomplete."""
    return advance(record, "revise", actor=actor, expected_version=expected_version, at=at or clock.now(), **answers)


def submit(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """File the record; refused with a sentence per missing answer."""
    return advance(record, "submit", actor=actor, expected_version=expected_version, at=at or clock.now())


def file(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None = None,
    **answers: Unpack[Answers],
) -> DeescalationRecord:
    """Save and file in one step: when it cannot be filed, nothing has changed and the form still holds all of it."""
    moment = at or clock.now()
    with transaction.atomic():
        saved = save(record, actor=actor, expected_version=expected_version, at=moment, **answers)
        return submit(saved, actor=actor, expected_version=None, at=moment)


def send_back(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    return_comment: str,
    at: datetime | None = None,
) -> DeescalationRecord:
    """Give a filed record back to its author, with what to change."""
    return advance(
        record,
        "return",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        return_comment=return_comment,
    )


def approve(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """Accept a filed record; nobody accepts their own."""
    return advance(record, "approve", actor=actor, expected_version=expected_version, at=at or clock.now())
