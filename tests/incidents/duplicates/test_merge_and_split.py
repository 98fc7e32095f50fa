"""Merging and splitting: what goes apart again is as it was, whichever way it came together."""

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Answer, Incident, Subject
from incidents.selectors import family
from incidents.services import assessments, assignments, duplicates
from tests.cast import CALM, NOON, District, arrived, log_call
from tests.incidents.duplicates.told import LATER, add, merge, picture, split


def two(district: District) -> tuple[Incident, Incident]:
    """One that goes on, and a more urgent one, assessed and with a person, about the same."""
    goes_on = log_call(district, nature="panic_anxiety").incident
    desk = {"actor": district.dispatcher, "expected_version": None, "at": NOON}
    goes_on = assessments.assess(goes_on, answers=CALM, **desk)
    other = log_call(district, nature="self_harm", caller_name="B. Byrd").incident
    Subject.objects.create(agency=district.campus.agency, incident=other, role="student", name="Lee Example")
    other = assessments.assess(other, answers={**CALM, "q05": "says_will"}, **desk)
    return goes_on, other


def facts(name: str) -> list[str]:
    return list(Event.objects.filter(type=name).values_list("payload", flat=True))


def test_a_merged_incident_goes_on_in_the_other_with_all_that_belongs_to_it(district: District) -> None:
    goes_on, other = two(district)
    moved = merge(district, other, goes_on)
    goes_on.refresh_from_db()
    assert (moved.status, moved.merged_into_id, moved.closed_at) == ("merged", goes_on.pk, LATER)
    assert goes_on.priority == "p2"
    found = family.members(goes_on)
    assert [one.number for one in found] == [goes_on.number, other.number]
    assert [call.incident_id for call in family.calls(found)] == [goes_on.pk, other.pk]
    assert [person.name for person in family.people(found)] == ["Lee Example"]
    assert {answer.question for answer in family.answers_beside(found)} >= {"q05"}


def test_merge_then_split_is_as_before(district: District) -> None:
    goes_on, other = two(district)
    before = picture(goes_on, other)
    merge(district, other, goes_on)
    assert picture(goes_on, other) != before
    again = split(district, goes_on, other.calls.get())
    assert again.pk == other.pk
    assert picture(goes_on, other) == before


def test_an_incident_that_was_never_assessed_comes_back_waiting_for_it(district: District) -> None:
    goes_on, other = log_call(district).incident, log_call(district).incident
    before = picture(goes_on, other)
    merge(district, other, goes_on)
    assert split(district, goes_on, other.calls.get()).status == "received"
    assert picture(goes_on, other) == before


def test_attach_then_split_leaves_the_incident_as_before_and_keeps_the_call_whole(district: District) -> None:
    goes_on, _other = two(district)
    before = picture(goes_on)
    call = add(district, goes_on, answers={"q04": "in_hand"}, subjects=[{"name": "Lee Example"}])
    own = split(district, goes_on, call)
    assert picture(goes_on) == before
    call.refresh_from_db()
    assert (call.incident_id, call.case_id) == (own.pk, own.case_id)
    assert (own.status, own.nature, own.priority, own.received_at) == ("received", "self_harm", "p1", LATER)
    assert (own.campus_id, own.room_id) == (goes_on.campus_id, goes_on.room_id)
    assert Answer.objects.get(call=call).incident_id == own.pk
    assert Subject.objects.get(call=call).incident_id == own.pk


def test_a_split_call_can_be_merged_and_split_again(district: District) -> None:
    goes_on, _other = two(district)
    call = add(district, goes_on)
    own = split(district, goes_on, call)
    before = picture(goes_on, own)
    merge(district, own, goes_on)
    split(district, goes_on, call)
    assert picture(goes_on, own) == before


def test_what_was_merged_twice_is_read_in_the_last_and_comes_back_alone(district: District) -> None:
    first, second, third = (log_call(district).incident for _ in range(3))
    merge(district, first, second)
    before = picture(first, second, third)
    merge(district, second, third)
    assert [one.number for one in family.members(third)] == [third.number, second.number, first.number]
    assert len(family.calls(family.members(third))) == 3
    split(district, third, second.calls.get())
    assert picture(first, second, third) == before
    assert [one.number for one in family.members(second)] == [second.number, first.number]


