"""A version is written, handed in, approved by somebody else until a day, and over on that day."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.models import ResponsePlan
from incidents.selectors import plans_kept
from incidents.selectors import plans_of_care as selector
from incidents.services import plan_reviews, plans_of_care
from officers.roles import Role
from officers.selectors import actor_of
from tests.cast import District, counselors, person
from tests.incidents.care.plans import concern, draft, in_force, met, second, stored, today, waiting, words


def test_another_supervisor_approves_a_version_and_responders_read_it(district: District) -> None:
    plan = in_force(district, safety=[concern(today() + timedelta(days=9))])
    assert (plan.number, plan.status, plan.reviewed_on) == (1, "approved", today())
    said = selector.guidance([met(district)], today())["S-77"]
    assert (said.expired, said.caution, said.avoid) == (False, "Do not block the exit", "Sirens")
    assert said.helps == "Moved to quiet room; Headphones"
    assert (said.strategies, said.number, said.plan) == (("Sit down at a distance",), 1, plan.pk)
    assert len(said.concerns) == 1


def test_nobody_approves_what_they_wrote_and_the_desk_approves_nothing(district: District) -> None:
    plan = waiting(district)
    until = today() + timedelta(days=90)
    with pytest.raises(BrokenRule, match="another supervisor"):
        plans_of_care.approve(plan, actor=district.supervisor, expected_version=None, expires_on=until)
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            plans_of_care.approve(plan, actor=actor, expected_version=None, expires_on=until)
    plan.refresh_from_db()
    assert plan.status == "submitted"
    assert selector.guidance([met(district)], today()) == {}


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_plan_ends_within_the_next_twelve_months(district: District, days: int) -> None:
    with pytest.raises(BrokenRule, match="twelve months"):
        plans_of_care.approve(
            waiting(district), actor=second(district), expected_version=None, expires_on=today() + timedelta(days=days)
        )


def test_a_plan_without_help_and_a_concern_without_its_end_are_not_handed_in(district: District) -> None:
    plan = draft(district, helps=[], safety=[concern("")])
    with pytest.raises(BrokenRule, match=r"at least one thing that helps.*“Valid until” is missing"):
        plans_of_care.submit(plan, actor=district.supervisor, expected_version=None)
    plan.refresh_from_db()
    assert plan.status == "draft"


def test_a_returned_version_is_changed_and_handed_in_again(district: District) -> None:
    plan = waiting(district)
    with pytest.raises(BrokenRule, match="what is to be changed"):
        plans_of_care.send_back(plan, actor=second(district), expected_version=None, comment=" ")
    plan = plans_of_care.send_back(plan, actor=second(district), expected_version=None, comment="Say who his aide is")
    assert (plan.status, plan.comment) == ("draft", "Say who his aide is")
    with pytest.raises(Forbidden):
        plans_of_care.revise(plan, actor=second(district), expected_version=None, **words())
    plan = plans_of_care.revise(plan, actor=district.supervisor, expected_version=None, **words(caution="Wait"))
    plan = plans_of_care.submit(plan, actor=district.supervisor, expected_version=None)
    assert (plan.status, plan.comment, plan.content["caution"]) == ("submitted", "", "Wait")


def test_what_was_handed_in_does_not_change(district: District) -> None:
    plan = waiting(district)
    with pytest.raises(Conflict):
        plans_of_care.revise(plan, actor=district.supervisor, expected_version=None, **words(caution="Other"))
    with pytest.raises(IntegrityError, match="do not change"), transaction.atomic():
        ResponsePlan.objects.filter(pk=plan.pk).update(content={"schema": 1})


def test_the_next_version_begins_with_the_words_of_the_last_and_takes_its_place(district: District) -> None:
    old = in_force(district)
    newer = plans_of_care.begin("S-77", actor=district.supervisor)
    assert (newer.number, newer.content, newer.campus) == (2, old.content, district.campus)
    assert selector.guidance([met(district)], today())["S-77"].number == 1
    newer = plans_of_care.submit(newer, actor=district.supervisor, expected_version=None)
    until = today() + timedelta(days=30)
    plans_of_care.approve(newer, actor=second(district), expected_version=None, expires_on=until)
    old.refresh_from_db()
    assert old.status == "retired"
    assert selector.guidance([met(district)], today())["S-77"].number == 2


def test_the_database_keeps_one_approved_and_one_open_version_of_a_person(district: District) -> None:
    in_force(district)
    with pytest.raises(IntegrityError, match="one_approved"), transaction.atomic():
        stored(district, number=7)
    draft(district)
    with pytest.raises(Conflict, match="being written already"):
        plans_of_care.begin("S-77", actor=district.supervisor)
    assert ResponsePlan.objects.count() == 2


def test_of_two_approvals_the_second_finds_it_done(district: District) -> None:
    plan, until = waiting(district), today() + timedelta(days=30)
    plans_of_care.approve(plan, actor=second(district), expected_version=None, expires_on=until)
    with pytest.raises(Conflict):
        plans_of_care.approve(plan, actor=second(district), expected_version=None, expires_on=until)
    assert Event.objects.filter(type="response_plan.approved").count() == 1


@pytest.mark.parametrize("days", [0, -30])
def test_an_expired_plan_gives_no_instructions_before_and_after_the_clock_has_written_it(
    district: District, days: int
) -> None:
    plan = in_force(district, until=today() + timedelta(days=days))
    person_there = met(district)
    for _round in range(2):
        said = selector.guidance([person_there], today())["S-77"]
        assert said.expired
        assert (said.caution, said.helps, said.avoid, said.strategies, said.contacts) == ("", "", "", (), ())
        plan_reviews.sweep(plan.agency, today(), at=clock.now())
    plan.refresh_from_db()
    assert plan.status == "expired"


def test_a_safety_concern_ends_on_its_own_day(district: District) -> None:
    over = today() - timedelta(days=1)
    in_force(district, safety=[concern(over), concern(today() + timedelta(days=1), "weapon")])
    said = selector.guidance([met(district)], today())["S-77"]
    assert [one.split(" (")[0] for one in said.concerns] == ["Weapon"]


def test_a_retired_plan_is_not_shown(district: District) -> None:
    plan = in_force(district)
    with pytest.raises(Forbidden):
        plans_of_care.retire(plan, actor=district.officer(district.cit_officer), expected_version=None)
    plans_of_care.retire(plan, actor=district.supervisor, expected_version=None)
    assert selector.guidance([met(district)], today()) == {}


def test_support_staff_and_cit_officers_write_and_others_do_not(district: District) -> None:
    (counselor,) = counselors(district, "Marigold")[1]
    assert draft(district, "S-1", counselor).written_by_id == counselor.id
    assert draft(district, "S-2", district.officer(district.cit_officer)).number == 1
    teacher = actor_of(person(district.campus.agency, "Gypsum", Role.TEACHER))
    for actor in (district.officer(district.other_officer), district.dispatcher, teacher):
        with pytest.raises(Forbidden):
            plans_of_care.begin("S-3", actor=actor)
    assert not ResponsePlan.objects.filter(student_number="S-3").exists()


def test_nobody_reads_a_plan_by_beginning_its_next_version(district: District) -> None:
    in_force(district)
    mine = plans_of_care.begin("S-77", actor=district.officer(district.cit_officer))
    assert (mine.number, mine.content["helps"]) == (2, [])


def test_the_ledger_names_no_person_and_no_instruction(district: District) -> None:
    in_force(district)
    events = Event.objects.filter(type__startswith="response_plan.")
    assert events.count() == 5
    for event in events:
        assert "S-77" not in event.payload
        assert "Sirens" not in event.payload


def test_the_plan_of_another_district_or_person_says_nothing_here(district: District, neighbor: District) -> None:
    in_force(neighbor)
    in_force(district, "S-78")
    assert selector.guidance([met(district)], today()) == {}
    assert selector.guidance([met(district, "")], today()) == {}
    assert selector.guidance([], today()) == {}
    assert [plan.student_number for plan in plans_kept.listed(district.supervisor, "", today())] == ["S-78"]
