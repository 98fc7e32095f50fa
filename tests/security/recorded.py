"""A file and a proposed change of the record, for the walk over every route."""

from uuid import UUID

from incidents.models import DeescalationRecord, RecordAmendment, RecordFile
from officers import storage
from officers.models import StoredFile
from tests.cast import NOON, District

CONTENT = b"%PDF-1.4 of a record %%EOF"


def stage(district: District, record: DeescalationRecord) -> dict[str, UUID]:
    """Keys by the word that stands before them in an address."""
    own = {"agency": district.campus.agency}
    kept = StoredFile.objects.create(
        sha256=storage.write(district.campus.agency_id, CONTENT),
        size=len(CONTENT),
        media_type="application/pdf",
        name="drawing.pdf",
        uploaded_by_id=record.author_id,
        **own,
    )
    said = {"by_id": record.author_id, "at": NOON, "record": record, "case_id": record.case_id, **own}
    change = {"section": "nature", "old": {}, "new": {"nature": ["psychosis"]}, "reason": "Seen later", "number": 1}
    return {
        "record-files": RecordFile.objects.create(file=kept, label="A drawing", **said).pk,
        "record-amendments": RecordAmendment.objects.create(**change, **said).pk,
    }
