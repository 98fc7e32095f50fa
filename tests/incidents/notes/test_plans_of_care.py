"""Response plans: somebody else approves them, they end on their day, and an ended one says nothing but that."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import ResponsePlan, Subject
from incidents.selectors import plans_of_care as selector
from incidents.services import plans_of_care
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import NOON, District, log_call, person

TODAY = timezone.localdate(NOON)
NEXT_YEAR = TODAY + timedelta(days=200)


def second(district: District) -> Actor:
    return actor_of(person(district.campus.agency, "Pinyon", Role.SUPERVISOR))


def written(district: District, **changes: Any) -> ResponsePlan:
    words = {"caution": "Do not block the exit", "helps": "Quiet room", "avoid": "Sirens", **changes}
    number = words.pop("student_number", "S-77")
    return plans_of_care.write(number, actor=district.supervisor, at=NOON, **words)


def approved(district: District, until: date = NEXT_YEAR, **changes: Any) -> ResponsePlan:
    plan = written(district, **changes)
    by = district.other_officer.user
    ResponsePlan.objects.filter(pk=plan.pk).update(approved_by=by, reviewed_on=TODAY, expires_on=until)
    plan.refresh_from_db()
    return plan


def subject(district: District, number: str = "S-77") -> Subject:
    return Subject.objects.create(
        agency=district.campus.agency, incident=log_call(district).incident, role="student", student_number=number
    )


def test_another_supervisor_approves_a_version_until_a_day(district: District) -> None:
    plan = plans_of_care.approve(written(district), actor=second(district), expires_on=NEXT_YEAR, at=NOON)
    assert (plan.number, plan.reviewed_on, plan.expires_on) == (1, TODAY, NEXT_YEAR)
    said = selector.guidance([subject(district)], TODAY)["S-77"]
    assert (said.expired, said.caution, said.helps, said.avoid) == (
        False,
        "Do not block the exit",
        "Quiet room",
        "Sirens",
    )


def test_nobody_approves_what_they_wrote(district: District) -> None:
    plan = written(district)
    with pytest.raises(BrokenRule, match="another supervisor"):
        plans_of_care.approve(plan, actor=district.supervisor, expires_on=NEXT_YEAR, at=NOON)
    with pytest.raises(Forbidden):
        plans_of_care.approve(plan, actor=district.dispatcher, expires_on=NEXT_YEAR, at=NOON)
    plan.refresh_from_db()
    assert plan.approved_by_id is None
    assert selector.guidance([subject(district)], TODAY) == {}


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=367)])
def test_a_plan_ends_within_the_next_twelve_months(district: District, day: date) -> None:
    with pytest.raises(BrokenRule, match="twelve months"):
        plans_of_care.approve(written(district), actor=second(district), expires_on=day, at=NOON)


@pytest.mark.parametrize("until", [TODAY, TODAY - timedelta(days=30)])
def test_an_expired_plan_gives_no_instructions(district: District, until: date) -> None:
    approved(district, until)
    said = selector.guidance([subject(district)], TODAY)["S-77"]
    assert said.expired
    assert (said.caution, said.helps, said.avoid) == ("", "", "")
    assert said.reviewed_on == TODAY


def test_the_approved_version_counts_until_the_next_is_approved(district: District) -> None:
    approved(district)
    newer = written(district, helps="Music")
    assert newer.number == 2
    assert selector.guidance([subject(district)], TODAY)["S-77"].helps == "Quiet room"
    plans_of_care.approve(newer, actor=second(district), expires_on=NEXT_YEAR, at=NOON)
    assert selector.guidance([subject(district)], TODAY)["S-77"].helps == "Music"


def test_an_old_version_and_an_approved_one_are_not_approved_again(district: District) -> None:
    old, other = written(district), second(district)
    newer = written(district)
    with pytest.raises(Conflict, match="newer version"):
        plans_of_care.approve(old, actor=other, expires_on=NEXT_YEAR, at=NOON)
    plans_of_care.approve(newer, actor=other, expires_on=NEXT_YEAR, at=NOON)
    with pytest.raises(Conflict, match="already"):
        plans_of_care.approve(newer, actor=other, expires_on=NEXT_YEAR, at=NOON)


def test_a_supervisor_ends_a_plan_at_once(district: District) -> None:
    plan = approved(district)
    with pytest.raises(Forbidden):
        plans_of_care.end(plan, actor=district.officer(district.cit_officer), at=NOON)
    plans_of_care.end(plan, actor=district.supervisor, at=NOON)
    assert selector.guidance([subject(district)], TODAY)["S-77"].expired
    with pytest.raises(Conflict, match="not in use"):
        plans_of_care.end(plan, actor=district.supervisor, at=NOON)


def test_the_plan_of_another_district_or_student_says_nothing_here(district: District, neighbor: District) -> None:
    approved(neighbor)
    approved(district, student_number="S-78")
    assert selector.guidance([subject(district)], TODAY) == {}
    assert selector.guidance([subject(district, "")], TODAY) == {}
    assert selector.guidance([], TODAY) == {}


def test_officers_write_and_see_what_they_wrote_and_supervisors_see_all(district: District, neighbor: District) -> None:
    me = district.officer(district.cit_officer)
    mine = plans_of_care.write("S-79", actor=me, caution="", helps="Time alone", avoid="", at=NOON)
    approved(district)
    waiting = written(district, helps="Music")
    assert selector.listed(me) == [mine]
    assert [plan.number for plan in selector.listed(district.supervisor)] == [2, 1, 1]
    assert waiting in selector.listed(district.supervisor)
    assert selector.listed(neighbor.supervisor) == []
    for actor in (district.dispatcher,):
        with pytest.raises(Forbidden):
            selector.listed(actor)


def test_the_ledger_names_no_student_and_no_instruction(district: District) -> None:
    plans_of_care.approve(written(district), actor=second(district), expires_on=NEXT_YEAR, at=NOON)
    for event in Event.objects.filter(type__startswith="response_plan."):
        assert "S-77" not in event.payload
        assert "Quiet" not in event.payload
