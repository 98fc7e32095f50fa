"""For whom the pages exist, what waits for whom, and what a page may ask of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.actors import Actor
from core.models import Event
from incidents.models import Assignment
from incidents.selectors import waiting_for
from incidents.services import assignments
from tests.cast import District, arrived, filed, log_call, officer
from tests.incidents.desk import signed_in, typed


def test_an_officer_may_not_work_the_desk_and_sees_only_their_own_incidents(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    mine, other = (signed_in(district.officer(who)) for who in (district.cit_officer, district.other_officer))
    here = f"/incidents/{incident.pk}/"
    assert mine.get(here).status_code == 200
    for path in ("/calls/new/", f"{here}assess/", f"{here}send/", f"{here}close/"):
        assert mine.get(path).status_code == 403
    assert mine.post("/calls/new/", typed(district)).status_code == 403
    for path in (here, f"{here}assess/", f"{here}record/"):
        assert other.get(path).status_code == 404
    assert signed_in(district.dispatcher).get("/tablet/").status_code == 403
    assert signed_in(district.dispatcher).get("/records/").status_code == 403


def test_a_stranger_finds_no_page_of_the_case(district: District, neighbor: District) -> None:
    record = filed(district)
    part = Assignment.objects.get()
    here, own = f"/incidents/{record.incident_id}/", f"/records/{record.pk}/"
    forms = [f"{here}{name}/" for name in ("assess", "send", "close", "cancel", "reopen", "record")]
    forms += [own, f"{own}return/", f"/assignments/{part.pk}/cancel/"]
    moves = [f"{here}move/", f"{own}move/", f"/assignments/{part.pk}/move/"]
    before = Event.objects.count()
    for stranger in (neighbor.dispatcher, neighbor.supervisor, neighbor.officer(neighbor.cit_officer)):
        client = signed_in(stranger)
        assert [client.get(path).status_code for path in [here, *forms]] == [404] * (len(forms) + 1)
        body = {"version": 1, "move": "clear"}
        assert [client.post(path, body).status_code for path in [*forms, *moves]] == [404] * (len(forms) + 3)
    assert Event.objects.count() == before


def titles(actor: Actor) -> list[str]:
    return [str(item.title) for item in waiting_for(actor)]


def test_what_waits_for_each_of_them(district: District, neighbor: District) -> None:
    waiting = log_call(district).incident
    me = district.officer(district.cit_officer)
    part = arrived(district, log_call(district, nature="panic_anxiety").incident)
    assert titles(district.dispatcher) == ["Suicidal thoughts"]
    assert titles(me) == ["Panic or anxiety", "Record to file"]
    assignments.clear(part, actor=me, expected_version=None)
    assert titles(me) == ["Record to file"]
    filed(district)
    assert "Record to review" in titles(district.supervisor)
    assert waiting_for(district.dispatcher)[0].url == f"/incidents/{waiting.pk}/send/"
    assert titles(neighbor.supervisor) == titles(neighbor.officer(neighbor.cit_officer)) == []


@pytest.mark.parametrize("path", ["/records/", "/records/?status=submitted", "/tablet/", "send", "incident"])
def test_no_page_asks_more_of_the_database_when_there_is_more(district: District, path: str) -> None:
    who = district.supervisor
    incident = log_call(district).incident
    if path == "/tablet/":
        who = district.officer(district.cit_officer)
    elif path == "send":
        path = f"/incidents/{incident.pk}/send/"
    elif path == "incident":
        path = f"/incidents/{filed(district).incident_id}/"
    client, counts = signed_in(who), []
    for number in range(2):
        filed(district)
        officer(district.campus, f"Mesquite{number}", f"M-{number}", cit=True)
        with CaptureQueriesContext(connection) as found:
            assert client.get(path).status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1] <= (21 if "/incidents/" in path and "send" not in path else 16)
