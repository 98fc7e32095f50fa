"""Units, stacks and offers on pages and over HTTP."""

from typing import Any

from incidents.models import Assignment, Desk, Handover, Incident, PendingCall
from officers.models import Officer
from tests.cast import District
from tests.incidents.desk import post, send_json, signed_in, version

Crew = tuple[Assignment, Assignment]


def state(part: Assignment) -> str:
    return Assignment.objects.get(pk=part.pk).status


def test_the_desk_sets_an_officers_own_status(district: District) -> None:
    desk, path = signed_in(district.dispatcher), f"/units/{district.cit_officer.pk}/"
    assert "Set the status" in desk.get(path).content.decode()
    assert desk.post(path, {"duty": "busy"}).status_code == 303
    assert Officer.objects.get(pk=district.cit_officer.pk).duty == "busy"
    assert desk.post(path, {"duty": "off_duty"}).status_code == 422
    me = signed_in(district.officer(district.cit_officer))
    assert me.post(path, {"duty": "available"}).status_code == 403
    assert Officer.objects.get(pk=district.cit_officer.pk).duty == "busy"


def test_a_unit_of_another_agency_is_not_there(district: District, neighbor: District) -> None:
    assert signed_in(neighbor.dispatcher).get(f"/units/{district.cit_officer.pk}/").status_code == 404


def test_who_leads_is_changed_by_one_button(district: District, crew: Crew) -> None:
    desk = signed_in(district.dispatcher)
    page = desk.get(f"/incidents/{crew[0].incident_id}/").content.decode()
    assert f"/assignments/{crew[1].pk}/lead/" in page
    assert post(desk, f"/assignments/{crew[1].pk}/lead/", crew[1]).status_code == 303
    assert Assignment.objects.get(primary=True).pk == crew[1].pk
    assert desk.post(f"/assignments/{crew[0].pk}/lead/", {"version": 77}).status_code == 409


def test_one_is_freed_with_a_reason_and_not_without(district: District, crew: Crew) -> None:
    desk, path = signed_in(district.dispatcher), f"/assignments/{crew[1].pk}/release/"
    assert "Free S-21" in desk.get(path).content.decode()
    assert post(desk, path, crew[1]).status_code == 422
    assert state(crew[1]) == "dispatched"
    assert post(desk, path, crew[1], release_reason="shift_ends").status_code == 303
    assert state(crew[1]) == "cancelled"
    assert post(desk, f"/assignments/{crew[0].pk}/release/", crew[0], release_reason="relieved").status_code == 422


def test_a_swap_is_one_click_on_the_page_of_who_can_be_sent(district: District, crew: Crew) -> None:
    desk, path = signed_in(district.dispatcher), f"/assignments/{crew[0].pk}/swap/"
    page = desk.get(path).content.decode()
    assert "C-12 is freed in the moment in which the other one is sent." in page
    other = Officer.objects.get(call_sign="C-14")
    assert post(desk, path, crew[0], officer=str(other.pk)).status_code == 303
    assert state(crew[0]) == "cancelled"
    assert Assignment.objects.get(officer=other).primary


def test_closing_with_units_at_it_names_them_and_frees_them(district: District, crew: Crew, incident: Incident) -> None:
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/finish/"
    page = desk.get(path).content.decode()
    assert "Freed in the same moment" in page
    assert "C-12" in page
    assert post(desk, path, incident, close_reason="unfounded").status_code == 303
    assert Incident.objects.get(pk=incident.pk).status == "closed"


def test_all_are_freed_by_one_button(district: District, crew: Crew, incident: Incident) -> None:
    desk = signed_in(district.dispatcher)
    assert post(desk, f"/incidents/{incident.pk}/clear-all/", incident).status_code == 303
    assert (state(crew[0]), state(crew[1])) == ("clear", "clear")


def test_a_call_is_stacked_shown_on_the_unit_and_taken_off(district: District, incident: Incident) -> None:
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/pending/"
    assert desk.post(path, {"officer": str(district.cit_officer.pk)}).status_code == 303
    made = PendingCall.objects.get()
    assert "Take off" in desk.get(path).content.decode()
    assert "26-0001" in desk.get(f"/units/{district.cit_officer.pk}/").content.decode()
    answer = desk.post(f"/pending/{made.pk}/drop/", {"from": "unit"})
    assert answer["Location"] == f"/units/{district.cit_officer.pk}/"
    assert PendingCall.objects.get().ended_as == "dropped"


