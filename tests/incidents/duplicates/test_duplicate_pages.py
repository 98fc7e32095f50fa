"""Adding, merging and splitting through the pages and the API, and how near is near."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

from core.models import Event
from incidents.models import Call, DuplicateRule, Incident
from incidents.selectors import duplicates as selector
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import post, send_json, signed_in
from tests.incidents.duplicates.told import add, merge


def form(**changes: str) -> dict[str, str]:
    typed = {"client_key": str(uuid4()), "said": "The same again", "received_via": "radio", "caller_role": "nurse"}
    return {**typed, "nature": "suicide_attempt", "callback": "555-0102", **changes}


def test_a_call_is_added_on_its_page_and_raises_the_priority(district: District) -> None:
    incident = log_call(district).incident
    desk, path = signed_in(district.dispatcher), f"/incidents/{incident.pk}/attach/"
    assert "Add a call" in desk.get(path).content.decode()
    typed = form()
    assert desk.post(path, typed)["Location"] == f"/incidents/{incident.pk}/"
    assert desk.post(path, typed).status_code == 303
    incident.refresh_from_db()
    assert (incident.priority, incident.calls.count(), Incident.objects.count()) == ("p1", 2, 1)


def test_a_call_with_a_mistake_keeps_what_was_typed(district: District) -> None:
    incident = log_call(district).incident
    refused = signed_in(district.dispatcher).post(f"/incidents/{incident.pk}/attach/", form(caller_role=""))
    assert refused.status_code == 422
    for words in ("The same again", "555-0102"):
        assert words in refused.content.decode()
    assert Call.objects.count() == 1


def test_an_incident_is_merged_by_the_last_digits_of_the_other(district: District) -> None:
    goes_on, other = log_call(district).incident, log_call(district).incident
    desk, path = signed_in(district.dispatcher), f"/incidents/{other.pk}/merge/"
    page = desk.get(path).content.decode()
    assert f'Looks like <b class="mono">{goes_on.number}</b>: same callback number, same room' in page
    assert f'<option value="{goes_on.number}">' in page
    assert post(desk, path, other, into="999", merge_reason="same_event").status_code == 422
    done = post(desk, path, other, into=str(int(goes_on.number[3:])), merge_reason="same_event")
    assert done["Location"] == f"/incidents/{goes_on.pk}/"
    other.refresh_from_db()
    assert (other.status, other.merged_into_id) == ("merged", goes_on.pk)
    assert desk.get(path).status_code == 409


def test_an_incident_with_units_is_refused_with_words(district: District) -> None:
    goes_on, other = log_call(district).incident, log_call(district).incident
    desk, path = signed_in(district.dispatcher), f"/incidents/{other.pk}/merge/"
    arrived(district, other)
    refused = post(desk, path, other, into=goes_on.number, merge_reason="same_event")
    assert refused.status_code == 422
    assert f"Merge {goes_on.number} into it instead" in refused.content.decode()


def test_a_call_is_split_off_from_the_list_of_calls(district: District) -> None:
    incident = log_call(district).incident
    call = add(district, incident)
    desk = signed_in(district.dispatcher)
    link = f"/incidents/{incident.pk}/split/?call={call.pk}"
    assert link in desk.get(f"/incidents/{incident.pk}/").content.decode()
    assert re.search(f'value="{call.pk}"[^>]* checked', desk.get(link).content.decode())
    path = f"/incidents/{incident.pk}/split/"
    assert post(desk, path, incident, call=str(call.pk)).status_code == 422
    done = post(desk, path, incident, call=str(call.pk), split_reason="other_person")
    call.refresh_from_db()
    assert done["Location"] == f"/incidents/{call.incident_id}/"
    assert call.incident_id != incident.pk
    for one in (incident.pk, call.incident_id):
        assert f"Call {call.number} was split off" in desk.get(f"/incidents/{one}/").content.decode()


def test_a_program_adds_merges_and_splits(district: District, neighbor: District) -> None:
    goes_on, other = log_call(district).incident, log_call(district).incident
    desk, here = signed_in(district.dispatcher), f"/api/v1/incidents/{goes_on.pk}/"
    body: dict[str, Any] = {"said": "Again", "received_via": "radio", "caller_role": "nurse"}
    body |= {"answers": {"q04": "in_hand"}, "subjects": [{"name": "Lee Example"}]}
    key = str(uuid4())
    first, again = (send_json(desk, f"{here}calls/", body, key=key) for _ in range(2))
    assert (first.status_code, first.json()["id"]) == (201, again.json()["id"])
    assert send_json(desk, f"{here}calls/", body).status_code == 400
    move = {"move": "merge", "version": 1, "into": str(goes_on.pk), "merge_reason": "logged_twice"}
    merged = send_json(desk, f"/api/v1/incidents/{other.pk}/moves/", move)
    assert (merged.status_code, merged.json()["status"]) == (200, "merged")
    goes_on.refresh_from_db()
    part = {"version": goes_on.version, "call": str(other.calls.get().pk), "split_reason": "by_mistake"}
    assert send_json(desk, f"{here}split/", part).json()["id"] == str(other.pk)
    stranger = signed_in(neighbor.dispatcher)
    for path, sent in ((f"{here}calls/", body), (f"{here}split/", part)):
        assert send_json(stranger, path, sent, key=str(uuid4())).status_code == 404
    assert send_json(signed_in(neighbor.dispatcher), f"/api/v1/incidents/{other.pk}/moves/", move).status_code == 404


def test_a_program_asks_what_is_likely_in_a_body_and_not_in_an_address(district: District) -> None:
    incident = log_call(district).incident
    Incident.objects.update(received_at=NOON)
    desk, place = signed_in(district.dispatcher), {"campus": str(district.campus.pk), "room": str(district.room.pk)}
    assert send_json(desk, "/api/v1/calls/likely/", place).json()["results"] == []
    now = selector.likely(district.dispatcher, campus=district.campus.pk, room=district.room.pk, at=NOON)
    assert [like.known.number for like in now] == [incident.number]
    assert (
        send_json(signed_in(district.officer(district.cit_officer)), "/api/v1/calls/likely/", place).status_code == 403
    )


def test_a_supervisor_sets_how_near_is_near(district: District, neighbor: District) -> None:
    log_call(district)
    boss, path = signed_in(district.supervisor), "/dispatch/duplicates/"
    late = {"campus": district.campus.pk, "room": district.room.pk, "at": NOON + timedelta(minutes=20)}
    assert selector.likely(district.dispatcher, **late) == []
    assert boss.post(path, {"version": "0", "minutes": "300"}).status_code == 422
    assert boss.post(path, {"version": "0", "minutes": "30"}).status_code == 303
    assert len(selector.likely(district.dispatcher, **late)) == 1
    assert boss.post(path, {"version": "0", "minutes": "10"}).status_code == 409
    assert DuplicateRule.objects.get().minutes == 30
    assert Event.objects.get(type="duplicates.set").facts == {"minutes": 30, "was": 15}
    assert signed_in(district.dispatcher).get(path).status_code == 403
    assert selector.rule(neighbor.dispatcher).minutes == 15


def test_zero_minutes_switch_the_suggestion_off(district: District) -> None:
    log_call(district)
    api = "/api/v1/dispatch/duplicates/"
    set_to = send_json(signed_in(district.supervisor), api, {"version": 0, "minutes": 0})
    assert set_to.json() == {"minutes": 0, "version": 1}
    assert signed_in(district.dispatcher).get(api).json() == {"minutes": 0, "version": 1}
    assert selector.likely(district.dispatcher, campus=district.campus.pk, room=district.room.pk, at=NOON) == []


def test_a_merged_incident_leads_to_the_one_that_goes_on(district: District) -> None:
    goes_on, other = log_call(district).incident, log_call(district).incident
    merge(district, other, goes_on)
    page = signed_in(district.dispatcher).get(f"/incidents/{other.pk}/").content.decode()
    assert f'href="/incidents/{goes_on.pk}/"' in page
    assert "/attach/" not in page
