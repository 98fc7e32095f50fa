"""The pages and the API of the desks, and the supervisor's view."""

from typing import Any
from uuid import uuid4

import pytest

from incidents.models import Desk, DeskTurn, Draft, Subject
from incidents.services import timer_sweep
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import send_json, signed_in
from tests.incidents.timers.conftest import after


def test_a_dispatcher_signs_on_works_and_signs_off(district: District, desk: Desk) -> None:
    mine = signed_in(district.dispatcher)
    assert "You have not signed on" in mine.get("/desks/").content.decode()
    assert mine.post(f"/desks/{desk.pk}/sign-on/")["Location"] == "/board/"
    number = log_call(district).incident.number
    leaving = mine.get(f"/desks/{desk.pk}/sign-off/").content.decode()
    assert number in leaving
    assert mine.post(f"/desks/{desk.pk}/sign-off/", {"note": "Gate 3."})["Location"] == "/desks/"
    assert DeskTurn.objects.get().signed_off
    assert mine.get(f"/desks/{desk.pk}/sign-off/").status_code == 409


def test_a_taken_desk_answers_in_words(district: District, desk: Desk, turn: DeskTurn) -> None:
    answer = signed_in(district.supervisor).post(f"/desks/{desk.pk}/sign-on/", follow=True)
    assert answer.status_code == 200
    assert "Feldspar sits at Desk 1" in answer.content.decode()


def test_a_supervisor_sees_what_is_on_a_desk_and_takes_it_over(district: District, desk: Desk, turn: DeskTurn) -> None:
    number = log_call(district).incident.number
    Draft.objects.create(
        agency_id=desk.agency_id, owner_id=turn.user_id, client_key=uuid4(), answered_at=NOON, saved_at=NOON
    )
    chief, here = signed_in(district.supervisor), f"/desks/{desk.pk}/take-over/"
    page = chief.get(here).content.decode()
    assert number in page
    assert "Calls being taken" in page
    assert chief.post(here, {"turn": str(uuid4())}).status_code == 409
    assert chief.post(here, {"turn": str(turn.pk)})["Location"] == "/board/"
    log = chief.get("/shift-log/?day=2026-03-04").content.decode()
    assert "Feldspar" in log


def test_desks_are_set_up_and_changed_on_their_pages(district: District, desk: Desk) -> None:
    chief = signed_in(district.supervisor)
    assert chief.post("/desks/new/", {"name": "Desk 1"}).status_code == 422
    assert chief.post("/desks/new/", {"name": "Desk 2"}).status_code == 303
    sent = {"version": "1", "name": "North", "active": "on"}
    assert chief.post(f"/desks/{desk.pk}/", sent).status_code == 303
    assert chief.post(f"/desks/{desk.pk}/", sent).status_code == 409
    assert "North" in chief.get("/desks/").content.decode()


def test_the_api_does_the_same(district: District, desk: Desk) -> None:
    mine, chief = signed_in(district.dispatcher), signed_in(district.supervisor)
    seated = send_json(mine, f"/api/v1/desks/{desk.pk}/sign-on/", {})
    assert (seated.status_code, seated.json()["person"]) == (201, str(district.dispatcher.id))
    (row,) = mine.get("/api/v1/desks/").json()
    assert (row["turn"]["id"], row["actions"]) == (seated.json()["id"], [])
    taken = send_json(chief, f"/api/v1/desks/{desk.pk}/take-over/", {"turn": seated.json()["id"]})
    assert taken.json()["taken_over_from"] == seated.json()["id"]
    line = send_json(chief, "/api/v1/shift-log/", {"text": "Gate 3 is closed."})
    fixed = send_json(chief, f"/api/v1/shift-log/{line.json()['id']}/corrections/", {"text": "Gate 4."})
    assert fixed.json()["corrects"] == line.json()["id"]
    day = chief.get("/api/v1/shift-log/").json()
    assert [each["text"] for each in day["lines"][0]["corrections"]] == ["Gate 4."]
    assert chief.get("/api/v1/shift-log/?egg=1").status_code == 400
    gone = send_json(chief, f"/api/v1/desks/{desk.pk}/sign-off/", {"note": "Quiet."})
    assert (gone.json()["signed_off"], gone.json()["note"]) == (True, "Quiet.")
    assert send_json(mine, f"/api/v1/desks/{desk.pk}/sign-off/", {}).status_code == 409
    assert send_json(chief, "/api/v1/desks/", {"name": "Desk 7"}).status_code == 201
    assert send_json(chief, f"/api/v1/desks/{desk.pk}/", {"version": 1, "name": "South"}).json()["name"] == "South"


def test_the_wall_shows_numbers_alarms_units_and_desks_and_nobody_in_crisis(
    district: District, desk: Desk, turn: DeskTurn
) -> None:
    incident = log_call(district, caller_name="Zinnia Verbena", callback="555-0142").incident
    arrived(district, incident)
    Subject.objects.create(agency_id=desk.agency_id, incident=incident, role="student", name="Larkspur Aster")
    waiting = log_call(district, nature="suicide_attempt").incident
    for minute in (10, 11, 12):
        timer_sweep.run(after(minute))
    page = signed_in(district.supervisor).get("/supervision/").content.decode()
    assert incident.number in page
    assert waiting.number in page
    assert 'class="wall-ring alarm"' in page
    assert "C-12" in page
    assert "Desk 1" in page
    assert "Feldspar" in page
    for secret in ("Zinnia", "Larkspur", "555-0142", "no point any more"):
        assert secret not in page


def test_a_quiet_wall_says_so(district: District) -> None:
    page = signed_in(district.supervisor).get("/supervision/").content.decode()
    assert "No active incidents" in page
    assert "No alarms" in page


def test_the_wall_says_when_no_worker_runs(district: District) -> None:
    arrived(district, log_call(district).incident)
    assert "no worker runs" in signed_in(district.supervisor).get("/supervision/wall/").content.decode()


@pytest.mark.parametrize("count", [1, 6])
def test_the_wall_takes_as_many_statements_for_one_as_for_many(
    district: District, count: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(count):
        Desk.objects.create(agency=district.campus.agency, name=f"Desk {n}")
        log_call(district)
    chief = signed_in(district.supervisor)
    chief.get("/supervision/wall/")
    with django_assert_max_num_queries(16):
        assert chief.get("/supervision/wall/").status_code == 200


def test_activity_tells_who_sits_where_and_what_they_took(district: District, desk: Desk, turn: DeskTurn) -> None:
    for _ in range(2):
        log_call(district, at=after(5))
    page = signed_in(district.supervisor).get("/supervision/desks/").content.decode()
    assert "Feldspar" in page
    assert 'data-label="Calls taken">2<' in page
    assert f"/desks/{desk.pk}/take-over/" in page
    assert signed_in(district.dispatcher).get("/supervision/desks/").status_code == 403
