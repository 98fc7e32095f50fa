"""Taking calls over HTTP: the same services, the same refusals, once for each key."""

from typing import Any
from uuid import uuid4

import pytest

from incidents.models import Assignment, Call, Draft, Incident, NatureCode
from tests.cast import District
from tests.incidents.desk import send_json, signed_in
from tests.incidents.intake.taking import take


def whole(district: District, **changes: Any) -> dict[str, Any]:
    """The least that a program sends."""
    return {"place": f"room:{district.room.pk}", "nature": "suicidal_ideation", **changes}


def test_a_program_logs_and_sends_in_one_request(district: District) -> None:
    desk, key = signed_in(district.dispatcher), str(uuid4())
    body = whole(
        district,
        officers=[str(district.cit_officer.pk)],
        answers={"q04": "no"},
        subjects=[{"description": "gray hoodie"}],
        said="A student says there is no point any more.",
    )
    first = send_json(desk, "/api/v1/intake/", body, key=key)
    again = send_json(desk, "/api/v1/intake/", body, key=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json()["incident"]["status"] == "dispatched"
    assert [part["unit"] for part in first.json()["assignments"]] == ["C-12"]
    assert again.json()["call"]["id"] == first.json()["call"]["id"]
    assert (Call.objects.count(), Assignment.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"nature": "boredom"}, 400),
        ({"place": "", "place_text": ""}, 422),
        ({"place": f"room:{uuid4()}"}, 422),
        ({"answers": {"q04": "perhaps"}}, 400),
        ({"answers": {"q99": "no"}}, 400),
        ({"officers": [str(uuid4())]}, 400),
        ({"subjects": [{}] * 9}, 400),
        ({"said": "x" * 100_001}, 400),
        ({"origin": "scheduled"}, 422),
    ],
)
def test_a_mistake_is_named_and_nothing_is_logged(district: District, wrong: dict[str, Any], status: int) -> None:
    desk = signed_in(district.dispatcher)
    answer = send_json(desk, "/api/v1/intake/", whole(district, **wrong), key=str(uuid4()))
    assert (answer.status_code, Incident.objects.count()) == (status, 0), answer.json()
    assert send_json(desk, "/api/v1/intake/", whole(district)).status_code == 400


def test_an_officer_and_a_stranger_log_nothing(district: District, neighbor: District) -> None:
    officer = signed_in(district.officer(district.cit_officer))
    assert send_json(officer, "/api/v1/intake/", whole(district), key=str(uuid4())).status_code == 403
    stranger = signed_in(neighbor.dispatcher)
    assert send_json(stranger, "/api/v1/intake/", whole(district), key=str(uuid4())).status_code == 422
    assert not Incident.objects.exists()


def test_a_draft_is_begun_saved_read_and_discarded(district: District) -> None:
    desk, key = signed_in(district.dispatcher), str(uuid4())
    begun = send_json(desk, "/api/v1/drafts/", {"typed": {"extension": "4204"}}, key=key)
    again = send_json(desk, "/api/v1/drafts/", {}, key=key)
    assert (begun.status_code, again.json()["id"]) == (201, begun.json()["id"])
    here = f"/api/v1/drafts/{begun.json()['id']}/"
    saved = send_json(desk, here, {"step": 2, "typed": {"said": "newer"}}, method="put")
    late = send_json(desk, here, {"step": 1, "typed": {"said": "older"}}, method="put")
    assert (saved.json()["typed"], late.json()["typed"]) == ({"said": "newer"}, {"said": "newer"})
    assert desk.get(here).json()["step"] == 2
    assert [row["id"] for row in desk.get("/api/v1/drafts/").json()["results"]] == [begun.json()["id"]]
    assert send_json(desk, f"{here}discard/", {}).json()["ended_as"] == "discarded"
    assert desk.get("/api/v1/drafts/").json()["results"] == []


def test_a_draft_refuses_what_no_form_holds(district: District) -> None:
    desk = signed_in(district.dispatcher)
    here = f"/api/v1/drafts/{take(district.dispatcher).pk}/"
    for typed in ({"password": "x"}, {"said": {"a": 1}}, {"officers": ["x"] * 6}):
        assert send_json(desk, here, {"step": 1, "typed": typed}, method="put").status_code == 422
    assert send_json(desk, here, {"step": 0, "typed": {}}, method="put").status_code == 400
    assert Draft.objects.get().typed == {}


def test_nobody_else_reads_a_draft(district: District, neighbor: District) -> None:
    here = f"/api/v1/drafts/{take(district.dispatcher, said='Planted').pk}/"
    for who in (district.supervisor, neighbor.dispatcher, district.officer(district.cit_officer)):
        client = signed_in(who)
        assert client.get(here).status_code == 404
        assert send_json(client, f"{here}discard/", {}).status_code == 404
        assert send_json(client, here, {"step": 1, "typed": {}}, method="put").status_code == 404
    assert Draft.objects.get().typed == {"said": "Planted"}


def test_the_codes_are_the_agencys_own_and_the_standard_while_it_has_none(
    district: District, neighbor: District
) -> None:
    desk = signed_in(district.dispatcher)
    assert len(desk.get("/api/v1/natures/").json()["results"]) == 20
    agency = district.campus.agency
    NatureCode.objects.create(agency=agency, nature="suicidal_ideation", code="10", words=["sad"])
    NatureCode.objects.create(agency=agency, nature="medical", code="20", active=False)
    assert [row["code"] for row in desk.get("/api/v1/natures/").json()["results"]] == ["10"]
    assert len(signed_in(neighbor.dispatcher).get("/api/v1/natures/").json()["results"]) == 20
