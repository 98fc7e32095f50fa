"""A note and a file of the incident, for the walk over every route."""

from uuid import UUID

from incidents.models import Incident, IncidentFile
from incidents.services import notes
from officers import storage
from officers.models import StoredFile
from tests.cast import NOON, District

CONTENT = b"%PDF-1.4 nothing %%EOF"


def stage(district: District, incident: Incident) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    me = {"agency": district.campus.agency}
    by = district.supervisor.person
    kept = StoredFile.objects.create(
        sha256=storage.write(district.campus.agency_id, CONTENT),
        size=len(CONTENT),
        media_type="application/pdf",
        name="handed-in.pdf",
        uploaded_by_id=by,
        **me,
    )
    file = IncidentFile.objects.create(
        incident=incident, case_id=incident.case_id, file=kept, label="A letter", by_id=by, at=NOON, **me
    )
    return {
        # The panel of the console is that of an incident.
        "case": incident.pk,
        "notes": notes.add(incident, actor=district.dispatcher, text="Calm again.", at=NOON).pk,
        "files": file.pk,
    }
