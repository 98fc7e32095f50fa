"""A form, a request body and a service of the roster name the same things; the API says what the pages say."""

import inspect
import json
from typing import Any, get_args, get_type_hints

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import MULTIPART_CONTENT, encode_multipart

from core.models import Event
from core.web.doors import Door, Service
from officers.doors.roster import DOORS
from officers.models import Officer, Restriction
from tests.cast import District, day_here
from tests.incidents.desk import send_json, signed_in
from tests.officers.hiring import NEW, enroll
from tests.officers.test_roster_csv import file
from tests.officers.test_uploads import PDF, picture

TODAY = day_here().isoformat()
NOT_TYPED = {"actor", "at"}


def taken(service: Service) -> set[str]:
    """The keywords of a service; `**facts` stands for the keys of its type."""
    names: set[str] = set()
    for name, parameter in inspect.signature(service).parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            (facts,) = get_args(get_type_hints(service)[name])
            names |= set(get_type_hints(facts))
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            names.add("version" if name == "expected_version" else name)
    return names - NOT_TYPED


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[0].__name__)
def test_form_body_and_service_agree(door: Door) -> None:
    service, form, body = door
    first = next(iter(inspect.signature(service).parameters))
    assert set(form.base_fields) == set(body._declared_fields)
    assert set(form.base_fields) - {first} == taken(service)


@pytest.fixture
def keeper(district: District) -> Client:
    """The supervisor's program."""
    return signed_in(district.supervisor)


def person(district: District, **changes: Any) -> dict[str, Any]:
    return json.loads(json.dumps({**NEW, "home_campus": district.campus.pk, **changes}, default=str))


def test_a_person_is_put_on_the_roster_read_and_changed(district: District, keeper: Client) -> None:
    made = send_json(keeper, "/api/v1/officers/", person(district))
    assert made.status_code == 201, made.content
    told = made.json()
    assert (told["call_sign"], told["roles"], told["version"]) == ("C-40", ["police_officer"], 1)
    assert told["actions"] == ["update", "deactivate", "restrict"]
    assert told["cit"] == {"active": False, "course": "", "until": None}
    here = f"/api/v1/officers/{told['id']}/"
    changed = send_json(keeper, here, {"version": 1, "skills": ["trauma"]}, method="patch").json()
    assert (changed["skills"], changed["languages"], changed["version"]) == (["trauma"], ["en", "es"], 2)
    late = send_json(keeper, here, {"version": 1, "skills": []}, method="patch")
    assert late.status_code == 409


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"badge": "C-12"}, 422, "badge"),
        ({"roles": ["sheriff"]}, 400, "roles"),
        ({"roles": ["system_admin"]}, 400, "roles"),
        ({"languages": ["xx"]}, 400, "languages"),
        ({"hired_on": "soon"}, 400, "hired_on"),
        ({"name": ""}, 400, "name"),
        ({"license": "telecommunicator"}, 422, "license"),
        ({"home_campus": "9dbf6b44-8a8f-4d41-8d4e-1f0f4f6d8e11"}, 400, "home_campus"),
    ],
)
def test_what_is_wrong_is_named_by_field(
    district: District, keeper: Client, change: dict[str, Any], status: int, field: str
) -> None:
    answer = send_json(keeper, "/api/v1/officers/", person(district, **change))
    assert answer.status_code == status
    assert field in answer.json()["fields"]
    assert not Officer.objects.filter(user__name="Marigold Flint").exists()


def test_the_list_is_filtered_as_the_page_is(district: District, keeper: Client) -> None:
    told = keeper.get("/api/v1/officers/?cit=current").json()
    assert [row["call_sign"] for row in told["results"]] == ["C-12"]
    assert (told["page"], told["pages"], told["counts"]) == (1, 1, {"current": 1, "none": 1})
    assert keeper.get("/api/v1/officers/?shoe=9").status_code == 400


def test_leaving_and_coming_back(district: District, keeper: Client) -> None:
    here = f"/api/v1/officers/{district.cit_officer.pk}/moves/"
    left = send_json(keeper, here, {"move": "deactivate", "version": 1, "separated_on": TODAY})
    assert (left.status_code, left.json()["active"], left.json()["actions"]) == (200, False, ["update", "reactivate"])
    assert send_json(keeper, here, {"move": "deactivate", "version": 2, "separated_on": TODAY}).status_code == 409
    assert send_json(keeper, here, {"move": "fire", "version": 2}).status_code == 400
    back = send_json(keeper, here, {"move": "reactivate", "version": 2, "hired_on": TODAY})
    assert back.json()["active"] is True


