"""Writing, correcting and handing in through the pages and the API: nothing typed is lost."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from incidents.models import IncidentFile, IncidentNote, Subject
from tests.cast import District, arrived, log_call
from tests.incidents.desk import send_json, signed_in

PANEL = {"HX-Request": "true", "HX-Target": "detail"}


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return SimpleUploadedFile("door.png", out.getvalue(), content_type="image/png")


def test_a_note_is_written_on_the_page_and_in_the_panel(district: District) -> None:
    incident = log_call(district).incident
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/notes/"
    done = desk.post(path, {"text": "Calm again"})
    assert (done.status_code, done["Location"]) == (303, f"/incidents/{incident.pk}/")
    panel = desk.post(path, {"text": "Aide present"}, headers=PANEL)
    assert panel.status_code == 200
    assert "The note was saved." in panel.content.decode()
    assert 'id="detail"' in panel.content.decode()
    assert list(IncidentNote.objects.values_list("text", flat=True)) == ["Calm again", "Aide present"]


def test_a_refused_note_comes_back_whole_with_the_reason(district: District) -> None:
    incident = log_call(district).incident
    desk, typed = signed_in(district.dispatcher), "word " * 10_000 + "\x1b and the end"
    for headers in ({}, PANEL):
        refused = desk.post(f"/incidents/{incident.pk}/notes/", {"text": typed}, headers=headers)
        assert refused.status_code == 422
        page = refused.content.decode()
        assert "U+001B" in page
        assert "word " * 10_000 in page
        assert "and the end</textarea>" in page
    assert not IncidentNote.objects.exists()
    assert desk.post(f"/incidents/{incident.pk}/notes/", {"text": typed.replace("\x1b", "")}).status_code == 303
    assert len(IncidentNote.objects.get().text.split()) == 10_003


def test_a_note_is_corrected_on_its_own_page(district: District) -> None:
    incident = log_call(district).incident
    desk = signed_in(district.dispatcher)
    desk.post(f"/incidents/{incident.pk}/notes/", {"text": "Door B2"})
    path = f"/notes/{IncidentNote.objects.get().pk}/correct/"
    assert desk.get(path).content.decode().count("Door B2") == 2
    assert desk.post(path, {"text": "Door B2"}).status_code == 422
    assert desk.post(path, {"text": "Door B3"})["Location"] == f"/incidents/{incident.pk}/"
    assert signed_in(district.officer(district.other_officer)).get(path).status_code == 404


def test_a_file_is_handed_in_and_given_back_so_that_nothing_of_it_runs(district: District) -> None:
    incident = log_call(district).incident
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/files/"
    assert desk.post(path, {"file": picture(), "shows": "The door"}).status_code == 303
    kept = desk.get(f"/files/{IncidentFile.objects.get().pk}/")
    assert kept["Content-Type"] == "image/png"
    assert kept["Content-Disposition"].startswith("attachment")
    assert kept["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in kept["Content-Security-Policy"]
    wrong = SimpleUploadedFile("x.png", b"<svg onload=1>", content_type="image/png")
    refused = desk.post(path, {"file": wrong, "shows": "The letter"})
    assert refused.status_code == 422
    assert 'value="The letter"' in refused.content.decode()
    assert IncidentFile.objects.count() == 1


def test_a_program_does_what_the_pages_do(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    mine = signed_in(district.officer(district.cit_officer))
    here = f"/api/v1/incidents/{incident.pk}/"
    note = send_json(mine, f"{here}notes/", {"text": "On scene\nquiet"})
    assert (note.status_code, note.json()["text"]) == (201, "On scene\nquiet")
    assert send_json(mine, f"{here}notes/", {"text": "\x1b"}).status_code == 422
    right = send_json(mine, f"/api/v1/notes/{note.json()['id']}/corrections/", {"text": "On scene, quiet"})
    assert right.json()["corrects"] == note.json()["id"]
    assert len(mine.get(f"{here}notes/").json()["results"]) == 2
    kept: Any = mine.post(f"{here}files/", {"file": picture(), "shows": "The door"})
    assert (kept.status_code, kept.json()["media_type"]) == (201, "image/png")
    assert mine.get(f"/api/v1/files/{kept.json()['id']}/").status_code == 200
    Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", name="Lee Example")
    assert [one["name"] for one in send_json(mine, f"{here}names/", {}).json()["results"]] == ["Lee Example"]
    stranger = signed_in(neighbor.dispatcher)
    for path in (f"{here}notes/", f"{here}names/", f"/api/v1/notes/{note.json()['id']}/corrections/"):
        assert send_json(stranger, path, {"text": "x"}).status_code == 404
