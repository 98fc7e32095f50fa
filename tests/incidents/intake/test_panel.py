"""The panel as a browser without script sees it: plain forms and links, and nothing that was typed is lost."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import clock
from incidents.models import Assignment, Call, Draft, Incident, Subject
from officers.models import Extension, Officer, Room
from tests.cast import District, officer
from tests.incidents.desk import signed_in
from tests.incidents.intake.taking import log

WHERE = "ahs 204"


def begun(desk: Client) -> Draft:
    """A call that was just answered."""
    answer = desk.post("/drafts/", {"client_key": str(uuid4())})
    draft = Draft.objects.get(ended_at=None)
    assert (answer.status_code, answer["Location"]) == (303, f"/board/intake/?draft={draft.pk}")
    return draft


def typed(**changes: Any) -> dict[str, Any]:
    """The least that leads to somebody on the way."""
    return {"place_text": WHERE, "nature_text": "su", "act": "send", **changes}


def end(desk: Client, draft: Draft, **changes: Any) -> Any:
    """The answer to the button that logs."""
    return desk.post(f"/drafts/{draft.pk}/log/", typed(**changes))


def test_a_call_is_taken_saved_and_sent_by_plain_forms(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    assert "Take a call" in desk.get("/board/intake/").content.decode()
    saved = desk.post(f"/drafts/{draft.pk}/", typed(said="He has a knife"))
    assert saved.status_code == 303
    page = desk.get(saved["Location"]).content.decode()
    for words in ("He has a knife", "heard: knife", "Log and send C-12", "P2", WHERE):
        assert words in page
    logged = end(desk, draft, said="He has a knife")
    incident = Incident.objects.get()
    assert (logged.status_code, logged["Location"]) == (303, f"/incidents/{incident.pk}/")
    assert (incident.room, incident.status) == (district.room, "dispatched")
    assert Assignment.objects.get().officer == district.cit_officer


def test_log_only_sends_nobody_even_when_a_unit_is_marked(district: District) -> None:
    desk = signed_in(district.dispatcher)
    end(desk, begun(desk), act="log", officers=str(district.cit_officer.pk))
    assert (Incident.objects.get().status, Assignment.objects.count()) == ("received", 0)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"nature_text": "zz"}, "Nature"),
        ({"place_text": ""}, "Say where it is"),
        ({"place": f"room:{uuid4()}", "place_text": "A room"}, "no longer in the list"),
        ({"caller_name": "x" * 81}, "at most 80 characters"),
        ({"origin": "scheduled"}, "the time must lie ahead"),
        ({"received_via": "pigeon"}, "pigeon"),
    ],
)
def test_a_call_with_a_mistake_keeps_all_that_was_typed(district: District, wrong: dict[str, str], words: str) -> None:
    desk = signed_in(district.dispatcher)
    answer = end(desk, begun(desk), **{"act": "log", "said": "Planted words", "callback": "555-0101", **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert not Call.objects.exists()
    assert "Planted words" in page
    assert "555-0101" in page


def test_a_room_that_is_gone_is_told_and_the_words_stay(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft, key = begun(desk), f"room:{district.room.pk}"
    Room.objects.filter(pk=district.room.pk).update(active=False)
    answer = end(desk, draft, place=key, place_text="Agave High School, room B-204")
    assert answer.status_code == 422
    assert "no longer in the list" in answer.content.decode()
    assert 'value="Agave High School, room B-204"' in answer.content.decode()


def test_words_that_name_no_place_are_off_campus(district: District) -> None:
    desk = signed_in(district.dispatcher)
    end(desk, begun(desk), place_text="Corner of Fifth and Main", act="log")
    incident = Incident.objects.get()
    assert (incident.campus.name, incident.place_text) == ("Off campus", "Corner of Fifth and Main")


def test_the_telephone_fills_the_place(district: District) -> None:
    Extension.objects.create(agency=district.campus.agency, campus=district.campus, room=district.room, number="4204")
    desk = signed_in(district.dispatcher)
    end(desk, begun(desk), place_text="", extension="4204")
    assert (Incident.objects.get().room, Call.objects.get().extension) == (district.room, "4204")
    assert "Ext. 4204" in desk.get("/board/intake/?extension=4204").content.decode()


def test_who_was_taken_meanwhile_is_named_and_the_next_is_marked(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    elsewhere = log(district, by=district.supervisor, officers=[district.cit_officer], at=clock.now()).incident
    answer = end(desk, draft, officers=str(district.cit_officer.pk), said="Still here")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert f"C-12 was sent to {elsewhere.number} by Ocotillo" in page
    for words in ("Send S-21 instead?", "Log and send S-21", "Still here"):
        assert words in page
    assert Call.objects.count() == 1


def test_who_went_off_duty_is_told_and_the_next_is_marked(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="off_duty")
    answer = end(desk, draft, officers=str(district.cit_officer.pk))
    assert answer.status_code == 422
    for words in ("C-12 is not available.", "Send S-21 instead?"):
        assert words in answer.content.decode()


def test_people_are_added_and_left_out_by_plain_buttons(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    two = {"subject-0-description": "gray hoodie", "subject-1-description": "red cap", "subject-1-grade": "g10"}
    desk.post(f"/drafts/{draft.pk}/", {"more": "1", "subject-0-description": "gray hoodie"})
    assert "subject-1-name" in desk.get("/board/intake/").content.decode()
    desk.post(f"/drafts/{draft.pk}/", {**two, "remove": "0"})
    draft.refresh_from_db()
    assert (draft.typed["subject-0-description"], draft.typed["subject-0-grade"]) == ("red cap", "g10")
    end(desk, draft, **two)
    assert set(Subject.objects.values_list("description", "grade")) == {("gray hoodie", ""), ("red cap", "g10")}


def test_a_suggested_nature_is_taken_by_a_plain_button(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    desk.post(f"/drafts/{draft.pk}/", {"nature_text": "she wants to die"})
    assert 'value="SU Suicidal thoughts"' in desk.get("/board/intake/").content.decode()
    desk.post(f"/drafts/{draft.pk}/", {"nature_text": "she wants to die", "use_nature": "SU Suicidal thoughts"})
    draft.refresh_from_db()
    assert draft.typed["nature_text"] == "SU Suicidal thoughts"


def test_the_call_joins_a_known_incident_by_one_button(district: District) -> None:
    first = log(district, at=clock.now()).incident
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    desk.post(f"/drafts/{draft.pk}/", typed())
    assert f"Add to {first.number}" in desk.get("/board/intake/").content.decode()
    answer = end(desk, draft, said="The same student", attach_to=str(first.pk))
    assert (answer.status_code, answer["Location"]) == (303, f"/incidents/{first.pk}/")
    assert (Incident.objects.count(), first.calls.count()) == (1, 2)
    draft.refresh_from_db()
    assert (draft.typed, draft.ended_as) == ({}, "attached")


def test_an_attaching_to_nothing_is_refused_and_nothing_is_logged(district: District, neighbor: District) -> None:
    theirs = log(neighbor, at=clock.now()).incident
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    assert end(desk, draft, attach_to=str(theirs.pk)).status_code == 404
    assert end(desk, draft, attach_to="x").status_code == 422
    assert not Call.objects.filter(agency_id=district.campus.agency_id).exists()


def test_discarding_asks_first(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    assert "What was typed is lost" in desk.get(f"/drafts/{draft.pk}/discard/").content.decode()
    assert Draft.objects.get().ended_at is None
    assert desk.post(f"/drafts/{draft.pk}/discard/")["Location"] == "/board/"
    assert Draft.objects.get().ended_as == "discarded"


def test_ten_thousand_words_are_logged_whole_and_one_more_character_than_may_be_is_told(district: District) -> None:
    desk, words = signed_in(district.dispatcher), ("crisis " * 10_000).strip()
    end(desk, begun(desk), said=words, act="log")
    assert Call.objects.get().said == words
    draft = begun(desk)
    assert desk.post(f"/drafts/{draft.pk}/", {"said": "x" * 100_001}).status_code == 422


def test_pasted_control_characters_are_kept_but_for_the_one_that_no_text_holds(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    refused = end(desk, draft, said="a\0b")
    assert (refused.status_code, Call.objects.count()) == (400, 0)
    end(desk, draft, said="a\x07b\x1b[31m", act="log")
    assert Call.objects.get().said == "a\x07b\x1b[31m"


def test_a_saving_from_a_script_answers_with_what_follows_from_it(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    body = typed(step="4", q04="in_hand")
    answer = desk.post(f"/drafts/{draft.pk}/", body, headers={"HX-Request": "true"}).content.decode()
    for words in ('data-step="4"', 'data-rings="weapon"', "C-12", "P1"):
        assert words in answer
    late = desk.post(f"/drafts/{draft.pk}/", typed(step="3", said="old"), headers={"HX-Request": "true"})
    assert 'data-step="4"' in late.content.decode()
    assert "data-kept" in answer
    assert "data-kept" not in late.content.decode()
    draft.refresh_from_db()
    assert "said" not in draft.typed


@pytest.mark.parametrize("officers", [0, 40])
def test_a_saving_costs_the_same_however_many_officers_there_are(district: District, officers: int) -> None:
    for number in range(officers):
        officer(district.campus, f"Person {number}", f"X-{number}", cit=number % 2 == 0)
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    with CaptureQueriesContext(connection) as found:
        assert desk.post(f"/drafts/{draft.pk}/", typed(step="1"), headers={"HX-Request": "true"}).status_code == 200
    assert len(found) <= 20, [query["sql"][:80] for query in found.captured_queries]


def test_logging_and_sending_takes_a_bounded_number_of_statements(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    with CaptureQueriesContext(connection) as found:
        assert end(desk, draft, officers=str(district.cit_officer.pk)).status_code == 303
    work = [query["sql"] for query in found.captured_queries if "SAVEPOINT" not in query["sql"]]
    assert len(work) <= 40, [sql[:80] for sql in work]


def test_the_newest_saving_is_seen_by_a_tab_that_opens_later(district: District) -> None:
    desk = signed_in(district.dispatcher)
    draft = begun(desk)
    desk.post(f"/drafts/{draft.pk}/", typed(said="kept by the server"))
    Draft.objects.filter(pk=draft.pk).update(answered_at=clock.now() - timedelta(minutes=3))
    again = signed_in(district.dispatcher).get("/board/intake/").content.decode()
    assert "kept by the server" in again
    assert f'data-draft="{draft.pk}"' in again
    assert "kept by the server" not in signed_in(district.supervisor).get("/board/intake/").content.decode()
