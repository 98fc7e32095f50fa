"""What a tablet keeps of the own assignments: everything of the scene and nothing of anyone."""

from typing import Any

from django.test import Client

from core import clock
from incidents.models import Subject
from incidents.services import assignments
from tests.cast import District, log_call
from tests.incidents.desk import signed_in

KEYS = {
    *("id", "version", "status", "times", "actions", "incident", "facts", "caution"),
    *("plan", "units", "contacts", "checks", "requests"),
}


def test_the_bundle_is_the_own_assignment_whole_and_names_nobody(
    district: District, django_assert_max_num_queries: Any
) -> None:
    incident = log_call(district, at=clock.now()).incident
    sent = assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=clock.now()
    )
    me = district.officer(district.cit_officer)
    assignments.arrive(sent, actor=me, expected_version=None)
    Subject.objects.create(
        agency=district.campus.agency, incident=incident, role="student", name="Nobody", student_number="S-77"
    )
    client = signed_in(me)
    with django_assert_max_num_queries(19):
        answer = client.get("/api/v1/tablet")
    said = answer.json()
    assert set(said) == {"unit", "shift", "card", "assignments", "server_time"}
    assert (said["unit"], said["card"]["cit"]) == ("C-12", True)
    (one,) = said["assignments"]
    assert set(one) == KEYS
    assert (one["status"], one["version"], one["actions"]) == ("on_scene", 2, ["clear"])
    assert one["incident"]["place"] == "Agave High School, B-204"
    assert one["incident"]["door"] == "B3"
    assert one["units"] == [{"unit": "C-12", "status": "on_scene", "cit": True}]
    assert one["contacts"] == {"count": 0, "last_result": ""}
    assert len(one["checks"]) == 1
    text = answer.content.decode()
    for hidden in ("Nobody", "S-77", "no point any more", "555-0101"):
        assert hidden not in text


def test_a_free_officer_gets_an_empty_list_and_a_desk_nothing(district: District, client: Client) -> None:
    log_call(district)
    said = signed_in(district.officer(district.other_officer)).get("/api/v1/tablet").json()
    assert said["assignments"] == []
    assert signed_in(district.dispatcher).get("/api/v1/tablet").status_code == 403
    assert client.get("/api/v1/tablet").status_code in (401, 403)
    refused = signed_in(district.officer(district.other_officer)).get("/api/v1/tablet?all=1")
    assert refused.status_code == 400
