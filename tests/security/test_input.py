"""What no page and no call takes, whoever sends it: refused with words, and nothing happens."""

import pytest
from django.test import Client

from core.models import Event
from incidents.models import Incident
from officers.models import User
from tests.cast import District, log_call
from tests.incidents.desk import send_json, signed_in, typed
from tests.security.census import census
from tests.security.scene import address, stage

NUL = "NUL character"


@pytest.mark.parametrize("path", ["/%00", "/board/%00", "/incidents/%00/", "/?a=%00", "/?%00=1", "/board/?a=%00"])
def test_a_nul_character_in_an_address_is_refused_with_words(path: str, district: District) -> None:
    answer = signed_in(district.dispatcher).get(path)
    assert answer.status_code == 400
    assert NUL in answer.content.decode()


@pytest.mark.parametrize("field", ["said", "caller_name", "callback", "campus", "client_key", "not_a_field"])
def test_a_nul_character_in_a_form_is_refused_and_nothing_is_logged(field: str, district: District) -> None:
    answer = signed_in(district.dispatcher).post("/calls/new/", typed(district, **{field: "a\0b"}))
    assert answer.status_code == 400
    assert NUL in answer.content.decode()
    assert not Incident.objects.exists()


def test_a_nul_character_in_a_form_without_a_log_in_is_refused_too(client: Client, db: None) -> None:
    assert client.post("/accounts/login/", {"login": "a\0@example.org", "password": "x"}).status_code == 400


@pytest.mark.parametrize("body", [b'{"said": "a\\u0000b"}', b'{"a\\u0000": 1}', b'{"said": "\0"}', b'["\\\\\\u0000"]'])
def test_a_nul_character_in_a_json_body_is_refused_as_json(body: bytes, district: District) -> None:
    answer = send_json(signed_in(district.dispatcher), "/api/v1/calls/", body)
    assert answer.status_code == 400
    assert answer.json()["code"] == "bad_input"


def test_a_text_about_the_escape_of_nul_is_a_text(district: District) -> None:
    body = {**typed(district, said="He typed \\u0000 on the board."), "client_key": None}
    answer = send_json(signed_in(district.dispatcher), "/api/v1/calls/", body, key=typed(district)["client_key"])
    assert answer.status_code == 201


def test_every_page_refuses_parameters_that_it_does_not_read(district: District) -> None:
    scene = stage(district)
    ignored = []
    for route, method in census():
        path = address(route, scene.keys)
        for who in ("dispatcher", "supervisor", "officer_assigned", "counselor_of_team"):
            client = Client()
            client.force_login(User.objects.get(pk=scene.people[who]))
            if method == "GET" and client.get(path).status_code == 200 and not _refuses(client, path):
                ignored.append((route, who))
    assert [pair for pair in ignored if not pair[0].startswith("/accounts/")] == []


def _refuses(client: Client, path: str) -> bool:
    return client.get(path, {"zzz": "1"}).status_code == 400


def test_what_changes_something_refuses_parameters_before_it_acts(district: District) -> None:
    answer = signed_in(district.dispatcher).post("/calls/new/?again=1", typed(district))
    assert answer.status_code == 400
    assert not Incident.objects.exists()
    assert signed_in(district.dispatcher).post("/calls/new/", typed(district)).status_code == 303


@pytest.mark.parametrize("query", ["from_day=9999-12-01&to_day=9999-12-31", "from_day=9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_is_refused_with_words(query: str, district: District) -> None:
    answer = signed_in(district.supervisor).get(f"/shifts/export/?{query}")
    assert answer.status_code == 400
    assert "Enter a valid date." in answer.content.decode()


def test_leave_at_the_end_of_the_calendar_is_refused_and_nothing_is_kept(district: District) -> None:
    me = signed_in(district.officer(district.cit_officer))
    typed_in = {"kind": "vacation", "from_day": "9999-12-31", "to_day": "9999-12-31", "note": ""}
    before = Event.objects.count()
    assert me.post(f"/officers/{district.cit_officer.pk}/leave/", typed_in).status_code == 400
    assert Event.objects.count() == before


def test_a_body_nested_too_deeply_is_refused(district: District) -> None:
    answer = send_json(signed_in(district.dispatcher), "/api/v1/calls/", b"[" * 100_000)
    assert answer.status_code == 400
    assert answer.json()["code"] == "parse_error"


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("/api/v1/nothing/", "get", 404), ("/api/v1/calls/", "get", 405), ("/api/v1/calls/", "post", 400)],
)
def test_the_api_refuses_in_json_whoever_refuses(path: str, method: str, status: int, district: District) -> None:
    body = b'{"said": "' + b"x" * 2_000_000 + b'"}'
    answer = send_json(signed_in(district.dispatcher), path, body if method == "post" else None, method=method)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message", "fields"}


def test_an_address_that_only_takes_a_form_says_so(district: District) -> None:
    incident = log_call(district).incident
    before = Event.objects.count()
    answer = signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/move/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "only takes what a form sends" in answer.content.decode()
    assert Event.objects.count() == before