def test_an_incident_is_offered_on_a_page_and_taken_at_the_other_desk(
    district: District, incident: Incident, desks: tuple[Desk, Desk]
) -> None:
    here, there = signed_in(district.dispatcher), signed_in(district.supervisor)
    path = f"/incidents/{incident.pk}/transfer/"
    assert post(here, path, incident, to_desk=str(desks[1].pk), note="").status_code == 422
    assert post(here, path, incident, to_desk=str(desks[1].pk), note="Ask for Mr. Reed").status_code == 303
    made = Handover.objects.get()
    take = f"/handovers/{made.pk}/take/"
    assert take not in here.get(path).content.decode()
    page = there.get(path).content.decode()
    assert take in page
    assert "Ask for Mr. Reed" in page
    assert here.post(take)["Location"] == path
    assert Handover.objects.get().taken_at is None
    assert there.post(take)["Location"] == f"/incidents/{incident.pk}/"
    assert Incident.objects.get(pk=incident.pk).desk == desks[1]


def test_an_offer_is_withdrawn(district: District, incident: Incident, desks: tuple[Desk, Desk]) -> None:
    here = signed_in(district.dispatcher)
    post(here, f"/incidents/{incident.pk}/transfer/", incident, to_desk=str(desks[1].pk), note="x")
    made = Handover.objects.get()
    for _ in range(2):
        assert here.post(f"/handovers/{made.pk}/withdraw/").status_code == 303
    assert Handover.objects.get().taken_at is None


def test_the_same_over_http(district: District, crew: Crew, incident: Incident, desks: tuple[Desk, Desk]) -> None:
    desk = signed_in(district.dispatcher)

    def send(path: str, **body: Any) -> Any:
        return send_json(desk, f"/api/v1/{path}", body)

    led = send(f"assignments/{crew[1].pk}/moves/", move="lead", version=version(crew[1]))
    assert led.status_code == 200
    other = Officer.objects.get(call_sign="C-14")
    swapped = send(f"assignments/{crew[0].pk}/swap/", officer=str(other.pk), version=version(crew[0]))
    assert (swapped.status_code, swapped.json()["unit"]) == (201, "C-14")
    freed = send(f"assignments/{crew[1].pk}/release/", release_reason="relieved", version=version(crew[1]))
    assert freed.json()["status"] == "cancelled"
    offered = send(
        f"incidents/{incident.pk}/moves/",
        move="transfer",
        to_desk=str(desks[1].pk),
        note="x",
        version=version(incident),
    )
    assert offered.status_code == 200
    (standing,) = desk.get(f"/api/v1/incidents/{incident.pk}/handovers/").json()["results"]
    assert standing["to_desk"] == "Desk 2"
    assert send(f"handovers/{standing['id']}/moves/", move="take").status_code == 422
    assert send(f"handovers/{standing['id']}/moves/", move="withdraw").json()["ended_at"]
    cleared = send(f"incidents/{incident.pk}/clear-all/", version=version(incident))
    assert cleared.json()["status"] == "cleared"
    closed = send(f"incidents/{incident.pk}/finish/", close_reason="unfounded", version=version(incident))
    assert closed.json()["status"] == "closed"


def test_stacks_over_http(district: District, incident: Incident) -> None:
    desk, path = signed_in(district.dispatcher), f"/api/v1/incidents/{incident.pk}/pending/"
    made = send_json(desk, path, {"officer": str(district.cit_officer.pk)})
    assert made.status_code == 201
    assert desk.get(path).json()["results"] == [made.json()]
    dropped = send_json(desk, f"/api/v1/pending/{made.json()['id']}/drop/", {})
    assert dropped.json()["ended_as"] == "dropped"
    assert desk.get(path).json()["results"] == []


def test_in_the_consoles_panel_the_answer_is_the_panel_even_when_it_is_refused(district: District, crew: Crew) -> None:
    desk, path = signed_in(district.dispatcher), f"/assignments/{crew[1].pk}/lead/"
    for version_sent, words in ((77, "changed by someone else"), (version(crew[1]), "The lead was changed.")):
        answer = desk.post(path, {"version": version_sent}, headers={"HX-Target": "section#detail"})
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "<html" not in page
        assert words in page
    assert Assignment.objects.get(primary=True).pk == crew[1].pk
