"""The officer's tablet: what it shows in each state, and what each form on it does and refuses."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from core import clock
from incidents.models import Assignment, FieldEntry, FieldRequest, Incident, IncidentNote, Subject
from incidents.services import asks, assignments, field_entries
from tests.cast import District, log_call
from tests.incidents.desk import post, send_json, signed_in


@pytest.fixture
def part(district: District) -> Assignment:
    """The CIT officer, just sent."""
    incident = log_call(district).incident
    return assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=clock.now()
    )


@pytest.fixture
def tablet(district: District) -> Client:
    """The CIT officer's tablet."""
    return signed_in(district.officer(district.cit_officer))


def read(client: Client, path: str = "/tablet/") -> str:
    """A page as text."""
    return str(client.get(path).content.decode())


def there(district: District, part: Assignment) -> Assignment:
    """The officer on scene, a while ago."""
    me, ago = district.officer(district.cit_officer), clock.now() - timedelta(minutes=5)
    assignments.acknowledge(part, actor=me, at=ago)
    return assignments.arrive(part, actor=me, expected_version=None, at=ago)


def test_a_new_assignment_fills_the_screen_until_it_is_acknowledged(
    district: District, part: Assignment, tablet: Client
) -> None:
    page = read(tablet)
    assert 'role="alertdialog"' in page
    assert "Door B3" in page
    assert 'class="st next"' in page
    assert 'value="arrive"' not in page
    assert tablet.get("/tablet/notes/")["Location"] == "/tablet/"
    answer = tablet.post(f"/assignments/{part.pk}/acknowledge/")
    assert (answer.status_code, answer["Location"]) == (303, "/tablet/")
    page = read(tablet)
    assert 'role="alertdialog"' not in page
    assert page.count('class="st next"') == 1
    part.refresh_from_db()
    assert (part.acknowledged_at is not None, part.version) == (True, 1)


def test_nobody_else_acknowledges_takes_back_or_reads_it(
    district: District, neighbor: District, part: Assignment
) -> None:
    desk, other = signed_in(district.dispatcher), signed_in(district.officer(district.other_officer))
    assert desk.post(f"/assignments/{part.pk}/acknowledge/").status_code == 403
    for client in (other, signed_in(neighbor.officer(neighbor.cit_officer))):
        for act in ("acknowledge", "undo"):
            assert client.post(f"/assignments/{part.pk}/{act}/", {"version": 1}).status_code == 404
    part.refresh_from_db()
    assert part.acknowledged_at is None


def test_the_approach_says_who_told_what_and_how_to_meet_the_person(
    district: District, part: Assignment, tablet: Client
) -> None:
    there(district, part)
    page = read(tablet)
    for words in ("Before you go in", "Not asked yet", "no point any more", "Teacher", "Who is on it", "C-12"):
        assert words in page
    assert "A. Whitman" not in page


def test_earlier_contacts_are_a_count_and_a_result(district: District, part: Assignment, tablet: Client) -> None:
    there(district, part)
    now = clock.now()
    for ago in (30, 60, 800):
        earlier = log_call(district, at=now - timedelta(days=ago)).incident
        Subject.objects.create(agency=district.campus.agency, incident=earlier, role="student", student_number="S-77")
    Incident.objects.filter(pk=part.incident_id).update(received_at=now)
    Subject.objects.create(
        agency=district.campus.agency,
        incident=part.incident,
        role="student",
        student_number="S-77",
        name="Planted Person",
    )
    page = read(tablet)
    assert "2 earlier contacts" in page
    assert "S-77" not in page
    assert "Planted" not in page


def test_a_step_is_taken_back_within_ten_seconds_and_not_later(
    district: District, part: Assignment, tablet: Client
) -> None:
    tablet.post(f"/assignments/{part.pk}/acknowledge/")
    post(tablet, f"/assignments/{part.pk}/move/", part, move="arrive")
    assert "data-undo" in read(tablet)
    answer = post(tablet, f"/assignments/{part.pk}/undo/", part)
    assert answer["Location"] == "/tablet/"
    part.refresh_from_db()
    assert (part.status, part.on_scene_at, part.cit_on_arrival) == ("dispatched", None, None)
    there(district, part)
    page = read(tablet)
    assert "data-undo" not in page
    post(tablet, f"/assignments/{part.pk}/undo/", part)
    assert "Ask dispatch to correct it" in read(tablet)
    part.refresh_from_db()
    assert part.status == "on_scene"


