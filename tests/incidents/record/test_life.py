"""A record from the first tap to its lock and past it: who may, in which order, and what stays readable."""

from datetime import timedelta
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Conflict, DomainError, Forbidden
from core.invariants import INVARIANTS
from core.models import Event
from incidents.models import DeescalationRecord, Incident, RecordAmendment, RecordOfficer, RecordPolicy
from incidents.selectors import record_policy, record_reading
from incidents.selectors.assignments import unfiled
from incidents.services import assignments, incidents, record_amendments, record_locks, records
from incidents.services.record_policy import set_policy
from officers.models import Certification, Officer
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import NOON, WHOLE, District, arrived, begun, filed, log_call, person

HELD: dict[str, Any] = {
    "force_highest": 3,
    "force_reportable": True,
    "restraint_used": True,
    "restraints": [{"type": "physical", "start": NOON.isoformat()}],
}
STEP: dict[str, Any] = {"expected_version": None, "at": NOON}


def me(district: District) -> Actor:
    """The CIT officer."""
    return district.officer(district.cit_officer)


def second_supervisor(district: District) -> Actor:
    """Another one."""
    return actor_of(person(district.campus.agency, "Chief", Role.SUPERVISOR))


def with_force(district: District, **answers: Any) -> DeescalationRecord:
    """A filed record of a restraint."""
    incident = log_call(district).incident
    arrived(district, incident)
    return records.file(begun(district, incident), actor=me(district), **STEP, **{**WHOLE, **HELD, **answers})


def locked(district: District) -> DeescalationRecord:
    """Filed, approved, and locked three days on."""
    record = records.approve(filed(district), actor=district.supervisor, **STEP)
    assert record_locks.run(NOON + timedelta(hours=72)) == 1
    return DeescalationRecord.objects.get(pk=record.pk)


def broken() -> list[str]:
    """Lines of every invariant of this app."""
    return [line for one in INVARIANTS if one.find.__module__ == "incidents.invariants" for line in one.find()]


def test_a_record_begins_with_its_number_its_officers_and_what_was_known(district: District) -> None:
    incident = log_call(district, language_needed="es").incident
    arrived(district, incident)
    record = begun(district, incident)
    (row,) = record.officers.all()
    assert record.number == "26-E-0001"
    assert (record.occurred_from, record.language, record.is_minor) == (incident.received_at, "es", True)
    assert (row.cit_active, row.cit_course, row.license_type, row.scene_role) == (
        True,
        "1850",
        "peace_officer",
        "primary",
    )
    assert (row.arrived_at, row.confirmed_at) == (NOON, None)
    assert (record.nature, record.force_highest, record.primary_outcome, record.techniques) == ([], None, "", [])


def test_what_an_officer_was_at_the_arrival_is_never_worked_out_again(district: District) -> None:
    district.cit_officer.hired_on = NOON.date() - timedelta(days=800)
    district.cit_officer.save()
    incident = log_call(district).incident
    part = arrived(district, incident)
    Certification.objects.update(expires_on=NOON.date(), verified_at=None)
    row = begun(district, incident).officers.get()
    assert (row.cit_active, row.cit_completed_on.year, row.years_of_service) == (True, 2024, 2)
    Officer.objects.update(license="none")
    records.file(DeescalationRecord.objects.get(), actor=me(district), **STEP, **WHOLE)
    assignments.clear(part, actor=me(district), **STEP)
    again = RecordOfficer.objects.get()
    assert (again.cit_active, again.license_type) == (True, "peace_officer")
    assert broken() == []


