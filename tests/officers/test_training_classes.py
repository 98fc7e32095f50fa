"""Classes and seats: what can be booked, what is refused, and what comes of it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.errors import BrokenRule, Conflict, Forbidden
from officers.models import Booking, Certification, Course, TrainingSession
from officers.services import classes
from tests.cast import NOON, District
from tests.officers.trained import TOMORROW, certificate, coordinator, course, events, planned, seated

AFTER = TOMORROW + timedelta(hours=9)


def test_the_coordinator_plans_a_class_and_nobody_else(district: District) -> None:
    row = planned(district, coordinator(district))
    assert (row.place, row.seats) == ("Room A-101", 12)
    for actor in (district.supervisor, district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            planned(district, actor)
    assert events() == ["session.planned"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"ends_at": TOMORROW}, "ends_at"),
        ({"starts_at": NOON}, "starts_at"),
    ],
)
def test_a_class_ends_after_it_begins_and_lies_in_the_future(
    district: District, fields: dict[str, Any], named: str
) -> None:
    with pytest.raises(BrokenRule) as refusal:
        planned(district, coordinator(district), **fields)
    assert set(refusal.value.fields) == {named}
    assert not TrainingSession.objects.exists()


def test_no_class_of_a_course_that_is_retired_by_then(district: District) -> None:
    given = course(district)
    Course.objects.filter(pk=given.pk).update(retired_on=NOON.date())
    given.refresh_from_db()
    with pytest.raises(BrokenRule, match="retired") as refusal:
        planned(district, coordinator(district), course=given)
    assert set(refusal.value.fields) == {"course"}


def test_a_seat_is_booked_by_who_keeps_the_roster_and_not_by_the_officer(district: District) -> None:
    row = planned(district, coordinator(district))
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            classes.book(district.cit_officer, actor=actor, session=row, at=NOON)
    booking = classes.book(district.cit_officer, actor=district.supervisor, session=row, at=NOON)
    assert (booking.status, booking.booked_by_id) == ("booked", district.supervisor.id)


def test_the_last_seat_is_given_once_and_a_seat_given_back_is_free_again(district: District) -> None:
    who = coordinator(district)
    row = planned(district, who, seats=1)
    first = classes.book(district.cit_officer, actor=who, session=row, at=NOON)
    with pytest.raises(BrokenRule, match="All 1 seats") as refusal:
        classes.book(district.other_officer, actor=who, session=row, at=NOON)
    assert set(refusal.value.fields) == {"session"}
    classes.cancel(first, actor=who, expected_version=first.version, at=NOON)
    assert classes.book(district.other_officer, actor=who, session=row, at=NOON).status == "booked"


def test_one_person_has_one_seat_in_a_class(district: District) -> None:
    who = coordinator(district)
    row = planned(district, who)
    classes.book(district.cit_officer, actor=who, session=row, at=NOON)
    with pytest.raises(Conflict, match="already"):
        classes.book(district.cit_officer, actor=who, session=row, at=NOON)
    assert Booking.objects.count() == 1


def test_two_classes_at_one_time_are_refused_and_one_after_the_other_is_not(district: District) -> None:
    who = coordinator(district)
    seated(district, who)
    with pytest.raises(BrokenRule, match="3843"):
        seated(district, who, starts_at=TOMORROW + timedelta(hours=7), ends_at=TOMORROW + timedelta(hours=15))
    following = {"starts_at": TOMORROW + timedelta(hours=8), "ends_at": TOMORROW + timedelta(hours=12)}
    assert seated(district, who, **following).status == "booked"


def test_a_class_that_has_begun_takes_nobody(district: District) -> None:
    who = coordinator(district)
    row = planned(district, who)
    with pytest.raises(BrokenRule, match="begun"):
        classes.book(district.cit_officer, actor=who, session=row, at=TOMORROW)


def test_who_has_left_by_then_gets_no_seat(district: District) -> None:
    who = coordinator(district)
    row = planned(district, who)
    officer = district.other_officer
    officer.separated_on = NOON.date()
    officer.save()
    with pytest.raises(BrokenRule, match="no longer on the roster"):
        classes.book(officer, actor=who, session=row, at=NOON)
    officer.separated_on = TOMORROW.date()
    officer.save()
    assert classes.book(officer, actor=who, session=row, at=NOON).status == "booked"


def test_who_came_has_a_completion_that_waits_to_be_verified(district: District) -> None:
    who = coordinator(district)
    booking = classes.attend(seated(district, who), actor=who, expected_version=1, at=AFTER)
    made = Certification.objects.get(user=district.cit_officer.user, course__number="3843")
    assert booking.status == "attended"
    assert (made.completed_on, made.hours, made.verified_at) == (TOMORROW.date(), Decimal(8), None)


def test_a_completion_that_is_there_already_is_left_as_it_is(district: District) -> None:
    who = coordinator(district)
    certificate(district.cit_officer, "3843", TOMORROW.date(), hours=Decimal(6))
    classes.attend(seated(district, who), actor=who, expected_version=1, at=AFTER)
    made = Certification.objects.get(user=district.cit_officer.user, course__number="3843")
    assert made.hours == Decimal(6)


def test_the_hours_of_a_class_of_several_days_are_the_courses_own(district: District) -> None:
    who = coordinator(district)
    long = {"ends_at": TOMORROW + timedelta(days=4)}
    classes.attend(seated(district, who, **long), actor=who, expected_version=1, at=AFTER)
    other = seated(district, who, district.other_officer, course=course(district, "1850"), **long)
    classes.attend(other, actor=who, expected_version=1, at=AFTER)
    hours = dict(Certification.objects.filter(verified_at=None).values_list("course__number", "hours"))
    assert hours == {"3843": None, "1850": Decimal(40)}


def test_nobody_is_marked_before_the_class_has_begun(district: District) -> None:
    who = coordinator(district)
    booking = seated(district, who)
    with pytest.raises(BrokenRule, match="not begun"):
        classes.attend(booking, actor=who, expected_version=1, at=NOON)
    with pytest.raises(BrokenRule, match="not begun"):
        classes.miss(booking, actor=who, expected_version=1, at=NOON)
    assert classes.miss(booking, actor=who, expected_version=1, at=AFTER).status == "missed"
    assert not Certification.objects.filter(course__number="3843").exists()


def test_the_officer_gives_their_own_seat_back_and_nobody_elses(district: District) -> None:
    who = coordinator(district)
    booking = seated(district, who)
    with pytest.raises(Forbidden):
        classes.cancel(booking, actor=district.officer(district.other_officer), expected_version=1, at=NOON)
    with pytest.raises(Forbidden):
        classes.attend(booking, actor=district.officer(district.cit_officer), expected_version=1, at=AFTER)
    done = classes.cancel(booking, actor=district.officer(district.cit_officer), expected_version=1, at=NOON)
    assert (done.status, done.ended_at) == ("cancelled", NOON)
    with pytest.raises(Conflict):
        classes.cancel(done, actor=who, expected_version=2, at=NOON)


def test_a_seat_of_another_agency_cannot_be_booked(district: District, neighbor: District) -> None:
    row = planned(district, coordinator(district))
    with pytest.raises(Forbidden):
        classes.book(district.cit_officer, actor=coordinator(neighbor), session=row, at=NOON)
