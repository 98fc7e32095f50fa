"""What is known before the first tap: times, and what dispatch was told. No judgement is ever filled in."""

from datetime import datetime
from typing import Any

from core.actors import Actor
from incidents.models import Incident, Subject


def known(incident: Incident, about: Subject, actor: Actor, at: datetime) -> dict[str, Any]:
    """Columns of a new record."""
    own = (
        incident.assignments.filter(officer__user=actor.id, on_scene_at__isnull=False).order_by("-on_scene_at").first()
    )
    spoken = incident.calls.exclude(language_needed="").values_list("language_needed", flat=True).first()
    return {
        "occurred_from": incident.received_at,
        "occurred_to": own.clear_at if own else None,
        "language": spoken or "",
    }
