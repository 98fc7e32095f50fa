"""Planning one shift: what stops it, what a supervisor may allow, and what the ledger keeps."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import CoverRequest, Leave, Officer, RosterPolicy, Shift
from officers.roles import License
from officers.services import covers, shifts
from tests.cast import District
from tests.officers.rota import DAY, ELEVEN, NOW, SEVEN, THREE, TODAY, ZONE, plan, shift, template

SPRING = date(2026, 3, 8)


def facts(kind: str) -> dict[str, object]:
    """The facts of the latest event of a type."""
    found: dict[str, object] = Event.objects.filter(type=kind).latest("at").facts
    return found


def test_a_supervisor_plans_a_shift_by_its_hours_on_the_agencys_clock(district: District) -> None:
    made = plan(district, district.cit_officer, 1)
    assert made.starts_at.astimezone(ZONE).isoformat() == "2026-03-03T07:00:00-07:00"
    assert made.ends_at.astimezone(ZONE).time() == THREE
    assert facts("shift.planned")["unit"] == "C-12"


def test_a_template_gives_hours_and_position(district: District) -> None:
    night = template(district, "Night", starts=ELEVEN, ends=SEVEN, position="security")
    made = plan(district, district.cit_officer, 1, template=night, starts=None, ends=None, position="")
    assert (made.position, made.template) == ("security", night)
    assert made.ends_at.astimezone(ZONE).date() == TODAY + DAY * 2


@pytest.mark.parametrize("who", ["dispatcher", "officer"])
def test_nobody_else_plans_changes_hands_over_or_cancels(district: District, who: str) -> None:
    actor = district.dispatcher if who == "dispatcher" else district.officer(district.cit_officer)
    there = shift(district.cit_officer, 1)
    before = Event.objects.count()
    with pytest.raises(Forbidden):
        shifts.plan(district.cit_officer, actor=actor, day=TODAY + DAY, starts=SEVEN, ends=THREE, position="patrol")
    with pytest.raises(Forbidden):
        shifts.hand_over(there, actor=actor, expected_version=1, officer=district.other_officer, at=NOW)
    with pytest.raises(Forbidden):
        shifts.cancel(there, actor=actor, expected_version=1, at=NOW)
    with pytest.raises(Forbidden):
        shifts.change(
            there, actor=actor, expected_version=1, day=TODAY + DAY, starts=SEVEN, ends=THREE, position="patrol", at=NOW
        )
    assert (Shift.objects.count(), Event.objects.count()) == (1, before)


def test_a_stranger_of_another_agency_plans_nothing(district: District, neighbor: District) -> None:
    with pytest.raises(Forbidden):
        plan(neighbor, district.cit_officer, 1)


def test_overlapping_shifts_are_refused_in_words_and_nothing_is_written(district: District) -> None:
    plan(district, district.cit_officer, 1)
    before = Event.objects.count()
    with pytest.raises(BrokenRule, match="overlaps another shift by 1 h"):
        plan(district, district.cit_officer, 1, starts=time(14), ends=time(22), override_reason="emergency")
    assert (Shift.objects.count(), Event.objects.count()) == (1, before)


def test_an_overnight_shift_meets_the_next_morning(district: District) -> None:
    plan(district, district.cit_officer, 1, starts=ELEVEN, ends=SEVEN)
    with pytest.raises(BrokenRule, match="overlaps another shift by 1 h"):
        plan(district, district.cit_officer, 2, starts=time(6), ends=time(12))


def test_the_database_itself_refuses_an_overlap(district: District) -> None:
    shift(district.cit_officer, 1)
    with pytest.raises(IntegrityError, match="shift_overlap"), transaction.atomic():
        shift(district.cit_officer, 1, time(8), time(9))
    shift(district.other_officer, 1)
    shift(district.cit_officer, 1, time(8), time(9), status="cancelled")


def test_a_night_over_the_spring_change_lasts_seven_hours_and_over_the_autumn_change_nine(district: District) -> None:
    spring = plan(district, district.cit_officer, SPRING - DAY, starts=time(22), ends=time(6))
    autumn = plan(district, district.cit_officer, date(2026, 10, 31), starts=time(22), ends=time(6))
    assert [(each.ends_at - each.starts_at).total_seconds() / 3600 for each in (spring, autumn)] == [7, 9]


def test_a_leap_day_is_a_day(district: District) -> None:
    made = plan(district, district.cit_officer, date(2028, 2, 29))
    assert made.starts_at.astimezone(ZONE).date() == date(2028, 2, 29)


def test_a_rest_too_short_needs_a_supervisors_reason_which_the_ledger_keeps(district: District) -> None:
    plan(district, district.cit_officer, 1)
    with pytest.raises(BrokenRule, match="Only 7 h of rest") as refusal:
        plan(district, district.cit_officer, 1, starts=time(22), ends=time(4))
    assert set(refusal.value.fields) == {"override_reason"}
    made = plan(district, district.cit_officer, 1, starts=time(22), ends=time(4), override_reason="emergency")
    assert made.override_reason == "emergency"
    assert facts("shift.planned") == {"unit": "C-12", "limits": ["rest"], "override": "emergency"}


def test_the_agencys_own_limits_are_asked(district: District) -> None:
    RosterPolicy.objects.create(agency=district.campus.agency, max_week_hours=16, overtime_from_hours=10)
    plan(district, district.cit_officer, 1)
    plan(district, district.cit_officer, 2)
    assert facts("shift.planned")["limits"] == ["overtime"]
    with pytest.raises(BrokenRule, match="24 h within seven days; the limit is 16 h"):
        plan(district, district.cit_officer, 3)


def test_every_reason_is_told_at_once(district: District) -> None:
    plan(district, district.cit_officer, 1)
    with pytest.raises(BrokenRule) as refusal:
        plan(district, district.cit_officer, 1, starts=time(16), ends=time(14))
    assert "22 h" in str(refusal.value)
    assert "rest" in str(refusal.value)


def test_nobody_is_planned_into_approved_leave_but_into_leave_only_asked_for(district: District) -> None:
    first = shift(district.other_officer, 1)
    leave = Leave.objects.create(
        agency=district.campus.agency,
        officer=district.cit_officer,
        kind="vacation",
        starts_at=first.starts_at,
        ends_at=first.ends_at,
    )
    plan(district, district.cit_officer, 1, starts=time(14), ends=time(15))
    Leave.objects.filter(pk=leave.pk).update(status="approved")
    with pytest.raises(BrokenRule, match="C-12 has approved leave then"):
        plan(district, district.cit_officer, 1, starts=SEVEN, ends=time(8), override_reason="emergency")


def test_a_deactivated_or_unlicensed_person_is_not_planned(district: District) -> None:
    Officer.objects.filter(pk=district.other_officer.pk).update(license=License.SECURITY)
    guard = Officer.objects.get(pk=district.other_officer.pk)
    with pytest.raises(BrokenRule, match="no license for this position: Dispatch"):
        plan(district, guard, 1, position="dispatch")
    Officer.objects.filter(pk=district.cit_officer.pk).update(duty="off_duty", active=False)
    with pytest.raises(BrokenRule, match="no longer on the roster"):
        plan(district, district.cit_officer, 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts": None}, "starts"),
        ({"ends": None}, "ends"),
        ({"position": ""}, "position"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(district: District, changes: dict[str, None], field: str) -> None:
    with pytest.raises(BrokenRule) as refusal:
        plan(district, district.cit_officer, 1, **changes)
    assert set(refusal.value.fields) == {field}


def test_a_shift_that_would_be_over_already_is_not_planned(district: District) -> None:
    with pytest.raises(BrokenRule, match="already be over"):
        plan(district, district.cit_officer, -1)
    assert plan(district, district.cit_officer, 0)


def test_hours_are_changed_and_whoever_agreed_to_the_old_ones_is_told_no(district: District) -> None:
    there = shift(district.cit_officer, 1)
    asked = covers.ask(there, actor=district.officer(district.cit_officer), at=NOW)
    moved = shifts.change(
        there,
        actor=district.supervisor,
        expected_version=1,
        day=TODAY + DAY,
        starts=time(9),
        ends=time(17),
        position="patrol",
        at=NOW,
    )
    assert (moved.version, moved.changed_at, moved.starts_at.astimezone(ZONE).hour) == (2, NOW, 9)
    assert CoverRequest.objects.get(pk=asked.pk).status == "declined"


def test_two_supervisors_who_read_the_same_version_do_not_overwrite_each_other(district: District) -> None:
    there = shift(district.cit_officer, 1)
    shifts.hand_over(there, actor=district.supervisor, expected_version=1, officer=district.other_officer, at=NOW)
    with pytest.raises(Conflict, match="changed by someone else"):
        shifts.cancel(there, actor=district.supervisor, expected_version=1, at=NOW)


def test_a_shift_is_handed_over_only_to_somebody_who_may_work_it(district: District) -> None:
    there = shift(district.cit_officer, 1)
    shift(district.other_officer, 1, time(12), time(20))
    with pytest.raises(BrokenRule, match="overlaps"):
        shifts.hand_over(there, actor=district.supervisor, expected_version=1, officer=district.other_officer, at=NOW)
    with pytest.raises(BrokenRule, match="C-12 has this shift already"):
        shifts.hand_over(there, actor=district.supervisor, expected_version=1, officer=district.cit_officer, at=NOW)


def test_what_has_begun_is_not_handed_over_and_what_is_over_is_not_cancelled(district: District) -> None:
    running = shift(district.cit_officer, 0)
    with pytest.raises(BrokenRule, match="already begun"):
        shifts.hand_over(running, actor=district.supervisor, expected_version=1, officer=district.other_officer, at=NOW)
    with pytest.raises(BrokenRule, match="over"):
        shifts.cancel(running, actor=district.supervisor, expected_version=1, at=NOW + DAY)
    assert shifts.cancel(running, actor=district.supervisor, expected_version=1, at=NOW).status == "cancelled"


def test_a_cancelled_shift_leaves_its_time_free(district: District) -> None:
    there = shift(district.cit_officer, 1)
    shifts.cancel(there, actor=district.supervisor, expected_version=1, at=NOW)
    assert plan(district, district.cit_officer, 1)
