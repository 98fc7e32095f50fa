"""Pictures and documents of an incident: judged by their content, kept whole, given only to who may see them."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.errors import BrokenRule, Forbidden, NotFound
from core.models import Event
from incidents.models import IncidentFile
from incidents.selectors import notes as selector
from incidents.services import notes
from tests.cast import District, arrived, log_call


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    return SimpleUploadedFile("door.png", out.getvalue(), content_type="image/png")


def keep(district: District, incident: Any, file: Any = None, label: str = "The door") -> IncidentFile:
    return notes.attach_file(incident, actor=district.dispatcher, file=file or picture(), shows=label)


def test_a_picture_is_kept_and_given_to_who_reads_the_incident(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    row = keep(district, incident)
    arrived(district, incident)
    for actor in (district.dispatcher, district.supervisor, district.officer(district.cit_officer)):
        content = selector.content(actor, row.pk)
        assert (content.media_type, content.name) == ("image/png", "door.png")
        assert content.data.startswith(b"\x89PNG")
    for stranger in (district.officer(district.other_officer), neighbor.dispatcher):
        with pytest.raises(NotFound):
            selector.content(stranger, row.pk)


def test_the_ledger_says_what_kind_of_file_and_not_its_name(district: District) -> None:
    keep(district, log_call(district).incident, label="Note found in the locker")
    payload = Event.objects.get(type="file.added").payload
    assert '"media_type":"image/png"' in payload
    assert "locker" not in payload
    assert "door.png" not in payload


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", b"MZ" + b"\0" * 200]
)
def test_what_is_no_picture_and_no_document_is_refused_by_its_content(district: District, content: bytes) -> None:
    lie = SimpleUploadedFile("harmless.png", content, content_type="image/png")
    with pytest.raises(BrokenRule) as refusal:
        keep(district, log_call(district).incident, lie)
    assert set(refusal.value.fields) == {"file"}
    assert IncidentFile.objects.count() == 0


def test_a_file_beyond_the_limit_is_refused(district: District, settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 64
    with pytest.raises(BrokenRule, match="too large"):
        keep(district, log_call(district).incident, SimpleUploadedFile("big.pdf", b"%PDF-" + b"x" * 80))
    assert IncidentFile.objects.count() == 0


def test_an_incident_holds_fifty_files(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    incident = log_call(district).incident
    monkeypatch.setattr(notes, "MOST_FILES", 1)
    keep(district, incident)
    with pytest.raises(BrokenRule, match="1 files belong"):
        keep(district, incident)


def test_only_who_is_at_it_hands_in(district: District) -> None:
    incident = log_call(district).incident
    with pytest.raises(Forbidden):
        notes.attach_file(incident, actor=district.officer(district.other_officer), file=picture(), shows="x")
    assert IncidentFile.objects.count() == 0
