"""Logging and sending is one step: all of it or nothing, and once however often it is asked for."""

from datetime import timedelta
from uuid import uuid4

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import Answer, Assignment, Call, Draft, Incident, Subject
from incidents.services.intake_rows import Where
from officers.models import Campus, Officer
from officers.roles import Duty
from tests.cast import NOON, District, log_call
from tests.incidents.intake.taking import FAST, log, take

LATER = NOON + timedelta(seconds=40)


def nothing_happened() -> bool:
    """No row of a call anywhere."""
    return not any(model.objects.exists() for model in (Call, Incident, Answer, Subject, Assignment))


def test_one_step_logs_opens_answers_sends_and_empties_the_draft(district: District) -> None:
    key = uuid4()
    take(district.dispatcher, key, said="A student")
    call = log(
        district,
        client_key=key,
        at=LATER,
        officers=[district.cit_officer],
        answers={"q04": "no", "q03": "no"},
        subjects=[{"description": "gray hoodie", "grade": "g10", "role": "", "name": ""}],
    )
    incident, draft = Incident.objects.get(), Draft.objects.get()
    assert (incident.status, incident.priority, incident.room) == ("dispatched", "p2", district.room)
    assert Assignment.objects.get().officer == district.cit_officer
    assert dict(Answer.objects.values_list("question", "value")) == {"q04": "no", "q03": "no"}
    person = Subject.objects.get()
    assert (person.description, person.grade, person.role, person.is_minor) == ("gray hoodie", "g10", "student", True)
    assert (draft.typed, draft.ended_as, draft.incident) == ({}, "logged", incident)
    assert (call.client_key, call.extension, call.said) == (key, "", "A student says there is no point any more.")


def test_the_age_counts_from_the_answering_and_the_sending_from_the_sending(district: District) -> None:
    key = uuid4()
    take(district.dispatcher, key)
    log(district, client_key=key, at=LATER, officers=[district.cit_officer])
    incident = Incident.objects.get()
    assert (incident.received_at, incident.dispatched_at) == (NOON, LATER)
    assert Call.objects.get().received_at == NOON


def test_the_same_key_again_answers_the_first_result_and_does_nothing(district: District) -> None:
    key = uuid4()
    first = log(district, client_key=key, officers=[district.cit_officer])
    second = log(district, client_key=key, officers=[district.cit_officer], at=LATER)
    assert (first.pk, Call.objects.count(), Assignment.objects.count()) == (second.pk, 1, 1)
    assert Event.objects.filter(type="incident.dispatched").count() == 1


def test_the_same_key_for_another_call_is_a_mistake_of_the_sender(district: District) -> None:
    key = uuid4()
    log(district, client_key=key)
    with pytest.raises(BrokenRule, match="already sent"):
        log(district, client_key=key, said="Something else")
    assert Call.objects.count() == 1


def test_a_script_that_was_asked_to_its_end_is_done(district: District) -> None:
    log(district, answers=FAST)
    incident = Incident.objects.get()
    assert (incident.status, incident.triaged_at, incident.priority) == ("triaged", NOON, "p3")


def test_a_script_left_open_stays_open_and_unasked_is_not_unknown(district: District) -> None:
    log(district, answers={"q04": "no"})
    incident = Incident.objects.get()
    assert (incident.status, incident.triaged_at, incident.priority) == ("received", None, "p2")


def test_several_officers_go_in_the_order_in_which_they_were_chosen(district: District) -> None:
    log(district, officers=[district.cit_officer, district.other_officer])
    signs = Assignment.objects.order_by("created_at").values_list("officer__call_sign", flat=True)
    assert list(signs) == ["C-12", "S-21"]


def test_another_unit_than_the_first_needs_a_reason_and_without_one_nothing_is_logged(district: District) -> None:
    with pytest.raises(BrokenRule) as refused:
        log(district, officers=[district.other_officer], cit_unavailable_reason="too_far", override_reason="other")
    assert "override_note" in refused.value.fields
    assert nothing_happened()
    log(district, officers=[district.other_officer], cit_unavailable_reason="too_far", override_reason="knows_person")
    assert Assignment.objects.get().override_reason == "knows_person"


def test_who_was_sent_by_another_desk_is_named_with_the_incident_and_the_seconds(district: District) -> None:
    elsewhere = log(district, officers=[district.cit_officer], by=district.supervisor).incident
    with pytest.raises(Conflict) as refused:
        log(district, officers=[district.cit_officer], at=NOON + timedelta(seconds=4), said="Another call")
    words = str(refused.value.fields["officers"])
    assert words.startswith(f"C-12 was sent to {elsewhere.number} by Ocotillo 4 s ago.")
    assert (Call.objects.count(), Assignment.objects.count()) == (1, 1)


def test_who_went_off_duty_is_not_sent_and_nothing_is_logged(district: District) -> None:
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty=Duty.OFF_DUTY)
    with pytest.raises(BrokenRule) as refused:
        log(district, officers=[district.cit_officer])
    assert "officers" in refused.value.fields
    assert nothing_happened()


def test_a_place_in_words_is_off_campus_and_is_made_once(district: District) -> None:
    for street in ("Corner of Fifth and Main", "The park"):
        log(district, place=Where(None), place_text=street)
    other = Campus.objects.get(kind="other")
    places = Incident.objects.order_by("number").values_list("campus", "place_text")
    assert list(places) == [(other.pk, "Corner of Fifth and Main"), (other.pk, "The park")]


def test_an_officer_and_a_stranger_log_nothing(district: District, neighbor: District) -> None:
    for who in (district.officer(district.cit_officer), neighbor.dispatcher):
        with pytest.raises(Forbidden):
            log(district, by=who)
    assert nothing_happened()


def test_the_desk_of_a_call_without_a_draft_is_answered_now(district: District) -> None:
    log_call(district)
    call = log(district, at=LATER)
    assert call.received_at == LATER
