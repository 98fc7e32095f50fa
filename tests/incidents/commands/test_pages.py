"""The command line in the browser's words: the preview, the run, and the way without script."""

import pytest
from django.test import Client

from incidents.models import Assignment, Incident
from tests.cast import District, log_call


@pytest.fixture
def incident(district: District) -> Incident:
    """26-0001, waiting for a unit."""
    return log_call(district).incident


@pytest.fixture
def desk(client: Client, district: District) -> Client:
    """The dispatcher's browser."""
    client.force_login(district.cit_officer.user.__class__.objects.get(pk=district.dispatcher.person))
    return client


def test_the_preview_says_what_would_run_and_runs_nothing(desk: Client, incident: Incident) -> None:
    page = desk.post("/board/command/reading/", {"line": "d 1 c12"}).content.decode()
    assert "Send C-12 Yucca (CIT) to 26-0001" in page
    assert 'data-meaning="d incident=' in page
    assert not Assignment.objects.exists()


def test_the_preview_is_no_address_since_a_note_may_hold_anything(desk: Client, incident: Incident) -> None:
    assert desk.get("/board/command/reading/?line=nt+1+secret").status_code == 405


def test_without_script_the_line_runs_and_leads_to_the_incident(desk: Client, incident: Incident) -> None:
    answer = desk.post("/board/command/", {"line": "d 1 c12"})
    assert (answer.status_code, answer["Location"]) == (303, f"/board/?incident={incident.pk}")
    assert Assignment.objects.exists()


def test_with_script_the_answer_says_what_was_done_and_how_to_take_it_back(desk: Client, incident: Incident) -> None:
    answer = desk.post("/board/command/", {"line": "d 1 c12"}, headers={"X-Command": "quick"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'data-goto="/board/?incident={incident.pk}"' in page
    assert "takes it back" in page


def test_a_refused_line_comes_back_as_it_was_typed(desk: Client, incident: Incident) -> None:
    answer = desk.post("/board/command/", {"line": "d 1 nobody"})
    assert answer.status_code == 422
    assert "No officer nobody." in answer.content.decode()
    assert 'value="d 1 nobody"' in answer.content.decode()


def test_several_meanings_are_offered_as_buttons_that_run_one(desk: Client, district: District) -> None:
    first, second = log_call(district), log_call(district)
    user = district.other_officer.user
    user.name = "Ana Yucca"
    user.save()
    answer = desk.post("/board/command/", {"line": "g yucca"})
    assert answer.status_code == 422
    assert answer.content.decode().count('name="meaning"') >= 2
    meaning = f"g unit={district.cit_officer.pk}"
    assert desk.post("/board/command/", {"line": "g yucca", "meaning": meaning})["Location"] == "/board/#u-C-12"
    assert first.number != second.number


def test_the_api_reads_and_runs_the_same_line(desk: Client, incident: Incident) -> None:
    typed = {"line": "d 1 c12"}
    read = desk.post("/api/v1/commands/readings/", typed, content_type="application/json").json()
    assert [one["sentence"] for one in read["readings"]] == [
        "Send C-12 Yucca (CIT) to 26-0001 Suicidal thoughts, Agave High School B-204"
    ]
    ran = desk.post(
        "/api/v1/commands/", typed | {"meaning": read["readings"][0]["meaning"]}, content_type="application/json"
    )
    assert (ran.status_code, ran.json()["kind"], ran.json()["can_undo"]) == (201, "incident", True)
