"""Shifts over HTTP: the same answers as the pages, with versions and open moves."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core import clock
from core.actors import Actor
from officers.models import CoverRequest, Rotation, Shift, ShiftTemplate, TimeEntry, User
from tests.cast import District
from tests.officers.rota import DAY, ZONE, shift


@pytest.fixture
def call(client: Client) -> Any:
    """One request as somebody: status and body."""

    def ask(actor: Actor, method: str, path: str, **body: Any) -> tuple[int, Any]:
        client.force_login(User.objects.get(pk=actor.person))
        given = {} if method == "get" else {"data": body, "content_type": "application/json"}
        answer = getattr(client, method)(f"/api/v1/{path}", **given)
        return answer.status_code, answer.json()

    return ask


def tomorrow(days: int = 1) -> Any:
    """Some days from now, on the agency's calendar."""
    return timezone.localdate(clock.now(), ZONE) + DAY * days


def test_a_shift_is_planned_read_changed_handed_over_and_cancelled(district: District, call: Any) -> None:
    boss, path = district.supervisor, f"officers/{district.cit_officer.pk}/shifts/"
    hours = {"day": str(tomorrow()), "starts": "07:00", "ends": "15:00", "position": "patrol"}
    status, made = call(boss, "post", path, **hours)
    assert (status, made["unit"], made["actions"], made["version"]) == (
        201,
        "C-12",
        ["change", "hand_over", "cancel"],
        1,
    )
    assert call(boss, "post", path, **hours)[0] == 422
    moves = f"shifts/{made['id']}/moves/"
    assert call(boss, "post", moves, move="change", version=1, **{**hours, "ends": "16:00"})[1]["version"] == 2
    assert call(boss, "post", moves, move="cancel", version=1)[0] == 409
    given = call(boss, "post", moves, move="hand_over", version=2, officer=str(district.other_officer.pk))[1]
    assert given["unit"] == "S-21"
    assert call(boss, "post", moves, move="cancel", version=3)[1]["status"] == "cancelled"
    assert call(district.dispatcher, "get", f"shifts/{made['id']}/")[1]["actions"] == []


def test_the_week_is_read_with_hours(district: District, call: Any) -> None:
    shift(district.cit_officer, tomorrow())
    year, week, _weekday = tomorrow().isocalendar()
    status, found = call(district.dispatcher, "get", f"shifts/?week={year}-W{week:02d}")
    (row,) = [each for each in found["people"] if each["shifts"]]
    assert (status, row["unit"], row["hours"], row["overtime"]) == (200, "C-12", 8.0, 0.0)
    assert call(district.dispatcher, "get", "shifts/?week=soon")[0] == 400


def test_what_needs_a_reason_says_so_beside_its_field(district: District, call: Any) -> None:
    shift(district.cit_officer, tomorrow())
    path = f"officers/{district.cit_officer.pk}/shifts/"
    hours = {"day": str(tomorrow()), "starts": "18:00", "ends": "22:00", "position": "patrol"}
    status, refused = call(district.supervisor, "post", path, **hours)
    assert (status, refused["code"], list(refused["fields"])) == (422, "broken_rule", ["override_reason"])
    assert call(district.supervisor, "post", path, **hours, override_reason="event")[0] == 201
    assert call(district.supervisor, "post", path, **hours, override_reason="because")[0] == 400


def test_cover_is_asked_taken_and_approved(district: District, call: Any) -> None:
    mine = shift(district.cit_officer, tomorrow())
    me, other = district.officer(district.cit_officer), district.officer(district.other_officer)
    status, asked = call(me, "post", f"shifts/{mine.pk}/covers/", reason="Family")
    assert (status, asked["actions"]) == (201, ["withdraw"])
    (seen,) = call(other, "get", "covers/")[1]["results"]
    assert seen["actions"] == ["accept"]
    moves = f"covers/{asked['id']}/moves/"
    assert call(district.supervisor, "post", moves, move="accept", version=1)[0] == 403
    assert call(other, "post", moves, move="accept", version=1)[1]["taker"] == "S-21"
    assert call(other, "post", moves, move="approve", version=2)[0] == 403
    assert call(district.supervisor, "post", moves, move="approve", version=2)[1]["status"] == "approved"
    assert Shift.objects.get(pk=mine.pk).officer == district.other_officer
    assert call(district.supervisor, "post", moves, move="dance", version=2)[0] == 400
    assert CoverRequest.objects.count() == 1


