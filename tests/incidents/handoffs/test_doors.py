"""Hand-offs through the pages, without a script, and over the API."""

from typing import Any

import pytest

from incidents.models import Handoff
from incidents.services import handoffs
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import post, send_json, signed_in
from tests.incidents.handoffs.conftest import assessed, called


def test_a_hand_off_runs_from_the_call_to_its_confirmation_through_the_pages(district: District) -> None:
    desk, incident = signed_in(district.dispatcher), assessed(district)
    here = f"/incidents/{incident.pk}/"
    assert desk.post(f"{here}handoffs/", {"destination": "mobile_crisis"})["Location"] == here
    made = Handoff.objects.get()
    assert "Calling" in desk.get(f"{here}handoffs/").content.decode()
    for step, typed in (("connect", {"spoke_with": "Team 2"}), ("confirm", {"reference": "MC-3"})):
        assert post(desk, f"/handoffs/{made.pk}/{step}/", made, **typed)["Location"] == here
    kept = Handoff.objects.get()
    assert (kept.status, kept.spoke_with, kept.reference) == ("confirmed", "Team 2", "MC-3")


def test_the_panel_offers_first_whom_the_answers_name_and_prints_the_key(district: District) -> None:
    text = signed_in(district.dispatcher).get(f"/incidents/{assessed(district).pk}/handoffs/").content.decode()
    assert text.index('value="counselor"') < text.index('value="ems"')
    assert 'value="lifeline_988"' in text
    assert 'value="mobile_crisis" data-key="M"' in text


def test_one_that_was_not_taken_leads_to_whom_to_call_next(district: District) -> None:
    desk, made = signed_in(district.dispatcher), called(district, "counselor")
    panel = f"/incidents/{made.incident_id}/handoffs/"
    assert post(desk, f"/handoffs/{made.pk}/fail/", made, outcome="no_answer")["Location"] == panel
    assert "Call Mobile crisis team next" in desk.get(panel).content.decode()


def test_a_refused_step_keeps_what_was_typed(district: District) -> None:
    desk, made = signed_in(district.dispatcher), called(district)
    answer = post(desk, f"/handoffs/{made.pk}/confirm/", made, reference="LL-42")
    assert answer.status_code == 422
    assert "whoever answers for it now" in answer.content.decode()
    assert 'value="LL-42"' in answer.content.decode()
    assert Handoff.objects.get().status == "started"


def test_a_step_on_an_old_reading_is_a_conflict_with_the_words_kept(district: District) -> None:
    desk, made = signed_in(district.dispatcher), called(district)
    handoffs.connect(made, actor=district.supervisor, expected_version=None, at=NOON)
    answer = desk.post(f"/handoffs/{made.pk}/confirm/", {"version": 1, "spoke_with": "Desk 9"})
    assert answer.status_code == 409
    assert "Desk 9" in answer.content.decode()


def test_a_second_call_to_the_same_team_is_refused_in_the_panel(district: District) -> None:
    desk, made = signed_in(district.dispatcher), called(district)
    path = f"/incidents/{made.incident_id}/handoffs/"
    plain = desk.post(path, {"destination": "lifeline_988"})
    assert plain.status_code == 409
    assert "being called already" in plain.content.decode()
    swapped = desk.post(path, {"destination": "lifeline_988"}, headers={"HX-Request": "true"})
    assert swapped.status_code == 200
    assert b"<html" not in swapped.content


def test_an_assigned_officer_sees_no_hand_off_and_calls_nobody(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    made = called(district, incident=incident)
    officer = signed_in(district.officer(district.cit_officer))
    assert officer.post(f"/incidents/{incident.pk}/handoffs/", {"destination": "ems"}).status_code == 403
    assert officer.get(f"/handoffs/{made.pk}/confirm/").status_code == 404
    assert Handoff.objects.count() == 1


def test_a_hand_off_runs_over_the_api(district: District) -> None:
    desk, incident = signed_in(district.dispatcher), assessed(district)
    here = f"/api/v1/incidents/{incident.pk}/handoffs/"
    made = send_json(desk, here, {"destination": "counselor"})
    assert (made.status_code, made.json()["actions"]) == (201, ["connect", "confirm", "fail"])
    moves = f"/api/v1/handoffs/{made.json()['id']}/moves/"
    failed = send_json(desk, moves, {"move": "fail", "version": 1, "outcome": "declined"}).json()
    assert (failed["status"], failed["actions"]) == ("failed", [])
    assert desk.get(here).json()["next"] == "mobile_crisis"


@pytest.mark.parametrize(
    "body",
    [{"destination": "army"}, {}, {"destination": ["ems"]}],
)
def test_a_body_that_names_nobody_is_refused(body: dict[str, Any], district: District) -> None:
    desk, incident = signed_in(district.dispatcher), assessed(district)
    assert send_json(desk, f"/api/v1/incidents/{incident.pk}/handoffs/", body).status_code == 400
    assert not Handoff.objects.exists()


def test_a_strangers_hand_off_does_not_exist(district: District, neighbor: District) -> None:
    made = called(neighbor)
    desk = signed_in(district.dispatcher)
    assert desk.get(f"/handoffs/{made.pk}/confirm/").status_code == 404
    assert send_json(desk, f"/api/v1/handoffs/{made.pk}/moves/", {"move": "fail"}).status_code == 404
    assert desk.get(f"/incidents/{made.incident_id}/handoffs/").status_code == 404


@pytest.mark.parametrize("size", [0, 5])
def test_the_panel_costs_the_same_statements_whatever_was_called(
    size: int, district: District, django_assert_max_num_queries: Any
) -> None:
    incident = assessed(district)
    for destination in ("ems", "counselor", "outside_le", "mobile_crisis", "center_911")[:size]:
        called(district, destination, incident)
    desk = signed_in(district.dispatcher)
    path = f"/incidents/{incident.pk}/handoffs/"
    desk.get(path)
    with django_assert_max_num_queries(14):
        desk.get(path)


def test_the_timeline_says_who_was_called_and_why_nobody_came_in_words(district: District) -> None:
    made = called(district)
    handoffs.fail(made, actor=district.dispatcher, expected_version=None, outcome="no_answer", at=NOON)
    page = signed_in(district.dispatcher).get(f"/incidents/{made.incident_id}/").content.decode()
    assert "988 Lifeline is being called" in page
    assert "988 Lifeline did not take over" in page
    assert "No answer" in page
    assert "lifeline_988 is" not in page
