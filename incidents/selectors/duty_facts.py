"""One record as the flat list of facts that `incidents.duties` asks: the single place that knows where each is kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from incidents.encounter.facts import is_minor, restrained
from incidents.encounter.rows import rows_of
from incidents.models import DeescalationRecord, Subject
from incidents.record_vocabulary import HoldReason, PersonRole

_PLAIN = (
    "nature",
    "ideation",
    "plan_stated",
    "intent_stated",
    "attempt",
    "means_access",
    "threat_target_kind",
    "threat_team_referral",
    "precipitant",
    "force_highest",
    "force_reportable",
    "firearm_seized",
)


def facts_of(record: DeescalationRecord) -> dict[str, Any]:
    """What the record says now; what it does not ask, or nobody answered, is None."""
    subject = record.subject
    known = {
        "filed_before": record.submitted_at is not None,
        "minor_then": record.is_minor,
        "age_estimate": record.age_estimate,
        "role": subject.role,
        "restraint_used": record.restraint_used,
        "transports": record.transports,
    }
    facts: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    facts |= {
        "behaviors": record.all_behaviors,
        "is_student": subject.role == PersonRole.STUDENT,
        "is_minor": is_minor(known),
        "outcomes": [each for each in record.all_outcomes if each],
        "restrained": bool(record.restraints) or restrained(known),
        "hurt_by_officer": [row.severity for row in _rows(record, "injuries") if row.cause == "by_officer"],
        "officer_hurt": [row.severity for row in _rows(record, "injuries") if row.who in ("officer", "security")],
        "parent_hold": any(row.hold_reason == HoldReason.PARENT_ALLEGED for row in _rows(record, "notifications")),
    }
    return facts


def times_of(record: DeescalationRecord) -> dict[str, datetime | None]:
    """The moments from which clocks run; None where the record does not say."""
    begun: Iterable[datetime | None] = (row.start for row in _rows(record, "restraints"))
    encounter = record.occurred_from
    return {"occurred_at": encounter, "restraint_at": min(filter(None, begun), default=encounter)}


def others_say(record: DeescalationRecord) -> list[dict[str, Any]]:
    """The facts of the other filed records about the same person in the same incident."""
    rows = DeescalationRecord.objects.filter(subject=record.subject_id).exclude(pk=record.pk)
    return [facts_of(each) for each in rows.exclude(status="draft").select_related("subject")[:20]]


def subject_of(record: DeescalationRecord) -> Subject:
    """The person, held until the transaction ends: two officers' records start one duty and not two."""
    return Subject.objects.select_for_update(of=("self",)).get(pk=record.subject_id)


def _rows(record: DeescalationRecord, name: str) -> list[Any]:
    """Rows of the record, each with all its columns."""
    return list(rows_of(record, name))
