"""A device, an entry of its that was refused, and one that a revoked device held, for the walk over every route."""

from uuid import UUID, uuid4

from incidents.models import Device, Incident, Quarantine, TabletCommand
from tests.cast import NOON, District


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address; the officer on scene has the device."""
    agency, officer = district.campus.agency, district.cit_officer.user_id
    device = Device.objects.create(agency=agency, name="Tablet 12", secret_hash=uuid4().hex, enrolled_by_id=officer)
    body = '{"kind": "note", "seq": 1, "data": {"text": "Calmer now."}}'
    told = {"kind": "note", "idempotency_key": uuid4(), "client_seq": 1, "captured_at": NOON, "body": body}
    refused = TabletCommand.objects.create(
        agency=agency,
        case_id=incident.case_id,
        user_id=officer,
        device=device,
        incident=incident,
        digest="",
        sent_at=NOON,
        recorded_at=NOON,
        order_at=NOON,
        offset_s=0,
        state="refused",
        code=422,
        **told,
    )
    held = Quarantine.objects.create(agency=agency, device=device, user_id=officer, taken_at=NOON, **told)
    return {"devices": device.pk, "refused": refused.pk, "quarantine": held.pk}
