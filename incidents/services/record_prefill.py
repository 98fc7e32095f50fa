"""What is known before the first tap: times, what dispatch was told, and what the officer has entered already.

No judgement is ever filled in: techniques, force and a proposed ending are the officer's own taps at the scene.
"""

from datetime import UTC, datetime
from typing import Any

from core.actors import Actor
from incidents.field_vocabulary import EntryKind
from incidents.models import FieldEntry, Incident, Subject
from incidents.models.people import age_on
from incidents.record_vocabulary import Effect, Force, Outcome, Technique
from incidents.selectors import field_entries
from incidents.services.subjects import day_of


def known(incident: Incident, about: Subject, actor: Actor, at: datetime) -> dict[str, Any]:
    """Columns of a new record."""
    arrived = incident.assignments.filter(officer__user=actor.id, on_scene_at__isnull=False)
    own = arrived.order_by("-on_scene_at").first()
    spoken = incident.calls.exclude(language_needed="").values_list("language_needed", flat=True).first()
    born = age_on(about.birth_date, day_of(incident)) if about.birth_date else None
    return {
        "is_minor": about.is_minor,
        "age_estimate": about.age_estimate if born is None else born,
        "occurred_from": incident.received_at,
        "occurred_to": own.clear_at if own else None,
        "language": spoken or "",
        **_entered(field_entries.of(incident, actor.person)),
    }


def _entered(entries: list[FieldEntry]) -> dict[str, Any]:
    """The taps at the scene, each technique with its own time."""
    techniques = [entry for entry in entries if entry.kind == EntryKind.TECHNIQUE and entry.value in Technique.values]
    found: dict[str, Any] = {"techniques": [_technique(entry) for entry in techniques]}
    levels = [int(entry.value) for entry in entries if entry.kind == EntryKind.FORCE_USED and entry.value.isdigit()]
    used = [level for level in levels if level in Force.values]
    if used:
        found["force_highest"] = max(used)
    ended = [entry.value for entry in entries if entry.kind == EntryKind.DISPOSITION and entry.value in Outcome.values]
    if ended:
        found["primary_outcome"] = ended[-1]
    return found


def _technique(entry: FieldEntry) -> dict[str, str]:
    row = {"technique": entry.value, "at": entry.captured_at.astimezone(UTC).isoformat()}
    return {**row, "effect": entry.text} if entry.text in Effect.values else row
