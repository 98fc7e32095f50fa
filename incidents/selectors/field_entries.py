"""What an officer entered at the scene, in the order of its doing."""

from uuid import UUID

from incidents.models import FieldEntry, Incident

MOST = 200


def of(incident: Incident, user: UUID) -> list[FieldEntry]:
    """One officer's own entries, the first first; the caller may read the incident."""
    return list(FieldEntry.objects.filter(incident=incident, by=user).order_by("captured_at", "recorded_at")[:MOST])
