"""What a recipient gets: a list of what is included, never of what is left out."""

import hashlib
import json
from typing import Any

from incidents.models import DeescalationRecord

PROFILE = "counselor"
VERSION = 1


def counselor_payload(record: DeescalationRecord) -> dict[str, Any]:
    """The counselor profile of a filed record; the narrative is not part of any profile."""
    subject, incident = record.subject, record.incident
    return {
        "subject_name": subject.name,
        "grade": subject.grade,
        "campus": incident.campus.name,
        "occurred_at": incident.received_at.isoformat(),
        "nature": list(record.nature),
        "behaviors": record.all_behaviors,
        "immediate_outcome": record.primary_outcome,
    }


def seal(payload: dict[str, Any]) -> str:
    """SHA-256, in hex, of profile, version and payload as canonical JSON."""
    document = {"profile": PROFILE, "version": VERSION, "payload": payload}
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
