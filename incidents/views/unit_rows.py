"""The rows of the officers' panel as text, computed once before the template, which then only prints."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from core.templatetags.ui import status_pill
from incidents.views.rows import Age, Row, age, certificate
from incidents.workflow import AssignmentState
from officers.roles import Duty

SINCE = {"dispatched": "dispatched_at", "en_route": "en_route_at", "on_scene": "on_scene_at"}
# Who is free first, then who is out, then who cannot be sent now.
ORDER = {"available": 0, "dispatched": 1, "en_route": 1, "on_scene": 1}


class Unit(Age):
    """One officer."""

    id: str
    call_sign: str
    name: str
    cit: str
    cit_label: str
    place: str
    pill: str
    status: str
    leads: bool
    has_read: bool
    pending: int
    next: str
    next_number: str
    zone: str
    free: bool
    off: bool


def officers(roster: Sequence[Row], at: datetime) -> list[Unit]:
    """Who is free first, then who is out; by call sign among equals, and off duty last."""
    labels = (*AssignmentState.choices, *Duty.choices)
    words = {str(key): str(label) for key, label in labels}
    ordered = sorted(roster, key=lambda row: ORDER.get(row["unit_status"] or row["duty"], 2))
    return [_unit(row, words, at) for row in ordered]


def _unit(row: Row, words: dict[str, str], at: datetime) -> Unit:
    status = row["unit_status"] or row["duty"]
    cit, label = certificate(row["cit"], row["cit_until"], timezone.localdate(at))
    where = f"{row['incident_number']}, {row['incident_campus']}" if row["incident_id"] else row["place"]
    return Unit(
        **age(row[SINCE[status]] if status in SINCE else row["duty_since"], at),
        id=str(row["officer_id"]),
        call_sign=row["call_sign"],
        name=row["name"],
        cit=cit,
        cit_label=label,
        place=where,
        pill=status_pill(status),
        status=words[status],
        leads=bool(row["primary"]),
        has_read=status == "dispatched" and row["acknowledged_at"] is not None,
        pending=row["pending_count"] or 0,
        # Offered while nothing else binds the officer.
        next=str(row["next_pending"]) if row["next_pending"] and status == Duty.AVAILABLE else "",
        next_number=row["next_number"] or "",
        zone=str(row["zone"] or ""),
        free=status == Duty.AVAILABLE,
        off=status == Duty.OFF_DUTY,
    )
