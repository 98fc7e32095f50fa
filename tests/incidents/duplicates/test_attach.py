"""A call logged onto an incident that goes on: every word is kept, the most urgent wins, and it happens once."""

from uuid import uuid4

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Answer, Assignment, Call, Draft, Incident, PriorityChange, Subject
from incidents.selectors import family
from incidents.selectors import incidents as selector
from incidents.services import assessments, duplicates, incidents
from tests.cast import CALM, NOON, District, arrived, log_call
from tests.incidents.duplicates.told import LATER, add, merge, told


def assessed(district: District, **changes: str) -> Incident:
    incident = log_call(district, nature="panic_anxiety").incident
    answers = {**CALM, **changes}
    return assessments.assess(incident, actor=district.dispatcher, expected_version=None, answers=answers, at=NOON)


def test_number_caller_words_and_people_are_kept_and_the_units_stay(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    call = add(district, incident, subjects=[{"role": "student", "name": "Lee Example", "student_number": "S-77"}])
    assert (call.incident_id, call.case_id) == (incident.pk, incident.case_id)
    assert (call.number, call.caller_name, call.callback, call.extension) == (
        "26-0002",
        "R. Nurse",
        "555-0102",
        "4204",
    )
    assert call.said == "A student in B-204 is hurting herself."
    assert Incident.objects.count() == 1
    assert Assignment.objects.get().status == "on_scene"
    person = Subject.objects.get()
    assert (person.incident_id, person.call_id, person.student_number) == (incident.pk, call.pk, "S-77")
    assert [one.number for one in family.calls(family.members(incident))] == ["26-0001", "26-0002"]


def test_the_ledger_says_which_call_was_added_and_nothing_that_was_said(district: District) -> None:
    add(district, log_call(district).incident)
    event = Event.objects.get(type="call.attached")
    assert event.payload.count('"number":"26-0002"') == 1
    for words in ("R. Nurse", "555-0102", "hurting"):
        assert words not in event.payload


@pytest.mark.parametrize(
    ("told_answers", "nature", "expected"),
    [
        ({"q04": "in_hand"}, "panic_anxiety", "p1"),
        ({"q03": "no"}, "panic_anxiety", "p3"),
        ({}, "suicide_attempt", "p1"),
        ({}, "panic_anxiety", "p4"),
        ({}, "", "p4"),
    ],
)
def test_the_most_urgent_priority_wins(
    district: District, told_answers: dict[str, str], nature: str, expected: str
) -> None:
    incident = assessed(district)
    assert incident.priority == "p4"
    add(district, incident, answers=told_answers, nature=nature)
    incident.refresh_from_db()
    assert incident.priority == expected
    assert PriorityChange.objects.filter(rules__contains=["call:26-0002"]).exists() == (expected != "p4")


def test_a_calmer_call_lowers_nothing_and_hides_no_answer(district: District) -> None:
    incident = assessed(district, q04="in_hand")
    add(district, incident, nature="panic_anxiety", answers=CALM)
    incident.refresh_from_db()
    assert incident.priority == "p1"
    counted = {answer.question: answer.value for answer in selector.latest_answers(incident)}
    assert counted["q04"] == "in_hand"
    beside = family.answers_beside(family.members(incident))
    assert {answer.question: answer.value for answer in beside} == CALM


def test_the_same_key_again_is_the_same_call(district: District) -> None:
    incident, typed = log_call(district).incident, told()
    desk = {"actor": district.dispatcher, "at": LATER}
    first = duplicates.attach(incident, **desk, **typed)
    events = Event.objects.count()
    assert duplicates.attach(incident, **desk, **typed).pk == first.pk
    assert (Call.objects.count(), Event.objects.count()) == (2, events)
    with pytest.raises(BrokenRule, match="other words"):
        duplicates.attach(incident, **desk, **{**typed, "said": "Something else."})
    assert add(district, incident).number == "26-0003"


def test_the_draft_ends_as_added_with_nothing_left_in_it(district: District) -> None:
    incident, key = log_call(district).incident, uuid4()
    mine = {"agency": district.campus.agency, "client_key": key, "answered_at": NOON, "saved_at": NOON}
    draft = Draft.objects.create(owner_id=district.dispatcher.person, typed={"said": "So far"}, **mine)
    add(district, incident, client_key=key)
    draft.refresh_from_db()
    assert (draft.ended_as, draft.typed, draft.incident_id, draft.ended_at) == ("attached", {}, incident.pk, LATER)


def test_what_has_ended_takes_no_more_calls_and_says_what_to_do(district: District) -> None:
    over, goes_on = log_call(district).incident, log_call(district).incident
    incidents.cancel(over, actor=district.dispatcher, expected_version=None, close_reason="unfounded")
    merged = merge(district, log_call(district).incident, goes_on)
    for incident in (over, merged):
        with pytest.raises(Conflict, match="incident of its own"):
            add(district, incident)
    assert Call.objects.count() == 3


def test_only_the_desk_adds_calls(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    for actor in (district.officer(district.cit_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            duplicates.attach(incident, actor=actor, **told())
    assert (Call.objects.count(), Event.objects.filter(type="call.attached").count()) == (1, 0)


def test_answers_that_no_script_asks_are_left_out_and_the_call_is_kept(district: District) -> None:
    incident = log_call(district).incident
    call = add(district, incident, answers={"q04": "in_hand", "q99": "yes", "q03": "perhaps"})
    assert list(Answer.objects.filter(call=call).values_list("question", flat=True)) == ["q04"]


def test_ten_thousand_words_are_kept_to_the_last(district: District) -> None:
    said = "word " * 10_000
    call = add(district, log_call(district).incident, said=said)
    assert Call.objects.get(pk=call.pk).said == said
