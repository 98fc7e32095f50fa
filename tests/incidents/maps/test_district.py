"""The map of the district and the map beside an incident: who is where, and who may know."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.actors import Actor
from core.errors import Forbidden
from incidents.selectors import district as selector
from incidents.selectors import maps
from officers.models import Campus, CampusOutline, Officer, User
from officers.roles import Duty
from tests.cast import District, arrived, log_call, officer

RING = [[-105.42, 30.61], [-105.417, 30.61], [-105.417, 30.612]]


@pytest.fixture
def outlined(district: District) -> CampusOutline:
    """The campus of the cast on the map."""
    return CampusOutline.objects.create(agency=district.campus.agency, campus=district.campus, ring=RING)


def at(district: District, actor: Actor | None = None) -> dict[str, Any]:
    """What is at the campus of the cast."""
    (found,) = [row for row in selector.campuses(actor or district.dispatcher) if row["id"] == district.campus.pk]
    return found


def get(actor: Actor, path: str, **headers: str) -> Any:
    """One page for this person."""
    client = Client(headers=headers)
    client.force_login(User.objects.get(pk=actor.person))
    return client.get(path)


def test_incidents_and_units_stand_at_their_campus(district: District, outlined: CampusOutline) -> None:
    incident = log_call(district).incident
    found = at(district)
    assert [row["number"] for row in found["incidents"]] == [incident.number]
    assert [(row["call_sign"], row["status"]) for row in found["units"]] == [
        ("C-12", "available"),
        ("S-21", "available"),
    ]
    assert found["ring"] == RING


def test_a_unit_is_where_it_was_last_until_it_arrives(district: District) -> None:
    agency = district.campus.agency
    elsewhere = Campus.objects.create(agency=agency, name="Yucca Elementary", code="YUE", kind="elementary")
    Officer.objects.filter(pk=district.cit_officer.pk).update(last_campus=elsewhere)
    assert "C-12" not in [row["call_sign"] for row in at(district)["units"]]
    arrived(district, log_call(district).incident)
    assert {"call_sign": "C-12", "status": "on_scene", "at": district.campus.pk} in at(district)["units"]


def test_who_is_off_duty_is_nowhere(district: District) -> None:
    Officer.objects.update(duty=Duty.OFF_DUTY)
    assert at(district)["units"] == []


def test_only_the_desk_sees_the_district(district: District, neighbor: District) -> None:
    with pytest.raises(Forbidden):
        selector.campuses(district.officer(district.cit_officer))
    log_call(neighbor)
    assert at(district)["incidents"] == []
    assert all(row["id"] != neighbor.campus.pk for row in selector.campuses(district.dispatcher))


def test_the_list_and_the_picture_say_the_same_without_script(district: District, outlined: CampusOutline) -> None:
    number = log_call(district).incident.number
    body = get(district.dispatcher, "/district/").content.decode()
    for part in (number, "Agave High School", 'data-corners="-105.42,30.61 ', "AHS, 1 open", 'data-incident="p'):
        assert part in body, part
    alone = get(district.dispatcher, "/district/live/").content.decode()
    assert number in alone
    assert "<html" not in alone


def test_a_district_without_outlines_says_so(district: District) -> None:
    body = get(district.dispatcher, "/district/").content.decode()
    assert "No campus has an outline yet" in body
    assert "Not on the map" in body


def test_the_statements_do_not_grow_with_the_incidents(district: District, outlined: CampusOutline) -> None:
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as counted:
            selector.campuses(district.dispatcher)
        counts.append(len(counted))
        for _call in range(5):
            log_call(district)
    assert counts == [4, 4]


def test_the_map_of_an_incident_is_a_panel_for_script_and_a_page_without(district: District) -> None:
    incident = log_call(district).incident
    path = f"/board/map/{incident.pk}/"
    page, panel = get(district.dispatcher, path), get(district.dispatcher, path, **{"HX-Request": "true"})
    assert ("<html" in page.content.decode(), "<html" in panel.content.decode()) == (True, False)
    assert "HX-Request" in page["Vary"]
    assert get(district.dispatcher, f"{path}?floor=roof").status_code == 400


def test_an_officer_sees_the_map_of_their_own_incident_alone(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    path = f"/board/map/{incident.pk}/"
    assert get(district.officer(district.cit_officer), path).status_code == 200
    assert get(district.officer(district.other_officer), path).status_code == 404


def test_units_on_scene_stand_in_the_room_and_free_ones_on_the_campus(district: District) -> None:
    arrived(district, log_call(district).incident)
    assert maps.units(district.dispatcher, district.campus) == [("C-12", district.room), ("S-21", None)]


def test_the_map_of_an_incident_asks_five_statements_however_many_units_there_are(district: District) -> None:
    incident = maps.one(district.dispatcher, log_call(district).incident.pk)
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as counted:
            maps.panel(district.dispatcher, incident)
        counts.append(len(counted))
        for more in range(6):
            officer(district.campus, f"Basalt{number}{more}", f"X-{number}{more}", cit=False)
    assert counts[0] == counts[1] <= 5
