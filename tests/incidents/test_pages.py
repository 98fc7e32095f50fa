"""The desk's pages from the call to the close, and what each step refuses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.models import Answer, Assignment, Call, DeescalationRecord, Incident
from incidents.services import assignments
from tests.cast import CALM, District, arrived, log_call
from tests.incidents.desk import post, signed_in, tapped, typed, version


def test_a_case_runs_from_the_call_to_its_close_through_the_pages(district: District) -> None:
    desk, officer = signed_in(district.dispatcher), signed_in(district.officer(district.cit_officer))
    logged = desk.post("/calls/new/", typed(district))
    incident = Incident.objects.get()
    here = f"/incidents/{incident.pk}/"
    assert (logged.status_code, logged["Location"]) == (303, f"{here}assess/")
    assert post(desk, f"{here}assess/", incident, **CALM, q05a="no")["Location"] == f"{here}send/"
    assert "Send C-12" in desk.get(f"{here}send/").content.decode()
    assert post(desk, f"{here}send/", incident, officer=str(district.cit_officer.pk))["Location"] == here
    part = Assignment.objects.get()
    for move in ("start", "arrive"):
        assert post(officer, f"/assignments/{part.pk}/move/", part, move=move)["Location"] == "/tablet/"
    gone = post(officer, f"/assignments/{part.pk}/move/", part, move="clear")
    assert gone["Location"] == "/tablet/"
    opened = officer.post(f"{here}record/", {"role": "student", "name": "", "grade": "g10"})
    record = DeescalationRecord.objects.get()
    assert opened["Location"] == f"/records/{record.pk}/"
    assert post(officer, f"/records/{record.pk}/", record, then="file", **tapped()).status_code == 303
    assert f"/records/{record.pk}/refer/" in officer.get(f"/records/{record.pk}/").content.decode()
    assert post(desk, f"{here}close/", incident, close_reason="report_taken").status_code == 303
    incident.refresh_from_db()
    assert (incident.status, incident.priority) == ("closed", "p3")


@pytest.mark.parametrize("wrong", [{"nature": ""}, {"campus": ""}, {"said": " "}, {"received_via": "pigeon"}])
def test_a_call_with_a_mistake_keeps_all_that_was_typed(district: District, wrong: dict[str, str]) -> None:
    body = typed(district, **wrong)
    answer = signed_in(district.dispatcher).post("/calls/new/", body)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    for name in {"client_key", "campus", "room", "caller_name", "callback", "said"} - set(wrong):
        assert body[name] in page
    assert f'value="{district.room.pk}" selected' in page
    assert not Call.objects.exists()


def test_a_room_of_another_campus_is_named_beside_the_room(district: District, neighbor: District) -> None:
    answer = signed_in(district.dispatcher).post("/calls/new/", typed(district, room=str(neighbor.room.pk)))
    assert answer.status_code == 422
    assert "id_room_error" in answer.content.decode()


def test_the_same_form_sent_twice_is_one_call(district: District) -> None:
    desk, body = signed_in(district.dispatcher), typed(district)
    assert desk.post("/calls/new/", body)["Location"] == desk.post("/calls/new/", body)["Location"]
    assert Call.objects.count() == 1


def test_logging_a_call_takes_at_most_fifteen_statements(district: District) -> None:
    desk = signed_in(district.dispatcher)
    with CaptureQueriesContext(connection) as found:
        assert desk.post("/calls/new/", typed(district)).status_code == 303
    # The test's own transaction turns BEGIN and COMMIT into a savepoint.
    work = [query["sql"] for query in found.captured_queries if "SAVEPOINT" not in query["sql"]]
    assert len(work) <= 15, [sql[:80] for sql in work]


def test_the_key_is_minted_anew_for_every_form(district: District) -> None:
    desk = signed_in(district.dispatcher)
    keys = {desk.get("/calls/new/").context["form"]["client_key"].value() for _ in range(2)}
    assert len(keys) == 2


def test_nothing_is_preselected_until_something_was_answered(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    path = f"/incidents/{incident.pk}/assess/"
    assert "checked" not in desk.get(path).content.decode()
    post(desk, path, incident, **{**CALM, "q04": "accessible"})
    again = desk.get(path).content.decode()
    assert again.count(" checked") == len(CALM)
    assert 'value="accessible" checked' in again


def test_the_incident_says_its_priority_why_and_what_was_said(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    post(desk, f"/incidents/{incident.pk}/assess/", incident, **{**CALM, "q04": "in_hand"})
    page = desk.get(f"/incidents/{incident.pk}/").content.decode()
    for words in (
        "P1 Life threat now",
        "Weapon: In hand",
        "CIT required",
        "no point any more",
        "The call was assessed",
    ):
        assert words in page


def test_an_answer_that_is_not_offered_is_refused_and_the_others_stay(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    answer = post(desk, f"/incidents/{incident.pk}/assess/", incident, **{**CALM, "q04": "maybe"})
    assert answer.status_code == 422
    assert answer.content.decode().count(" checked") == len(CALM) - 1
    assert not Answer.objects.exists()


def test_a_stale_form_says_so_and_can_be_sent_again(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    path = f"/incidents/{incident.pk}/assess/"
    post(desk, path, incident, **CALM)
    stale = desk.post(path, {"version": 1, **CALM, "q04": "in_hand"})
    assert stale.status_code == 409
    assert 'value="in_hand" checked' in stale.content.decode()
    assert f'name="version" value="{version(incident)}"' in stale.content.decode()
    assert post(desk, path, incident, **{**CALM, "q04": "in_hand"}).status_code == 303


def test_cit_officers_are_listed_first_and_officers_who_are_out_are_not(district: District) -> None:
    desk = signed_in(district.dispatcher)
    waiting = log_call(district).incident
    page = desk.get(f"/incidents/{waiting.pk}/send/").content.decode()
    assert page.index("Send C-12") < page.index("Send S-21")
    arrived(district, log_call(district).incident)
    assert "Send C-12" not in desk.get(f"/incidents/{waiting.pk}/send/").content.decode()


def test_a_unit_without_certification_needs_a_reason(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    path, body = f"/incidents/{incident.pk}/send/", {"officer": str(district.other_officer.pk)}
    assert post(desk, path, incident, **body).status_code == 422
    assert not Assignment.objects.exists()
    assert post(desk, path, incident, **body, cit_unavailable_reason="all_committed").status_code == 303


def test_the_only_unit_is_not_called_back(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    sent = {"actor": district.dispatcher, "expected_version": None}
    part = assignments.send(incident, officer=district.cit_officer, **sent)
    path = f"/assignments/{part.pk}/cancel/"
    assert post(desk, path, part, cancel_reason="Not needed").status_code == 422
    incident.refresh_from_db()
    assignments.send(incident, officer=district.other_officer, **sent)
    assert post(desk, path, part, cancel_reason="Not needed").status_code == 303
    part.refresh_from_db()
    assert part.status == "cancelled"


def test_a_closed_incident_is_reopened_by_a_supervisor_and_not_by_dispatch(district: District) -> None:
    incident = log_call(district).incident
    desk, chief = signed_in(district.dispatcher), signed_in(district.supervisor)
    here = f"/incidents/{incident.pk}/"
    assert post(desk, f"{here}cancel/", incident, close_reason="unfounded").status_code == 303
    assert desk.get(f"{here}reopen/").status_code == 403
    assert post(desk, f"{here}reopen/", incident, reopen_reason="new_information").status_code == 403
    assert post(chief, f"{here}reopen/", incident, reopen_reason="new_information").status_code == 303
    incident.refresh_from_db()
    assert (incident.status, incident.closed_at, incident.close_reason) == ("triaged", None, "")


def test_a_form_whose_move_is_over_is_not_shown(district: District) -> None:
    incident = log_call(district).incident
    desk = signed_in(district.dispatcher)
    post(desk, f"/incidents/{incident.pk}/cancel/", incident, close_reason="unfounded")
    assert desk.get(f"/incidents/{incident.pk}/assess/").status_code == 409
    assert desk.get(f"/incidents/{incident.pk}/send/").status_code == 409


def test_an_incident_does_not_close_before_its_record_is_filed_and_says_whose(district: District) -> None:
    incident = log_call(district).incident
    assignments.clear(arrived(district, incident), actor=district.dispatcher, expected_version=None)
    answer = post(
        signed_in(district.dispatcher), f"/incidents/{incident.pk}/close/", incident, close_reason="no_report"
    )
    assert answer.status_code == 422
    assert "the record of C-12 is missing" in answer.content.decode()
