"""A form, a request body and a service of coverage name the same things; the API says what the pages say."""

import inspect
import json
from typing import Any

import pytest
from django.test import Client

from core.actors import Actor
from core.web.doors import Door
from officers.doors.coverage import DOORS
from officers.models import CampusGroupMember, CoverageRule, RosterPolicy, Shift, User
from tests.cast import District
from tests.officers.coverage_scene import Department, department, shift

NOT_TYPED = {"actor", "at"}


@pytest.fixture
def here(district: District) -> Department:
    """Two zones, one rule."""
    return department(district)


def ask(actor: Actor, method: str, path: str, body: Any = None) -> Any:
    """One request of a program."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.person))
    data = b"" if body is None else json.dumps(body, default=str).encode()
    return client.generic(method, f"/api/v1{path}", data, content_type="application/json")


def answer_of(actor: Actor, path: str) -> Any:
    """What the API says."""
    found = ask(actor, "GET", path)
    assert found.status_code == 200, found.content
    return json.loads(found.content)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[0].__name__)
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    taken = {
        "version" if name == "expected_version" else name for name in list(inspect.signature(service).parameters)[1:]
    }
    assert set(form.base_fields) == set(body._declared_fields) == taken - NOT_TYPED


def test_the_week_holds_grid_and_words(here: Department) -> None:
    shift(here.certified, "Mon 07:00-Mon 16:30")
    found = answer_of(here.supervisor, "/coverage/?week=2026-W49")
    (rule,) = found["rules"]
    assert (found["planned"], rule["place"], rule["able"]) == (True, "South", 1)
    assert rule["days"][0][16] == {"asked": True, "have": 0, "need": 1, "of": 0, "ok": False, "partial": True}
    assert rule["days"][0][6] == {"asked": False, "exists": True}
    assert found["gaps"][0]["words"] == "Mon 16:30–17:00 South: 0 of 1"


def test_a_week_that_is_none_is_refused(here: Department) -> None:
    assert ask(here.supervisor, "GET", "/coverage/?week=soon").status_code == 400


def test_now_says_standings_and_warnings(here: Department) -> None:
    assert set(answer_of(here.district.dispatcher, "/coverage/now/")) == {"at", "rules", "gaps"}


def test_cover_names_reasons_as_data(here: Department) -> None:
    path = f"/minimums/{here.rule.pk}/cover/?starts_at=2026-12-02T07:00&ends_at=2026-12-02T15:00"
    found = answer_of(here.coordinator, path)
    assert [each["call_sign"] for each in found["free"]] == ["C-12"]
    assert [(each["call_sign"], each["reason"]) for each in found["passed_over"]] == [("S-21", "not_certified")]


def body(here: Department, **changes: Any) -> dict[str, Any]:
    """A rule as a program sends it."""
    asked = {"name": "North", "kind": "at_least", "number": 2, "cit": True, "position": "patrol", "weekdays": [0]}
    return {**asked, "group": here.north.pk, "starts": "07:00", "ends": "17:00", **changes}


def test_a_rule_is_added_changed_stopped_and_resumed(here: Department) -> None:
    made = ask(here.supervisor, "POST", "/minimums/", body(here))
    assert made.status_code == 201
    rule = json.loads(made.content)
    assert (rule["version"], rule["actions"], rule["group"]) == (1, ["change", "stop"], str(here.north.pk))
    path = f"/minimums/{rule['id']}/"
    assert ask(here.supervisor, "PUT", path, body(here, number=3, version=1)).status_code == 200
    assert ask(here.supervisor, "PUT", path, body(here, number=4, version=1)).status_code == 409
    assert ask(here.supervisor, "POST", f"{path}moves/", {"move": "stop", "version": 2}).status_code == 200
    assert answer_of(here.supervisor, path)["actions"] == ["change", "resume"]
    assert ask(here.supervisor, "POST", f"{path}moves/", {"move": "resume", "version": 3}).status_code == 200
    assert answer_of(here.district.dispatcher, path)["actions"] == []


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"weekdays": []}, 400),
        ({"weekdays": [7]}, 400),
        ({"number": 0}, 400),
        ({"kind": "share", "number": 101}, 422),
        ({"kind": "share", "cit": False}, 422),
        ({"name": "South by day"}, 422),
        ({"group": "4b7e0c2e-0000-4000-8000-000000000000"}, 400),
    ],
)
def test_what_makes_no_sense_is_refused_and_writes_nothing(
    here: Department, changes: dict[str, Any], status: int
) -> None:
    assert ask(here.supervisor, "POST", "/minimums/", body(here, **changes)).status_code == status
    assert CoverageRule.objects.count() == 1


def test_a_group_of_another_agency_is_not_known(here: Department, neighbor: District) -> None:
    there = department(neighbor)
    assert ask(here.supervisor, "POST", "/minimums/", body(here, group=there.north.pk)).status_code == 400
    typed = {"name": "East", "campuses": [there.other_campus.pk]}
    assert ask(here.supervisor, "POST", "/coverage/groups/", typed).status_code == 400


def test_groups_are_added_and_changed(here: Department) -> None:
    typed = {"name": "East", "campuses": [here.other_campus.pk]}
    made = json.loads(ask(here.supervisor, "POST", "/coverage/groups/", typed).content)
    path = f"/coverage/groups/{made['id']}/"
    changed = ask(here.supervisor, "PUT", path, {**typed, "name": "Far East", "version": 1})
    assert json.loads(changed.content)["version"] == 2
    assert CampusGroupMember.objects.get(campus=here.other_campus).group_id is not None
    names = [each["name"] for each in answer_of(here.supervisor, "/coverage/groups/")["results"]]
    assert names == ["Far East", "North", "South"]


def test_limits_are_read_by_the_desk_and_set_by_the_supervisor(here: Department) -> None:
    found = answer_of(here.district.dispatcher, "/coverage/limits/")
    assert (found["max_week_hours"], found["actions"]) == (60, [])
    typed = {name: value for name, value in found.items() if name != "actions"}
    assert ask(here.district.dispatcher, "PUT", "/coverage/limits/", typed).status_code == 403
    assert not RosterPolicy.objects.exists()
    assert ask(here.supervisor, "PUT", "/coverage/limits/", {**typed, "warn_hours": 8}).status_code == 200
    assert RosterPolicy.objects.get().warn_hours == 8


def test_reading_writes_nothing(here: Department) -> None:
    for path in ("/coverage/", "/coverage/now/", "/minimums/", "/coverage/groups/", "/coverage/limits/"):
        assert ask(here.supervisor, "GET", path).status_code == 200
    assert (Shift.objects.count(), RosterPolicy.objects.count()) == (0, 0)