def test_one_record_to_a_person_and_an_author(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    first = begun(district, incident)
    said = {"role": "student", "name": "", "grade": "", "at": NOON}
    assert records.begin(incident, actor=me(district), **said) == first
    assert records.begin(incident, actor=me(district), subject=first.subject_id, **said) == first
    second = records.begin(incident, actor=me(district), another=True, **said)
    assert second.subject_id != first.subject_id
    assert second.number == "26-E-0002"
    stranger = log_call(district).incident.subjects.create(agency=incident.agency, role="student")
    with pytest.raises(BrokenRule):
        records.begin(incident, actor=me(district), subject=stranger.pk, **said)


def test_saving_a_part_keeps_the_rest_and_works_out_the_ways_of_diverting(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    record = records.save(begun(district, incident), actor=me(district), **STEP, offense_alleged="yes", violent="yes")
    record = records.save(record, actor=me(district), **STEP, techniques=["calm_tone"])
    assert (record.offense_alleged, record.techniques) == ("yes", [{"technique": "calm_tone"}])
    assert (record.eligible_16_23, record.eligible_first_offender) == ("not_eligible", "not_eligible")
    assert record.eligible_14_035 == "undetermined"


def test_filing_fixes_who_is_a_minor(district: District) -> None:
    record = filed(district)
    assert record.is_minor
    records.send_back(record, actor=district.supervisor, return_comment="Age?", **STEP)
    again = records.file(record, actor=me(district), **STEP, age_estimate=19)
    assert again.is_minor


def test_force_is_read_first_and_by_somebody_else(district: District) -> None:
    record = with_force(district)
    assert Event.objects.get(type="record.submitted").facts == {"force_review": True, "chief_review": False}
    with pytest.raises(BrokenRule, match="force"):
        records.approve(record, actor=district.supervisor, **STEP)
    with pytest.raises(Forbidden):
        records.review_force(record, actor=me(district), **STEP)
    read = records.review_force(record, actor=district.supervisor, **STEP)
    assert (read.force_reviewed_by_id, read.status) == (district.supervisor.id, "submitted")
    with pytest.raises(Conflict):
        records.review_force(record, actor=district.supervisor, **STEP)
    assert records.approve(record, actor=district.supervisor, **STEP).approved_by_id == district.supervisor.id


def test_what_was_read_is_read_again_after_a_return(district: District) -> None:
    record = with_force(district)
    records.review_force(record, actor=district.supervisor, **STEP)
    records.send_back(record, actor=district.supervisor, return_comment="Times.", **STEP)
    record = records.submit(record, actor=me(district), **STEP)
    assert record.force_reviewed_at is None
    with pytest.raises(BrokenRule):
        records.approve(record, actor=district.supervisor, **STEP)


def test_a_death_is_read_by_two_even_without_force(district: District) -> None:
    hurt = {"anyone_injured": True, "injuries": [{"who": "subject", "severity": "fatal"}]}
    incident = log_call(district).incident
    arrived(district, incident)
    record = records.file(begun(district, incident), actor=me(district), **STEP, **{**WHOLE, **hurt})
    with pytest.raises(BrokenRule, match="read first"):
        records.review_gravest(record, actor=district.supervisor, **STEP)
    records.review_force(record, actor=district.supervisor, **STEP)
    with pytest.raises(BrokenRule, match="chief"):
        records.approve(record, actor=district.supervisor, **STEP)
    with pytest.raises(BrokenRule, match="somebody else"):
        records.review_gravest(record, actor=district.supervisor, **STEP)
    records.review_gravest(record, actor=second_supervisor(district), **STEP)
    assert records.approve(record, actor=district.supervisor, **STEP).status == "approved"


def test_where_no_force_was_there_is_none_to_read(district: District) -> None:
    record = filed(district)
    for move in (records.review_force, records.review_gravest):
        with pytest.raises(Conflict):
            move(record, actor=district.supervisor, **STEP)


def two_officers(district: District) -> tuple[Incident, DeescalationRecord]:
    """An incident with two officers there, and the record of one of them."""
    incident = log_call(district).incident
    first = arrived(district, incident)
    sent = {"actor": district.dispatcher, "officer": district.other_officer, "override_reason": "knows_person"}
    second = assignments.send(incident, **STEP, **sent)
    second = assignments.arrive(second, actor=district.officer(district.other_officer), **STEP)
    record = records.file(begun(district, incident), actor=me(district), **STEP, **WHOLE)
    for part in (first, second):
        assignments.clear(part, actor=district.dispatcher, **STEP)
    return incident, record


def test_a_second_officer_confirms_with_one_tap_and_the_incident_can_be_closed(district: District) -> None:
    incident, record = two_officers(district)
    other = district.officer(district.other_officer)
    close = {"actor": district.dispatcher, "close_reason": "report_taken"}
    with pytest.raises(BrokenRule, match="S-21"):
        incidents.close(incident, **STEP, **close)
    assert [part.incident for part in unfiled(other)] == [incident]
    row = records.confirm(record, actor=other, **STEP)
    assert (row.confirmed_at, row.confirmed_version) == (NOON, record.version)
    assert records.confirm(record, actor=other, expected_version=None).confirmed_at == NOON
    assert Event.objects.filter(type="record.confirmed").count() == 1
    assert unfiled(other) == []
    incidents.close(incident, **STEP, **close)
    assert broken() == []


def test_only_who_was_there_confirms_and_only_what_is_filed(district: District) -> None:
    _incident, record = two_officers(district)
    with pytest.raises(Forbidden):
        records.confirm(record, actor=district.supervisor, **STEP)
    with pytest.raises(Conflict):
        records.confirm(record, actor=district.officer(district.other_officer), expected_version=1)
    records.send_back(record, actor=district.supervisor, return_comment="More.", **STEP)
    with pytest.raises(Conflict):
        records.confirm(record, actor=district.officer(district.other_officer), **STEP)


def test_a_record_locks_when_its_time_has_come_and_not_before(district: District) -> None:
    record = records.approve(filed(district), actor=district.supervisor, **STEP)
    assert record_locks.run(NOON + timedelta(hours=71, minutes=59)) == 0
    assert record_locks.run(NOON + timedelta(hours=72)) == 1
    assert record_locks.run(NOON + timedelta(hours=73)) == 0
    record.refresh_from_db()
    assert (record.status, record.frozen["answers"]["nature"]) == ("locked", ["suicidal"])
    assert Event.objects.get(type="record.locked").facts == {"sha256": record.frozen_sha256, "why": "time"}
    assert broken() == []


def test_an_agency_sets_its_own_time_and_its_programs(district: District) -> None:
    asked = {"lock_after_hours": 1, "first_offender_program": True, "informal_guidelines": None}
    with pytest.raises(Forbidden):
        set_policy(RecordPolicy(), actor=me(district), expected_version=None, **asked)
    found = record_policy.policy(district.supervisor)
    set_policy(found, actor=district.supervisor, expected_version=found.version, **asked)
    with pytest.raises(Conflict):
        set_policy(found, actor=district.supervisor, expected_version=1, **asked)
    records.approve(filed(district), actor=district.supervisor, **STEP)
    assert record_locks.run(NOON + timedelta(minutes=59)) == 0
    assert record_locks.run(NOON + timedelta(hours=1)) == 1


def test_a_record_that_leaves_the_house_is_locked_at_once(district: District) -> None:
    record = filed(district)
    assert record_locks.disclosed(record, at=NOON).status == "submitted"
    record = records.approve(record, actor=district.supervisor, **STEP)
    assert record_locks.disclosed(record, at=NOON).status == "locked"


@pytest.mark.parametrize("move", [records.save, records.submit, records.approve])
def test_a_locked_record_is_moved_by_nobody(district: District, move: Any) -> None:
    record = locked(district)
    actor = district.supervisor if move is records.approve else me(district)
    with pytest.raises(Conflict):
        move(record, actor=actor, **STEP)


def test_a_change_counts_once_another_has_accepted_it_and_the_original_stays(district: District) -> None:
    record = locked(district)
    change = {"section": "weapon", "changes": {"weapon": "stated_only"}, "reason": "Heard on the recording."}
    row = record_amendments.amend(record, actor=me(district), **STEP, **change)
    assert (row.old, row.new, row.number) == ({"weapon": "none"}, {"weapon": "stated_only"}, 1)
    record.refresh_from_db()
    assert record.weapon == "none"
    record_amendments.accept(row, actor=district.supervisor, **STEP)
    record.refresh_from_db()
    assert (record.weapon, record.status, record.frozen["answers"]["weapon"]) == ("stated_only", "locked", "none")
    versions = record_reading.versions(district.supervisor, record.pk)
    assert [one["answers"]["weapon"] for one in versions] == ["none", "stated_only"]
    assert Event.objects.get(type="record.amended").facts == {"number": 1, "section": "weapon"}
    assert broken() == []


def test_nobody_accepts_their_own_change(district: District) -> None:
    record = locked(district)
    change = {"section": "weapon", "changes": {"weapon": "unknown"}, "reason": "Unsure."}
    row = record_amendments.amend(record, actor=district.supervisor, **STEP, **change)
    with pytest.raises(BrokenRule):
        record_amendments.accept(row, actor=district.supervisor, **STEP)
    done = record_amendments.refuse(row, actor=second_supervisor(district), **STEP)
    assert (done.status, DeescalationRecord.objects.get(pk=record.pk).weapon) == ("refused", "none")


@pytest.mark.parametrize(
    "change",
    [
        {"section": "weapon", "changes": {"weapon": "none"}},
        {"section": "weapon", "changes": {"nature": ["psychosis"]}},
        {"section": "weapon", "changes": {"weapon": ""}},
        {"section": "nowhere", "changes": {"weapon": "used"}},
        {"section": "weapon", "changes": ["used"]},
    ],
)
def test_a_change_that_changes_nothing_or_too_much_is_refused(district: District, change: dict[str, Any]) -> None:
    with pytest.raises(DomainError):
        record_amendments.amend(locked(district), actor=me(district), reason="Because.", **STEP, **change)
    assert not RecordAmendment.objects.exists()


def test_an_open_record_is_not_amended(district: District) -> None:
    change = {"section": "weapon", "changes": {"weapon": "used"}, "reason": "Seen."}
    with pytest.raises(Conflict):
        record_amendments.amend(filed(district), actor=me(district), **STEP, **change)
    stranger, record = district.officer(district.other_officer), locked(district)
    with pytest.raises(Forbidden):
        record_amendments.amend(record, actor=stranger, **STEP, **change)


def test_of_two_changes_of_one_answer_the_second_is_looked_at_again(district: District) -> None:
    record = locked(district)
    said = {"section": "weapon", "reason": "Seen."}
    first = record_amendments.amend(record, actor=me(district), changes={"weapon": "used"}, **STEP, **said)
    second = record_amendments.amend(record, actor=me(district), changes={"weapon": "displayed"}, **STEP, **said)
    record_amendments.accept(first, actor=district.supervisor, **STEP)
    with pytest.raises(Conflict):
        record_amendments.accept(second, actor=district.supervisor, **STEP)
    assert DeescalationRecord.objects.get(pk=record.pk).weapon == "used"


def test_what_stands_beside_the_answers(district: District) -> None:
    incident = log_call(district, at=NOON - timedelta(minutes=4)).incident
    part = arrived(district, incident)
    record = begun(district, incident)
    assignments.clear(part, actor=me(district), expected_version=None, at=NOON + timedelta(minutes=31))
    record = records.file(record, actor=me(district), **STEP, **{**WHOLE, "occurred_to": NOON})
    read = record_reading.read(me(district), record)
    assert read.times == {"scene_min": 31, "total_min": 4, "response_s": 240, "cit_response_s": 240}
    assert {gap["field"] for gap in read.gaps()} >= {"ideation", "plan_stated"}
    assert [way["key"] for way in read.ways()] == ["16_23", "14_035", "first_offender", "informal"]
