"""Asking the script: branches, several answers, whom it brings, and a priority set against it."""

from typing import Any

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Answer, Incident, PriorityChange
from incidents.selectors import incidents as cases
from incidents.services import assessments, priorities_set
from tests.cast import CALM, NOON, District, log_call
from tests.incidents.desk import post, send_json, signed_in


def asked(district: District, incident: Incident | None = None, lower: str = "", **answers: str) -> Incident:
    case = incident or log_call(district, nature="panic_anxiety").incident
    given = {**CALM, **answers}
    return assessments.assess(
        case, actor=district.dispatcher, expected_version=None, answers=given, lower=lower, at=NOON
    )


def put(district: District, incident: Incident, priority: str, **typed: Any) -> Incident:
    return priorities_set.prioritize(
        incident, actor=district.dispatcher, expected_version=None, priority=priority, at=NOON, **typed
    )


def test_a_branch_that_was_not_taken_is_neither_kept_nor_counted(district: District) -> None:
    incident = asked(district, q05a="yes", q05c="yes")
    assert incident.priority == "p4"
    assert not Answer.objects.filter(question__startswith="q05a").exists()


def test_a_branch_that_was_left_again_no_longer_counts(district: District) -> None:
    incident = asked(district, q05="hints", q05c="yes")
    assert incident.priority == "p1"
    incident = asked(district, incident)
    assert incident.priority == "p4"
    assert {answer.question for answer in cases.latest_answers(incident)} == set(CALM)


def test_several_answers_are_kept_as_one_and_read_as_words(district: District) -> None:
    incident = asked(district, q09="answers_unseen_voices,pacing")
    assert (incident.priority, Answer.objects.get(question="q09").value) == ("p2", "answers_unseen_voices,pacing")
    page = signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/").content.decode()
    assert "Answers unseen voices, Pacing" in page


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("q09", "calm,pacing"),
        ("q09", "pacing,pacing"),
        ("q04", "no,in_hand"),
        ("q08", "Ana"),
        ("q99", "no"),
        ("q09", ""),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_kept(question: str, value: str, district: District) -> None:
    with pytest.raises(BrokenRule) as refusal:
        asked(district, **{question: value})
    assert set(refusal.value.fields) == {question}
    assert not Answer.objects.exists()


def test_a_priority_is_raised_at_once_and_kept_with_who_did_it(district: District) -> None:
    incident = put(district, asked(district), "p1")
    assert incident.priority == "p1"
    change = PriorityChange.objects.get(new="p1")
    assert (change.old, change.reason, change.by_id) == ("p4", "dispatcher_judgment", district.dispatcher.person)


def test_a_priority_is_lowered_only_with_a_reason(district: District) -> None:
    incident = asked(district, q04="in_hand")
    with pytest.raises(BrokenRule) as refusal:
        put(district, incident, "p3")
    assert set(refusal.value.fields) == {"reason"}
    assert Incident.objects.get().priority == "p1"
    assert put(district, incident, "p3", reason="on_scene_update").priority == "p3"


def test_lowering_a_p1_is_told_with_what_it_was_and_why(district: District) -> None:
    put(district, asked(district, q04="in_hand"), "p2", reason="entered_in_error")
    event = Event.objects.get(type="incident.prioritized")
    assert event.facts == {"priority": "p2", "was": "p1", "reason": "entered_in_error"}


def test_setting_what_holds_already_is_refused_with_words(district: District) -> None:
    with pytest.raises(BrokenRule, match="Nothing was changed"):
        put(district, asked(district), "p4")


def test_a_cit_officer_is_asked_for_by_hand_and_never_dropped_again(district: District) -> None:
    incident = put(district, asked(district), "p4", cit=True)
    assert (incident.cit_required, incident.cit_triggers) == (True, ["desk_asks"])
    incident = put(district, incident, "p3", cit=False)
    assert incident.cit_required
    incident = asked(district, incident, lower="answers_changed")
    assert (incident.priority, incident.cit_required) == ("p4", True)
    assert "desk_asks" in incident.cit_triggers