def test_restrictions_are_set_read_and_lifted(district: District, keeper: Client) -> None:
    here = f"/api/v1/officers/{district.cit_officer.pk}/restrictions/"
    subject = "9dbf6b44-8a8f-4d41-8d4e-1f0f4f6d8e11"
    body = {"kind": "person", "subject_id": subject, "reason": "Complaint", "from_day": TODAY}
    made = send_json(keeper, here, body)
    assert (made.status_code, made.json()["subject_id"]) == (201, subject)
    assert send_json(keeper, here, body).status_code == 409
    assert send_json(keeper, here, {**body, "subject_id": None}).status_code == 422
    assert len(keeper.get(here).json()["results"]) == 1
    assert signed_in(district.dispatcher).get(here).json()["results"] == []
    lift = f"/api/v1/restrictions/{made.json()['id']}/lift/"
    assert send_json(signed_in(district.dispatcher), lift, {}).status_code == 404
    assert send_json(keeper, lift, {}).json()["lifted_at"]
    assert Restriction.objects.get().lifted_at


def test_a_photo_is_sent_as_a_form(district: District, keeper: Client) -> None:
    here = f"/api/v1/officers/{district.cit_officer.pk}/photo/"

    def send(content: bytes) -> Any:
        body = encode_multipart("BoUnDaRyStRiNg", {"photo": SimpleUploadedFile("a.png", content)})
        return keeper.put(here, body, content_type=MULTIPART_CONTENT)

    assert send(PDF).status_code == 422
    assert send(picture("PNG")).status_code == 200
    assert Officer.objects.get(pk=district.cit_officer.pk).photo_id


def test_a_file_is_looked_at_and_taken_exactly_as_it_was_looked_at(district: District, keeper: Client) -> None:
    csv = file({}).decode()
    before = (Officer.objects.count(), Event.objects.count())
    look = send_json(keeper, "/api/v1/roster/look/", {"csv": csv}).json()
    assert (look["new"], look["bad"], len(look["digest"])) == (1, [], 64)
    assert look["rows"][0]["changes"][0] == {"field": "name", "before": "", "after": "Marigold Flint"}
    assert (Officer.objects.count(), Event.objects.count()) == before
    other = send_json(keeper, "/api/v1/roster/take/", {"csv": csv.replace("Flint", "Quartz"), "digest": look["digest"]})
    assert other.status_code == 409
    assert send_json(keeper, "/api/v1/roster/take/", {"csv": csv, "digest": look["digest"]}).json()["new"] == 1
    assert Officer.objects.get(call_sign="C-40").user.name == "Marigold Flint"


def test_bad_rows_come_with_line_column_and_reason_and_nothing_to_take(district: District, keeper: Client) -> None:
    look = send_json(keeper, "/api/v1/roster/look/", {"csv": file({"home_campus": "MOON"}).decode()}).json()
    assert look["bad"] == [{"line": 2, "column": "home_campus", "reason": "There is no campus “MOON”."}]
    assert look["digest"] == ""
    assert send_json(keeper, "/api/v1/roster/look/", {"csv": "a,b\n1,2\n"}).status_code == 422


def test_the_export_is_a_file(keeper: Client) -> None:
    answer = keeper.get("/api/v1/roster/export/?status=all")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert answer.content.decode().count("\r\n") == 3


def test_who_may_not_is_refused_and_a_stranger_finds_nobody(district: District, neighbor: District) -> None:
    made = enroll(district)
    here = f"/api/v1/officers/{made.pk}/"
    desk, mine = signed_in(district.dispatcher), signed_in(district.officer(made))
    assert "email" not in desk.get(here).json()
    assert mine.get(here).json()["email"] == "marigold.flint@example.org"
    assert mine.get("/api/v1/officers/").status_code == 403
    stranger = signed_in(neighbor.supervisor)
    for client, status in ((desk, 403), (mine, 403), (stranger, 404)):
        assert send_json(client, here, {"version": 1, "name": "X"}, method="patch").status_code == status
        assert send_json(client, f"{here}moves/", {"move": "deactivate"}).status_code == status
        assert send_json(client, f"{here}restrictions/", {}).status_code == status
    for path in ("officers/", "roster/look/", "roster/take/"):
        assert send_json(desk, f"/api/v1/{path}", {}).status_code == 403
    assert desk.get("/api/v1/roster/export/").status_code == 403
