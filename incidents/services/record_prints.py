"""A record on paper: who printed it, what for, and that a record which leaves the house is locked first."""

from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.permissions import require
from incidents.models import DeescalationRecord
from incidents.services import record_locks


class Purpose(models.TextChoices):
    """What a printed record is for."""

    REVIEW = "internal_review", _("Review inside the department")
    COURT = "court", _("Court or prosecutor")
    STATE = "state_agency", _("State agency")
    PARENT = "parent_request", _("A parent asked for it")
    SUBJECT = "subject_request", _("The person asked for it")
    OTHER_POLICE = "other_police", _("Another police department")


INSIDE = frozenset({Purpose.REVIEW})


def print_out(
    record: DeescalationRecord, *, actor: Actor, purpose: str, language: str, at: datetime | None = None
) -> DeescalationRecord:
    """Say that it was printed and what for; an approved record that leaves the house is locked from then on."""
    moment = at or clock.now()
    require(actor, "record.print", record)
    with transaction.atomic():
        facts = {"purpose": purpose, "language": language}
        ledger.announce("record.printed", record=record, actor=actor, at=moment, facts=facts)
        return record if purpose in INSIDE else record_locks.disclosed(record, at=moment)