def test_asking_again_after_an_override_keeps_the_more_urgent(district: District) -> None:
    incident = put(district, asked(district), "p2")
    incident = asked(district, incident, q07="alone")
    assert incident.priority == "p2"
    incident = asked(district, incident, q04="in_hand")
    assert incident.priority == "p1"


def test_asking_again_lowers_an_override_when_the_dispatcher_says_why(district: District) -> None:
    incident = put(district, asked(district), "p1")
    incident = asked(district, incident, lower="answers_changed")
    assert incident.priority == "p4"
    last = PriorityChange.objects.latest("created_at")
    assert (last.old, last.new, last.reason) == ("p1", "p4", "answers_changed")
    assert Event.objects.filter(type="incident.prioritized").count() == 2


def test_of_two_desks_that_set_a_priority_one_wins(district: District) -> None:
    incident = asked(district)
    put(district, incident, "p2")
    with pytest.raises(Conflict):
        priorities_set.prioritize(
            incident, actor=district.supervisor, expected_version=incident.version, priority="p1", at=NOON
        )
    assert Incident.objects.get().priority == "p2"


def test_an_officer_and_a_stranger_set_no_priority(district: District, neighbor: District) -> None:
    incident = asked(district)
    for actor in (district.officer(district.cit_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            priorities_set.prioritize(incident, actor=actor, expected_version=None, priority="p1", at=NOON)
    assert Incident.objects.get().priority == "p4"


def test_the_page_of_the_priority_shows_the_refusal_and_keeps_the_choice(district: District) -> None:
    desk, incident = signed_in(district.dispatcher), asked(district, q04="in_hand")
    path = f"/incidents/{incident.pk}/priority/"
    refused = post(desk, path, incident, priority="p3", reason="")
    assert refused.status_code == 422
    assert "Say why it is less urgent" in refused.content.decode()
    done = post(desk, path, incident, priority="p3", reason="on_scene_update")
    assert done["Location"] == f"/incidents/{incident.pk}/"


def test_the_piece_of_the_page_opens_a_branch_and_names_who_comes(district: District) -> None:
    desk, incident = signed_in(district.dispatcher), log_call(district).incident
    path = f"/incidents/{incident.pk}/assess/questions/"
    piece = desk.post(path, {"q04": "stated_only"}).content.decode()
    assert 'class="ask field" data-q="q04a"' in piece
    assert 'class="ask field off" data-q="q05a"' in piece
    assert "CIT officer" in piece
    assert not Answer.objects.exists()


def test_without_a_script_every_branch_stands_on_the_page_with_its_condition(district: District) -> None:
    incident = log_call(district).incident
    page = signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/assess/").content.decode()
    assert "If Weapon other than None reported" in page
    assert page.index('data-q="q04"') < page.index('data-q="q04a"') < page.index('data-q="q03"')


def test_every_answer_has_its_key_printed_and_no_key_twice_in_a_question(district: District) -> None:
    incident = log_call(district).incident
    page = signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/assess/").content.decode()
    for piece in page.split("<fieldset")[1:]:
        keys = [part.split('"')[0] for part in piece.split("</fieldset>")[0].split('data-key="')[1:]]
        assert len(keys) == len(set(keys)) == piece.split("</fieldset>")[0].count("<kbd>")


def test_the_api_sets_a_priority_and_tells_who_comes(district: District) -> None:
    desk, incident = signed_in(district.dispatcher), asked(district)
    here = f"/api/v1/incidents/{incident.pk}/"
    refused = send_json(desk, f"{here}priority/", {"version": incident.version, "priority": "p9"})
    assert refused.status_code == 400
    done = send_json(desk, f"{here}priority/", {"version": incident.version, "priority": "p2"})
    assert (done.status_code, done.json()["priority"]) == (200, "p2")
    told = desk.get(f"{here}assessment/").json()
    assert told["priority"] == "p4"
    assert {"slug": "school_admin", "rule": "minor:on_campus"} in told["responders"]


def test_a_person_known_to_be_grown_up_needs_no_school_administrator(district: District) -> None:
    incident = asked(district)
    assert "school_admin" in {who.slug for who in cases.verdict_of(incident).responders}
    incident.subjects.create(agency=district.campus.agency, role="staff", is_minor=False)
    assert "school_admin" not in {who.slug for who in cases.verdict_of(incident).responders}
