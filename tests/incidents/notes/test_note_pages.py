"""Writing, correcting, handing in and upkeep of plans through the pages and the API: nothing typed is lost."""

import io
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from core import clock
from core.actors import Actor
from incidents.models import IncidentFile, IncidentNote, ResponsePlan, Subject
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import District, arrived, log_call, person
from tests.incidents.desk import send_json, signed_in

PANEL = {"HX-Request": "true", "HX-Target": "detail"}


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return SimpleUploadedFile("door.png", out.getvalue(), content_type="image/png")


def second(district: District) -> Actor:
    return actor_of(person(district.campus.agency, "Pinyon", Role.SUPERVISOR))


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


def test_a_plan_is_written_approved_by_another_followed_and_ended(district: District) -> None:
    writer, other = signed_in(district.supervisor), signed_in(second(district))
    words = {"student_number": "S-77", "caution": "Exit free", "helps": "Quiet room", "avoid": "Sirens"}
    assert writer.post("/response-plans/new/", words)["Location"] == "/response-plans/"
    plan = ResponsePlan.objects.get()
    path = f"/response-plans/{plan.pk}/"
    until = (timezone.localdate(clock.now()) + timedelta(days=30)).isoformat()
    assert writer.post(path, {"expires_on": until}).status_code == 422
    assert other.post(path, {"expires_on": "2020-01-01"}).status_code == 422
    assert other.post(path, {"expires_on": until}).status_code == 303
    assert "Approved" in writer.get("/response-plans/").content.decode()
    incident = log_call(district).incident
    Subject.objects.create(agency=district.campus.agency, incident=incident, role="student", student_number="S-77")
    read = signed_in(district.dispatcher)
    assert "Exit free" in read.get(f"/incidents/{incident.pk}/").content.decode()
    assert other.post(f"{path}end/").status_code == 303
    assert "Exit free" not in read.get(f"/incidents/{incident.pk}/").content.decode()


def test_a_plan_with_a_mistake_keeps_what_was_typed(district: District) -> None:
    words = {"student_number": "S-77", "caution": "Exit \x07 free", "helps": "Quiet room", "avoid": ""}
    refused = signed_in(district.supervisor).post("/response-plans/new/", words)
    assert refused.status_code == 422
    assert "Quiet room" in refused.content.decode()
    assert not ResponsePlan.objects.exists()


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


def test_a_program_keeps_plans_too(district: District) -> None:
    desk, other = signed_in(district.supervisor), signed_in(second(district))
    plan = send_json(desk, "/api/v1/response-plans/", {"student_number": "S-77", "helps": "Quiet room"}).json()
    until = {"expires_on": (timezone.localdate(clock.now()) + timedelta(days=9)).isoformat()}
    path = f"/api/v1/response-plans/{plan['id']}/"
    assert send_json(desk, f"{path}approval/", until).status_code == 422
    assert send_json(other, f"{path}approval/", until).json()["reviewed_on"]
    assert [row["number"] for row in desk.get("/api/v1/response-plans/").json()["results"]] == [1]
    assert send_json(other, f"{path}end/", {}).status_code == 200
    assert send_json(signed_in(district.dispatcher), "/api/v1/response-plans/", {}).status_code == 403