def test_clearing_by_mistake_is_taken_back_with_the_incident(
    district: District, part: Assignment, tablet: Client
) -> None:
    there(district, part)
    answer = post(tablet, f"/assignments/{part.pk}/move/", part, move="clear")
    assert answer["Location"] == "/tablet/"
    page = read(tablet)
    for words in ("No assignment", "Undo: Clear", "Not begun"):
        assert words in page
    post(tablet, f"/assignments/{part.pk}/undo/", part)
    part.refresh_from_db()
    part.incident.refresh_from_db()
    assert (part.status, part.incident.status, part.clear_at) == ("on_scene", "dispatched", None)


def test_taps_and_notes_are_kept_and_listed(district: District, part: Assignment, tablet: Client) -> None:
    there(district, part)
    base = f"/incidents/{part.incident_id}/field"
    key = str(uuid4())
    for _ in range(2):
        tablet.post(f"{base}/technique/", {"technique": "calm_tone", "client_key": key})
    tablet.post(f"{base}/contact_made/")
    tablet.post(f"{base}/force_used/", {"force": "2"})
    assert tablet.post(f"{base}/note/", {"text": "Calmer now."})["Location"] == "/tablet/notes/"
    assert list(FieldEntry.objects.values_list("kind", "value")) == [
        ("technique", "calm_tone"),
        ("contact_made", ""),
        ("force_used", "2"),
    ]
    assert IncidentNote.objects.get().text == "Calmer now."
    page = read(tablet, "/tablet/notes/")
    for words in ("Calm tone", "Contact made", "Soft hands"):
        assert words in page
    log = read(tablet, "/tablet/log/")
    assert "Calmer now." in log
    assert "At the scene: Technique" in log


REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("technique/", {"technique": "shouting"}),
    ("technique/", {}),
    ("dance/", {}),
    ("note/", {"text": " "}),
    ("ask/", {"what": "pizza"}),
]


@pytest.mark.parametrize(("path", "body"), REFUSED)
def test_what_is_on_no_list_is_refused_in_words_and_not_kept(
    district: District, part: Assignment, tablet: Client, path: str, body: dict[str, Any]
) -> None:
    there(district, part)
    answer = tablet.post(f"/incidents/{part.incident_id}/field/{path}", body)
    assert answer.status_code == 303
    assert 'class="note p1"' in read(tablet, answer["Location"])
    assert FieldEntry.objects.count() + IncidentNote.objects.count() + FieldRequest.objects.count() == 0


def test_only_officers_who_were_sent_enter_ask_and_call(
    district: District, neighbor: District, part: Assignment
) -> None:
    base = f"/incidents/{part.incident_id}/field"
    asked: list[tuple[str, dict[str, Any]]] = [
        ("contact_made/", {}),
        ("ask/", {"what": "ems"}),
        ("help/", {}),
    ]
    for path, body in asked:
        assert signed_in(district.dispatcher).post(f"{base}/{path}", body).status_code == 403
        for stranger in (district.officer(district.other_officer), neighbor.officer(neighbor.cit_officer)):
            assert signed_in(stranger).post(f"{base}/{path}", body).status_code == 404
    assert FieldEntry.objects.count() + FieldRequest.objects.count() == 0


