"""The answers of an ordinary filed record, as plain values."""

from typing import Any

from incidents.encounter import FIELDS, Kind, completed

PARENT = {"party": "parent_guardian", "method": "phone", "reached_at": "2026-03-04T18:00:00+00:00"}


def empty() -> dict[str, Any]:
    """Nothing answered."""
    found: dict[str, Any] = {}
    for name, field in FIELDS.items():
        several = field.kind in (Kind.SEVERAL, Kind.LIST, Kind.ROWS)
        found[name] = [] if several else None if field.kind in (Kind.BOOL, Kind.NUMBER) else ""
    return {**found, "force_highest": None, "occurred_from": None, "occurred_to": None, "follow_up_due": None}


def facts(**changes: Any) -> dict[str, Any]:
    """A whole record of a student in grade 10, with these answers changed."""
    whole = {
        "role": "student",
        "grade": "g10",
        "nature": ["suicidal"],
        "behaviors": ["crying_hopeless"],
        "weapon": "none",
        "force_highest": 0,
        "anyone_injured": False,
        "primary_outcome": "ref_counselor",
        "notifications": [PARENT],
    }
    return completed({**empty(), **whole, **changes})
