"""The state's report of restraints: refused while it would be refused there, then frozen with its hash."""

from datetime import date
from typing import Any

import pytest

from core.actors import Actor
from core.errors import BrokenRule, Forbidden
from incidents.models import DeescalationRecord, Duty, RestraintExport, Subject
from incidents.selectors.restraint_exports import COLUMNS, problems
from incidents.services import restraint_exports
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import NOON, District, person
from tests.incidents.law.conftest import saved
from tests.incidents.law.test_duties import RESTRAINT

MARCH: dict[str, Any] = {"first_day": date(2026, 3, 1), "last_day": date(2026, 3, 31), "reporting_period": "003"}
ROW = dict.fromkeys(COLUMNS, "") | {"E1035": "1", "E1523": "D100", "E0794": "0"}


@pytest.fixture
def clerk(district: District) -> Actor:
    """The records custodian."""
    return actor_of(person(district.campus.agency, "Gypsum", Role.CUSTODIAN))


@pytest.fixture
def restrained(record: DeescalationRecord, me: Actor) -> DeescalationRecord:
    """A filed record of one restraint by an officer."""
    Subject.objects.filter(pk=record.subject_id).update(student_number="D100")
    DeescalationRecord.objects.filter(pk=record.pk).update(status="draft")
    kept = saved(record, me, restraint_used=True, restraints=[RESTRAINT], special_ed="no")
    DeescalationRecord.objects.filter(pk=kept.pk).update(status="submitted")
    return kept


def made(clerk: Actor, record: DeescalationRecord, **changes: Any) -> RestraintExport:
    return restraint_exports.make(record.agency, actor=clerk, at=NOON, **{**MARCH, **changes})


def test_a_report_is_frozen_written_the_same_for_ever_and_ends_what_was_owed(
    restrained: DeescalationRecord, clerk: Actor
) -> None:
    report = made(clerk, restrained)
    head, row, end = restraint_exports.written(report).decode().split("\r\n")
    assert head == ",".join(COLUMNS)
    assert row == "1,2026-03-04,D100,AHS,08,003,,02,0,"
    assert end == ""
    assert Duty.objects.get(kind="restraint_export").status == "satisfied"
    again = made(clerk, restrained)
    assert (again.number, again.replaces_id, again.sha256) == (2, report.pk, report.sha256)


def test_only_the_days_asked_for_and_only_filed_records_are_in_it(restrained: DeescalationRecord, clerk: Actor) -> None:
    assert made(clerk, restrained, first_day=date(2026, 3, 5)).rows == []
    DeescalationRecord.objects.filter(pk=restrained.pk).update(status="draft")
    assert made(clerk, restrained).rows == []


def test_a_row_that_the_state_would_refuse_freezes_nothing(restrained: DeescalationRecord, clerk: Actor) -> None:
    Subject.objects.filter(pk=restrained.subject_id).update(student_number="")
    with pytest.raises(BrokenRule, match="Row 1"):
        made(clerk, restrained)
    assert not RestraintExport.objects.exists()
    assert Duty.objects.get(kind="restraint_export").status == "open"


@pytest.mark.parametrize(
    ("staff", "reason", "sound"),
    [("01", "01", True), ("01", "07", True), ("01", "08", False), ("02", "08", True), ("02", "01", False)],
)
def test_an_officer_has_one_reason_and_staff_have_the_others(staff: str, reason: str, sound: bool) -> None:
    assert (problems([{**ROW, "E1516": staff, "E1033": reason}]) == []) is sound


def test_an_officer_makes_no_report(restrained: DeescalationRecord, me: Actor) -> None:
    with pytest.raises(Forbidden):
        made(me, restrained)
