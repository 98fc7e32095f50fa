"""One crisis call through the services, and what each step refuses."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from core.permissions import fetch, visible
from incidents.models import Answer, Assignment, Call, DeescalationRecord, Incident
from incidents.services import assessments, assignments, incidents, records
from officers.models import Officer
from tests.cast import CALM, NOON, WHOLE, District, arrived, begun, log_call


def test_a_call_runs_from_the_phone_to_a_closed_incident(district: District) -> None:
    incident = log_call(district).incident
    assessments.assess(
        incident, actor=district.dispatcher, expected_version=1, answers={**CALM, "q05": "talks_about"}, at=NOON
    )
    part = arrived(district, Incident.objects.get())
    record = begun(district, incident)
    me = district.officer(district.cit_officer)
    record = records.save(record, actor=me, expected_version=1, at=NOON, **WHOLE)
    records.submit(record, actor=me, expected_version=2, at=NOON)
    assignments.clear(part, actor=me, expected_version=None, at=NOON)
    incidents.close(
        Incident.objects.get(), actor=district.dispatcher, expected_version=None, close_reason="report_taken", at=NOON
    )
    done = Incident.objects.get()
    assert (done.status, done.priority, done.first_cit_on_scene_at) == ("closed", "p3", NOON)
    told = set(Event.objects.filter(case_id=done.case_id).values_list("type", flat=True))
    assert {"call.logged", "incident.triaged", "assignment.arrived", "record.submitted", "incident.closed"} <= told


def test_the_same_call_sent_twice_is_one_call(district: District) -> None:
    key = uuid4()
    first, second = log_call(district, client_key=key), log_call(district, client_key=key)
    assert first.pk == second.pk
    assert Call.objects.count() == Incident.objects.count() == 1
    assert log_call(district).number == "26-0002"


def test_a_call_sent_again_with_other_words_is_refused_and_the_first_one_stands(district: District) -> None:
    key = uuid4()
    first = log_call(district, client_key=key)
    with pytest.raises(BrokenRule):
        log_call(district, client_key=key, said="Something else")
    assert Call.objects.get().said == first.said


def test_a_call_of_new_years_eve_has_the_year_of_the_wall_clock(district: District) -> None:
    an_hour_before_midnight = datetime(2027, 1, 1, 6, 0, tzinfo=UTC)
    assert log_call(district, at=an_hour_before_midnight).number == "26-0001"
    assert log_call(district, at=an_hour_before_midnight + timedelta(hours=1)).number == "27-0001"


def test_an_officer_may_not_log_a_call_and_nothing_is_written(district: District) -> None:
    intruder = District(**{**district.__dict__, "dispatcher": district.officer(district.cit_officer)})
    with pytest.raises(Forbidden):
        log_call(intruder)
    assert not Call.objects.exists()
    assert not Event.objects.exists()


def test_logging_a_call_takes_few_statements(district: District, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(11):
        log_call(district)


def test_every_answer_is_kept_and_a_wrong_one_is_refused(district: District) -> None:
    incident = log_call(district).incident
    with pytest.raises(BrokenRule) as refusal:
        assessments.assess(incident, actor=district.dispatcher, expected_version=1, answers={"q04": "maybe"}, at=NOON)
    assert set(refusal.value.fields) == {"q04"}
    assert not Answer.objects.exists()
    assessments.assess(incident, actor=district.dispatcher, expected_version=1, answers=CALM, at=NOON)
    assert Answer.objects.count() == len(CALM)


def test_a_stale_reading_changes_nothing(district: District) -> None:
    incident = log_call(district).incident
    assessments.assess(incident, actor=district.dispatcher, expected_version=1, answers=CALM, at=NOON)
    before = Event.objects.count()
    with pytest.raises(Conflict):
        assessments.assess(incident, actor=district.dispatcher, expected_version=1, answers=CALM, at=NOON)
    assert Event.objects.count() == before


def test_a_crisis_call_without_a_cit_officer_needs_a_reason(district: District) -> None:
    incident = log_call(district).incident
    with pytest.raises(BrokenRule):
        assignments.send(
            incident, actor=district.dispatcher, expected_version=None, officer=district.other_officer, at=NOON
        )
    sent = assignments.send(
        incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.other_officer,
        cit_unavailable_reason="all_committed",
        at=NOON,
    )
    assert (sent.cit_when_sent, sent.minutes_away) == (False, 2)


def test_an_officer_on_one_assignment_cannot_be_sent_elsewhere(district: District) -> None:
    arrived(district, log_call(district).incident)
    second = log_call(district).incident
    with pytest.raises(Conflict):
        assignments.send(
            second, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON
        )
    assert Assignment.objects.count() == 1
    assert Incident.objects.get(pk=second.pk).status == "received"


def test_an_incident_does_not_close_before_every_arrived_officer_has_filed(district: District) -> None:
    incident = log_call(district).incident
    part = arrived(district, incident)
    assignments.clear(part, actor=district.officer(district.cit_officer), expected_version=None, at=NOON)
    with pytest.raises(BrokenRule, match="C-12"):
        incidents.close(
            incident, actor=district.dispatcher, expected_version=None, close_reason="report_taken", at=NOON
        )
    assert Incident.objects.get().status == "cleared"


def test_a_record_with_gaps_stays_a_draft_and_says_what_is_missing(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    record = begun(district, incident)
    me = district.officer(district.cit_officer)
    with pytest.raises(BrokenRule) as refusal:
        records.submit(record, actor=me, expected_version=None, at=NOON)
    assert {"force_highest", "primary_outcome", "behaviors"} <= set(refusal.value.fields)
    assert DeescalationRecord.objects.get().status == "draft"


def test_diverted_and_arrested_cannot_both_be_filed(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    me = district.officer(district.cit_officer)
    wrong = {**WHOLE, "primary_outcome": "arrest_custody", "arrestable_but_diverted": True}
    record = records.save(begun(district, incident), actor=me, expected_version=None, at=NOON, **wrong)
    with pytest.raises(BrokenRule) as refusal:
        records.submit(record, actor=me, expected_version=None, at=NOON)
    assert set(refusal.value.fields) == {"arrestable_but_diverted"}


def test_who_was_not_sent_sees_no_incident_and_a_stranger_sees_nothing(district: District, neighbor: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    assert fetch(Incident.objects.all(), district.officer(district.cit_officer), incident.pk) == incident
    for stranger in (district.officer(district.other_officer), neighbor.dispatcher, neighbor.supervisor):
        assert not visible(Incident.objects.all(), stranger).exists()
        with pytest.raises(NotFound):
            fetch(Incident.objects.all(), stranger, incident.pk)


def test_a_certified_security_officer_does_not_replace_a_cit_officer(district: District) -> None:
    incident = log_call(district).incident
    Officer.objects.filter(pk=district.cit_officer.pk).update(license="security_noncommissioned")
    district.cit_officer.refresh_from_db()
    with pytest.raises(BrokenRule):
        assignments.send(
            incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON
        )
    assert not Assignment.objects.exists()


def test_a_second_officer_who_names_somebody_else_writes_about_somebody_else(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    first = begun(district, incident)
    sent = assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.other_officer, at=NOON
    )
    other = district.officer(district.other_officer)
    assignments.arrive(sent, actor=other, expected_version=None, at=NOON)
    second = records.begin(incident, actor=other, role="student", name="Somebody Else", grade="g09", at=NOON)
    assert second.subject_id != first.subject_id