def test_a_request_is_open_on_the_tablet_and_at_every_desk_until_it_is_seen_to(
    district: District, part: Assignment, tablet: Client
) -> None:
    there(district, part)
    tablet.post(f"/incidents/{part.incident_id}/field/ask/", {"what": "cit_backup"})
    assert "asked" in read(tablet)
    desk = signed_in(district.dispatcher)
    strip = read(desk, "/board/timers/")
    assert "CIT backup" in strip
    assert "C-12: CIT backup" in read(desk, "/board/queue/")
    asked = FieldRequest.objects.get()
    assert read(desk, f"/requests/{asked.pk}/done/").count("CIT backup") >= 1
    assert desk.post(f"/requests/{asked.pk}/done/")["Location"] == "/board/"
    assert "CIT backup" not in read(desk, "/board/timers/")
    assert "seen to" in read(tablet)


def test_a_call_for_help_alarms_every_desk_and_wall_board(district: District, part: Assignment, tablet: Client) -> None:
    there(district, part)
    path = f"/incidents/{part.incident_id}/field/help/"
    assert "Call for help now?" in read(tablet, path)
    assert tablet.post(path, {"client_key": "broken", "text": "x" * 500})["Location"] == "/tablet/"
    asked = FieldRequest.objects.get()
    assert asked.what == "help"
    strip = read(signed_in(district.dispatcher), "/board/timers/")
    assert "check alarm" in strip
    assert 'data-news-urgent data-tone="help"' in strip
    wall = read(signed_in(district.supervisor), "/supervision/wall/")
    assert "wall-ring alarm" in wall
    assert "Officer needs help" in wall
    assert "Help called" in read(tablet)
    done = f"/requests/{asked.pk}/done/"
    assert tablet.post(done).status_code == 422
    assert tablet.post(done, {"answer": "I am safe."})["Location"] == "/tablet/"
    assert "check alarm" not in read(signed_in(district.dispatcher), "/board/timers/")


def test_a_program_lists_what_is_open_and_ends_it(district: District, part: Assignment) -> None:
    me = district.officer(district.cit_officer)
    asked = asks.ask(part.incident, actor=me, what="help", client_key=uuid4())
    desk = signed_in(district.dispatcher)
    (row,) = desk.get("/api/v1/requests/").json()
    assert (row["unit"], row["what"], row["done_at"]) == ("C-12", "help", None)
    path = f"/api/v1/requests/{asked.pk}/done/"
    assert send_json(desk, path, {}, key=str(uuid4())).status_code == 422
    assert send_json(desk, path, {"answer": "C-14 is there."}, key=str(uuid4())).status_code == 200
    assert desk.get("/api/v1/requests/").json() == []
    assert signed_in(me).get("/api/v1/requests/").status_code == 403


def test_another_officer_ends_no_request(district: District, neighbor: District, part: Assignment) -> None:
    me = district.officer(district.cit_officer)
    asked = asks.ask(part.incident, actor=me, what="ems", client_key=uuid4())
    for stranger in (district.officer(district.other_officer), neighbor.dispatcher):
        assert signed_in(stranger).post(f"/requests/{asked.pk}/done/").status_code == 404
    asked.refresh_from_db()
    assert asked.done_at is None


def test_a_free_officer_sees_shift_card_and_what_waits_nearby(district: District, tablet: Client) -> None:
    log_call(district)
    page = read(tablet)
    for words in ("No assignment", "Your CIT certification", "Waiting nearby", "Suicidal thoughts"):
        assert words in page
    assert "no point any more" not in page


def test_the_thumb_may_be_on_the_left(district: District, tablet: Client) -> None:
    wish = {"theme": "", "density": "", "language": "en", "hand": "left", "next": "/tablet/"}
    assert tablet.post("/preferences/", wish)["Location"] == "/tablet/"
    assert 'data-hand="left"' in read(tablet)
    tablet.post("/preferences/", {**wish, "hand": "third"})
    assert 'data-hand="left"' in read(tablet)


def test_late_entries_say_so(district: District, part: Assignment, tablet: Client) -> None:
    there(district, part)
    me, now = district.officer(district.cit_officer), clock.now()
    field_entries.add(
        part.incident, actor=me, kind="arrival", client_key=uuid4(), captured_at=now - timedelta(minutes=9), at=now
    )
    assert "arrived late" in read(tablet, "/tablet/notes/")
