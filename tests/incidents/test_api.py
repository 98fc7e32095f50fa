"""The thin path over the API, and what each step refuses."""

from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidents.models import Assignment, Call, DeescalationRecord, Incident
from tests.cast import CALM, WHOLE, District, arrived, begun, log_call
from tests.incidents.desk import send_json, signed_in

MISSING = uuid4()


def typed(district: District, **changes: Any) -> dict[str, Any]:
    return {
        "campus": str(district.campus.pk),
        "room": str(district.room.pk),
        "nature": "suicidal_ideation",
        "received_via": "school_staff",
        "caller_role": "teacher",
        "said": "A student says there is no point any more.",
        **changes,
    }


def log(client: Client, district: District, **changes: Any) -> Any:
    return send_json(client, "/api/v1/calls/", typed(district, **changes), key=str(uuid4()))


def test_a_case_runs_from_the_call_to_its_close_over_the_api(district: District) -> None:
    desk, officer = signed_in(district.dispatcher), signed_in(district.officer(district.cit_officer))
    incident = log(desk, district).json()["incident"]
    here = f"/api/v1/incidents/{incident}/"
    assessed = send_json(desk, f"{here}assessment/", {"version": 1, "answers": {**CALM, "q05": "talks_about"}})
    assert (assessed.status_code, assessed.json()["priority"]) == (201, "p3")
    first = desk.get(f"{here}candidates/").json()["results"][0]
    assert (first["call_sign"], first["cit"], first["minutes"]) == ("C-12", True, 2)
    sent = send_json(desk, f"{here}assignments/", {"version": 2, "officer": first["id"]}).json()
    part = f"/api/v1/assignments/{sent['id']}/moves/"
    for move in ("start", "arrive"):
        sent = send_json(officer, part, {"move": move, "version": sent["version"]}).json()
    assert sent["actions"] == ["clear"]
    record = send_json(officer, f"{here}records/", {"role": "student", "grade": "g10"}).json()
    own = f"/api/v1/records/{record['id']}/"
    record = send_json(officer, own, {"version": record["version"], **WHOLE}, method="patch").json()
    assert send_json(officer, f"{own}moves/", {"move": "submit", "version": record["version"]}).status_code == 200
    send_json(officer, part, {"move": "clear", "version": sent["version"]})
    version = desk.get(here).json()["version"]
    closing = {"move": "close", "version": version, "close_reason": "report_taken"}
    closed = send_json(desk, f"{here}moves/", closing)
    assert (closed.status_code, closed.json()["status"]) == (200, "closed")
    assert desk.get("/api/v1/incidents/").json()["results"] == []


def test_a_call_without_its_key_is_refused_and_the_same_key_is_one_call(district: District) -> None:
    desk = signed_in(district.dispatcher)
    assert send_json(desk, "/api/v1/calls/", typed(district)).status_code == 400
    assert not Call.objects.exists()
    key = str(uuid4())
    first, second = (send_json(desk, "/api/v1/calls/", typed(district), key=key) for _ in range(2))
    assert first.json() == second.json()
    assert Call.objects.count() == 1


def test_a_body_that_is_no_object_or_names_no_move_is_refused(district: District) -> None:
    desk = signed_in(district.dispatcher)
    assert send_json(desk, "/api/v1/calls/", []).status_code == 400
    incident = log_call(district).incident
    for body in ({}, {"move": "fly", "version": 1}, {"move": "close", "version": 1}):
        assert send_json(desk, f"/api/v1/incidents/{incident.pk}/moves/", body).status_code == 400
    assert Incident.objects.get().version == 1


def test_who_is_signed_out_gets_no_answer(district: District) -> None:
    assert Client().get("/api/v1/incidents/").status_code in (401, 403)


def test_an_officer_may_not_log_or_send_and_nothing_is_written(district: District) -> None:
    officer = signed_in(district.officer(district.cit_officer))
    assert log(officer, district).status_code == 403
    incident = log_call(district).incident
    arrived(district, incident)
    here = f"/api/v1/incidents/{incident.pk}/"
    body = {"version": Incident.objects.get().version, "officer": str(district.other_officer.pk)}
    assert officer.get(f"{here}candidates/").status_code == 403
    assert send_json(officer, f"{here}assignments/", body).status_code == 403
    assert send_json(officer, f"{here}assessment/", {"version": 2, "answers": CALM}).status_code == 403
    assert (Call.objects.count(), Assignment.objects.count()) == (1, 1)


def test_a_stranger_finds_nothing(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    part = arrived(district, incident)
    record = begun(district, incident)
    desk, chief = signed_in(neighbor.dispatcher), signed_in(neighbor.supervisor)
    assert desk.get("/api/v1/incidents/").json() == {"results": []}
    for client in (desk, chief):
        for path in (f"incidents/{incident.pk}/", f"incidents/{incident.pk}/candidates/", f"records/{record.pk}/"):
            assert client.get(f"/api/v1/{path}").status_code == 404
        body = {"version": 1, "move": "clear", "answers": {}, "officer": str(neighbor.cit_officer.pk)}
        for path in (
            f"incidents/{incident.pk}/assessment/",
            f"incidents/{incident.pk}/assignments/",
            f"incidents/{incident.pk}/moves/",
            f"assignments/{part.pk}/moves/",
            f"records/{record.pk}/moves/",
        ):
            assert send_json(client, f"/api/v1/{path}", body).status_code == 404
        theirs = log(client, neighbor, campus=str(district.campus.pk), room=None)
        assert (theirs.status_code, set(theirs.json()["fields"])) == (400, {"campus"})


def test_a_stale_version_is_a_conflict_and_a_rule_of_the_field_is_named(district: District) -> None:
    desk = signed_in(district.dispatcher)
    incident = log_call(district).incident
    here = f"/api/v1/incidents/{incident.pk}/"
    stale = send_json(desk, f"{here}assessment/", {"version": 9, "answers": CALM})
    assert (stale.status_code, stale.json()["code"]) == (409, "conflict")
    uncertified = send_json(desk, f"{here}assignments/", {"version": 1, "officer": str(district.other_officer.pk)})
    assert (uncertified.status_code, set(uncertified.json()["fields"])) == (422, {"cit_unavailable_reason"})


def test_a_record_is_read_by_its_author_and_supervisors_and_by_nobody_else(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    path = f"/api/v1/records/{begun(district, incident).pk}/"
    author, chief = signed_in(district.officer(district.cit_officer)), signed_in(district.supervisor)
    assert author.get(path).json()["actions"] == ["revise", "submit"]
    assert chief.get(path).json()["actions"] == []
    assert send_json(chief, path, {"version": 1, "weapon": "none"}, method="patch").status_code == 403
    for other in (district.dispatcher, district.officer(district.other_officer)):
        assert signed_in(other).get(path).status_code == 404
    assert DeescalationRecord.objects.get().weapon == ""


def test_the_list_is_bounded_and_takes_the_same_statements_at_any_length(district: District) -> None:
    desk = signed_in(district.dispatcher)
    for limit in ("0", "201", "x"):
        assert desk.get(f"/api/v1/incidents/?limit={limit}").status_code == 400
    assert desk.get("/api/v1/incidents/?sort=age").status_code == 400
    counts = []
    for _ in range(2):
        for _ in range(5):
            log_call(district)
        with CaptureQueriesContext(connection) as found:
            assert desk.get("/api/v1/incidents/").status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1] <= 8