def test_both_timelines_say_what_happened_by_numbers_alone(district: District) -> None:
    goes_on, other = two(district)
    merge(district, other, goes_on)
    split(district, goes_on, other.calls.get())
    (joined,) = facts("incident.joined")
    assert str(goes_on.case_id) in joined
    assert other.number in joined
    told = facts("call.split")
    assert {str(goes_on.case_id) in line or str(other.case_id) in line for line in told} == {True}
    assert len(told) == 2
    for line in [joined, *told, *facts("incident.merged"), *facts("incident.split")]:
        assert "Byrd" not in line
        assert "Example" not in line


def test_a_raise_that_somebody_confirmed_since_stays_after_the_split(district: District) -> None:
    goes_on, other = two(district)
    merge(district, other, goes_on)
    goes_on.refresh_from_db()
    desk = {"actor": district.dispatcher, "expected_version": None, "at": LATER}
    assessments.assess(goes_on, answers={**CALM, "q04": "in_hand"}, **desk)
    split(district, goes_on, other.calls.get())
    goes_on.refresh_from_db()
    assert goes_on.priority == "p1"


def test_an_incident_with_units_is_not_merged_and_the_desk_is_told_what_works(district: District) -> None:
    goes_on, other = two(district)
    arrived(district, other)
    events = Event.objects.count()
    with pytest.raises(BrokenRule, match=f"Merge {goes_on.number} into it instead"):
        merge(district, other, goes_on)
    assert Event.objects.count() == events
    assert merge(district, goes_on, other).status == "merged"


def test_nothing_is_merged_into_itself_or_into_what_has_ended(district: District) -> None:
    goes_on, other = two(district)
    with pytest.raises(BrokenRule, match="itself"):
        merge(district, other, other)
    merge(district, other, goes_on)
    third = log_call(district).incident
    with pytest.raises(Conflict, match="Merged"):
        merge(district, third, other)
    third.refresh_from_db()
    assert third.status == "received"


def test_the_only_call_is_not_split_off(district: District) -> None:
    call = log_call(district)
    with pytest.raises(BrokenRule, match="only call"):
        split(district, call.incident, call)
    assert Incident.objects.count() == 1


def test_a_call_that_has_left_already_is_not_split_again(district: District) -> None:
    goes_on, _other = two(district)
    call = add(district, goes_on)
    split(district, goes_on, call)
    with pytest.raises(Conflict, match="any more"):
        split(district, goes_on, call)
    assert Incident.objects.count() == 3


def test_who_is_late_or_may_not_changes_nothing(district: District, neighbor: District) -> None:
    goes_on, other = two(district)
    call = add(district, goes_on)
    stale = {"actor": district.dispatcher, "expected_version": 1}
    with pytest.raises(Conflict):
        duplicates.split(goes_on, call=call, split_reason="by_mistake", **stale)
    with pytest.raises(Conflict):
        duplicates.merge(other, into=goes_on, merge_reason="same_event", **stale)
    arrived(district, goes_on)
    for actor in (district.officer(district.cit_officer), neighbor.supervisor):
        desk = {"actor": actor, "expected_version": None}
        with pytest.raises(Forbidden):
            duplicates.split(goes_on, call=call, split_reason="by_mistake", **desk)
        with pytest.raises(Forbidden):
            duplicates.merge(other, into=goes_on, merge_reason="same_event", **desk)
    assert facts("incident.merged") == facts("call.split") == []


def test_units_stay_with_the_incident_when_a_call_leaves_it(district: District) -> None:
    goes_on, _other = two(district)
    part = arrived(district, goes_on)
    own = split(district, goes_on, add(district, goes_on))
    part.refresh_from_db()
    assert (part.incident_id, part.status) == (goes_on.pk, "on_scene")
    assert own.assignments.count() == 0
    assert assignments.clear(part, actor=district.dispatcher, expected_version=None).status == "clear"