def test_approved_leave_names_the_shifts_to_cover(district: District, call: Any) -> None:
    mine = shift(district.cit_officer, tomorrow())
    me, path = district.officer(district.cit_officer), f"officers/{district.cit_officer.pk}/leave/"
    day = str(tomorrow())
    status, asked = call(me, "post", path, kind="vacation", from_day=day, to_day=day)
    assert (status, asked["actions"]) == (201, ["withdraw"])
    moves = f"leave/{asked['id']}/moves/"
    assert call(me, "post", moves, move="approve", version=1)[0] == 403
    granted = call(district.supervisor, "post", moves, move="approve", version=1)[1]
    assert (granted["status"], granted["to_cover"]) == ("approved", [str(mine.pk)])
    assert call(district.officer(district.other_officer), "post", moves, move="withdraw", version=2)[0] == 404


def test_templates_rotations_and_a_term(district: District, call: Any) -> None:
    boss = district.supervisor
    hours = {"name": "Day", "position": "patrol", "starts": "07:00", "ends": "15:00"}
    status, day = call(boss, "post", "templates/", **hours)
    assert status == 201
    assert call(boss, "put", f"templates/{day['id']}/", version=1, **{**hours, "ends": "16:00"})[1]["version"] == 2
    turn = call(boss, "post", "rotations/", name="Turn", starts_on=str(tomorrow()), pattern=[day["id"], ""])[1]
    path = f"rotations/{turn['id']}/"
    joined = call(boss, "post", f"{path}members/", officer=str(district.cit_officer.pk), from_day=str(tomorrow()))[1]
    assert call(boss, "get", path)[1]["members"][0]["unit"] == "C-12"
    term = {"from_day": str(tomorrow()), "to_day": str(tomorrow(6))}
    assert call(boss, "post", "shifts/preview/", **term)[1]["made"] == 3
    assert not Shift.objects.exists()
    assert call(boss, "post", "shifts/generate/", **term)[1]["made"] == 3
    again = call(boss, "post", "shifts/generate/", **term)[1]
    assert (again["made"], again["existing"]) == (0, 3)
    assert call(boss, "post", f"members/{joined['id']}/", to_day=str(tomorrow(2)))[1]["to_day"] == str(tomorrow(2))
    changed = {"version": 1, "name": "Turn", "starts_on": str(tomorrow()), "pattern": [day["id"]], "active": False}
    assert call(boss, "put", path, **changed)[1]["active"] is False
    assert (ShiftTemplate.objects.count(), Rotation.objects.count()) == (1, 1)
    assert len(call(district.dispatcher, "get", "templates/")[1]["results"]) == 1


def test_a_file_is_checked_and_imported(district: District, call: Any) -> None:
    content = f"badge,date,starts,ends,position\nC-12,{tomorrow()},07:00,15:00,patrol\n"
    boss = district.supervisor
    assert call(boss, "post", "shifts/check/", content=content)[1] == {"planned": 1, "existing": 0, "bad": []}
    bad = call(boss, "post", "shifts/check/", content=content + "X,2030-01-01,07:00,15:00,patrol\n")[1]["bad"]
    assert [(each["line"], each["column"]) for each in bad] == [(3, "badge")]
    assert call(boss, "post", "shifts/import/", content=content)[1]["planned"] == 1
    assert Shift.objects.count() == 1


def test_the_clock_and_the_status(district: District, call: Any) -> None:
    me, path = district.officer(district.cit_officer), f"officers/{district.cit_officer.pk}/"
    assert call(me, "post", f"{path}status/", duty="busy")[1]["duty"] == "busy"
    assert call(me, "post", f"{path}clock/", move="clock_out")[1]["clocked_out_from"] == "tablet"
    assert call(me, "post", f"{path}status/", duty="busy")[0] == 422
    assert call(district.dispatcher, "post", f"{path}clock/", move="clock_in")[1]["clocked_in_from"] == "dispatch"
    assert call(district.dispatcher, "post", f"{path}clock/", move="sleep")[0] == 400
    found = call(district.dispatcher, "get", "shifts/clocks/")[1]
    assert len(found["results"]) == 3
    entry = TimeEntry.objects.get(officer=district.other_officer)
    typed = {
        "version": 1,
        "clocked_in_at": entry.clocked_in_at.isoformat(),
        "clocked_out_at": (entry.clocked_in_at + timedelta(hours=8)).isoformat(),
        "correction": "Forgot",
    }
    assert found["forgotten"] == [str(entry.pk)]
    assert call(district.dispatcher, "post", f"entries/{entry.pk}/", **typed)[1]["correction"] == "Forgot"


def test_a_calendars_address_is_told_once(district: District, call: Any, client: Client) -> None:
    me, path = district.officer(district.cit_officer), f"officers/{district.cit_officer.pk}/feed/"
    status, told = call(me, "post", path)
    assert status == 201
    client.logout()
    assert client.get(told["address"].removeprefix("http://testserver")).status_code == 200
    assert call(district.supervisor, "post", path)[0] == 403
