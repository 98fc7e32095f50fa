"""What a record said when it was locked: its shape, its hash, and what amendments made of it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from incidents.encounter.sections import BY_KEY, FIELDS

VERSION = 1
OFFICER = (
    "scene_role",
    "cit_active",
    "cit_course",
    "cit_completed_on",
    "cit_expires_on",
    "mho_active",
    "license_type",
    "years_of_service",
    "arrived_at",
    "left_at",
)


def snapshot(record: Any) -> dict[str, Any]:
    """Everything a record says, as plain JSON."""
    subject = record.subject
    return {
        "shape": VERSION,
        "number": record.number,
        "record_domain": record.record_domain,
        "author": str(record.author_id),
        "subject": {
            "id": str(record.subject_id),
            "role": subject.role,
            "name": subject.name,
            "grade": subject.grade,
            "student_number": subject.student_number,
            "is_minor": record.is_minor,
        },
        "answers": answers_of(record),
        "officers": [
            {"officer": str(row.officer_id), **{name: plain(getattr(row, name)) for name in OFFICER}}
            for row in record.officers.all()
        ],
        "submitted_at": plain(record.submitted_at),
        "approved_at": plain(record.approved_at),
        "approved_by": str(record.approved_by_id) if record.approved_by_id else None,
    }


def answers_of(record: Any) -> dict[str, Any]:
    """The answers alone."""
    return {name: plain(getattr(record, name)) for name in FIELDS}


def section_of(answers: Mapping[str, Any], section: str) -> dict[str, Any]:
    """The answers of one section."""
    return {field.name: plain(answers[field.name]) for field in BY_KEY[section].fields}


def amended(frozen: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The answers after these accepted changes, in their order; what was frozen stays as it was."""
    answers = dict(frozen["answers"])
    for change in changes:
        answers.update(change)
    return answers


def digest(frozen: Mapping[str, Any]) -> str:
    """SHA-256, in hex, of the canonical JSON."""
    text = json.dumps(frozen, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value
