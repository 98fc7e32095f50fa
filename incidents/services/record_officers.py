"""The officers of a record: everybody who arrived, with what they were when they did."""

from typing import Any

from incidents.models import Assignment, DeescalationRecord, RecordOfficer
from incidents.record_vocabulary import SceneRole
from officers.roles import License, Role

SECURITY = (License.SECURITY, License.SECURITY_COMMISSIONED)
KEPT = ("cit_course", "cit_completed_on", "cit_expires_on", "mho_active", "years_of_service")


def refresh(record: DeescalationRecord) -> None:
    """Add who has arrived since, and say when each has left; what a row says of an officer is never written again."""
    known = {row.officer_id: row for row in record.officers.all()}
    arrived = Assignment.objects.filter(incident=record.incident_id, on_scene_at__isnull=False)
    for part in arrived.select_related("officer").order_by("on_scene_at"):
        row = known.get(part.officer_id)
        if row is None:
            known[part.officer_id] = RecordOfficer.objects.create(**_row(record, part))
        elif row.left_at != part.clear_at and row.assignment_id == part.pk:
            row.left_at = part.clear_at
            row.save(update_fields=["left_at"])


def _row(record: DeescalationRecord, part: Assignment) -> dict[str, Any]:
    return {
        "agency_id": record.agency_id,
        "record": record,
        "officer": part.officer,
        "assignment": part,
        "scene_role": _role(part),
        "arrived_at": part.on_scene_at,
        "left_at": part.clear_at,
        "cit_active": bool(part.cit_on_arrival),
        # Arrivals from before this was kept say nothing of the license: the roster does.
        "license_type": part.license_type or part.officer.license,
        **{name: getattr(part, name) for name in KEPT},
    }


def _role(part: Assignment) -> str:
    if part.officer.license in SECURITY:
        return SceneRole.SECURITY
    if part.primary:
        return SceneRole.PRIMARY
    leads = part.officer.user.grants.filter(role=Role.SUPERVISOR, active=True).exists()
    return SceneRole.SUPERVISOR if leads else SceneRole.COVER
