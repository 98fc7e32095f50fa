"""Clocks and rules over the API: the same doors, the same refusals."""

from django.utils import timezone

from incidents.models import Timer
from incidents.services import timer_sweep
from tests.cast import NOON, District
from tests.incidents.desk import send_json, signed_in
from tests.incidents.timers.conftest import after, running


def test_the_desk_reads_the_clocks_alarms_first(district: District, welfare: Timer) -> None:
    for minute in (10, 11, 12):
        timer_sweep.run(after(minute))
    rows = signed_in(district.dispatcher).get("/api/v1/timers/").json()
    assert (rows[0]["kind"], rows[0]["stage"], rows[0]["unit"]) == ("welfare", "alarm", "C-12")
    assert (rows[0]["actions"], rows[0]["late"]) == (["acknowledge"], False)


def test_a_step_that_no_worker_did_is_marked_late(district: District, welfare: Timer) -> None:
    rows = signed_in(district.dispatcher).get("/api/v1/timers/").json()
    assert {row["late"] for row in rows} == {True}
    Timer.objects.update(next_at=timezone.now() + (after(9) - NOON))
    rows = signed_in(district.dispatcher).get("/api/v1/timers/").json()
    assert [(row["kind"], row["late"]) for row in rows] == [("welfare", False)]


def test_the_officer_answers_and_the_desk_acknowledges(district: District, welfare: Timer) -> None:
    officer, desk = signed_in(district.officer(district.cit_officer)), signed_in(district.dispatcher)
    answered = send_json(officer, f"/api/v1/timers/{welfare.pk}/answer/", {})
    assert (answered.status_code, answered.json()["stage"]) == (200, "ended")
    here = f"/api/v1/timers/{running('welfare').pk}/acknowledgement/"
    assert send_json(desk, here, {}).status_code == 422
    assert send_json(officer, here, {"words": "Well."}).status_code == 403
    assert send_json(desk, here, {"words": "x" * 201}).status_code == 400
    assert send_json(desk, here, {"words": "Well."}).status_code == 200


def test_a_stranger_finds_no_clock(district: District, neighbor: District, welfare: Timer) -> None:
    desk = signed_in(neighbor.dispatcher)
    assert desk.get("/api/v1/timers/").json() == []
    assert send_json(desk, f"/api/v1/timers/{welfare.pk}/acknowledgement/", {"words": "Well."}).status_code == 404
    assert running("welfare") == welfare


def test_a_supervisor_sets_the_rules_over_the_api(district: District) -> None:
    chief = signed_in(district.supervisor)
    rows = chief.get("/api/v1/timer-rules/").json()
    assert {(row["id"], row["version"]) for row in rows} == {(None, 0)}
    made = send_json(chief, "/api/v1/timer-rules/", {"kind": "waiting", "priority": "p3", "minutes": 7})
    assert (made.status_code, made.json()["active"], made.json()["actions"]) == (201, True, ["change"])
    one = f"/api/v1/timer-rules/{made.json()['id']}/"
    changed = send_json(chief, one, {"version": 1, "minutes": 8, "active": False})
    assert (changed.status_code, changed.json()["minutes"], changed.json()["active"]) == (200, 8, False)
    assert send_json(chief, one, {"version": 1, "minutes": 9}).status_code == 409
    assert chief.get(one).json()["minutes"] == 8
