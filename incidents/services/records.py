"""The de-escalation record, from the first tap to the review."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.moves import advance
from core.permissions import require
from incidents.models import DeescalationRecord, Incident, Subject


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
        subject = incident.subjects.first() or Subject.objects.create(
            agency_id=incident.agency_id, incident=incident, role=role, name=name, grade=grade
        )
        record = DeescalationRecord.objects.create(
            agency_id=incident.agency_id,
            case_id=incident.case_id,
            incident=incident,
            subject=subject,
            author_id=actor.person,
        )
        ledger.announce("record.opened", record=record, actor=actor, at=moment, facts={})
    return record


def save(
    record: DeescalationRecord,
    *,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None = None,
    **answers: Any,
) -> DeescalationRecord:
    """Keep a draft, however incomplete."""
    return advance(record, "revise", actor=actor, expected_version=expected_version, at=at or clock.now(), **answers)


def submit(
    record: DeescalationRecord, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> DeescalationRecord:
    """File the record; refused with a sentence per missing answer."""
    return advance(record, "submit", actor=actor, expected_version=expected_version, at=at or clock.now())
