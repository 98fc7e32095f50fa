"""Saying who somebody is, and taking it back."""

from datetime import date

import pytest

from core.errors import BrokenRule, Conflict, Forbidden, NotFound
from core.models import Event
from incidents.models import Person, Subject, SubjectLink
from incidents.people_vocabulary import Act
from incidents.selectors import people_search
from incidents.services import people, people_access, subjects
from tests.cast import NOON, District
from tests.incidents.people.folk import child, known, subject

NEW = {"given_name": "Larkspur", "family_name": "Aster", "birth_date": date(2011, 5, 6), "student_number": "D1001"}


def test_a_subject_is_entered_as_a_new_person_and_linked(district: District) -> None:
    one = subject(district, role="student", grade="g09")
    made = people.create(one, actor=district.dispatcher, **NEW)
    one.refresh_from_db()
    assert (one.person, made.grade, made.role) == (made, "g09", "student")
    assert one.is_minor, "the birth date shows a child"
    assert SubjectLink.objects.get().found == "created"
    assert "larkspur" not in " ".join(Event.objects.values_list("payload", flat=True)).casefold()


def test_somebody_without_name_and_number_is_nobody(district: District) -> None:
    nothing = {**NEW, "given_name": "", "family_name": "", "student_number": ""}
    with pytest.raises(BrokenRule):
        people.create(subject(district), actor=district.dispatcher, **nothing)
    assert not Person.objects.exists()


def test_the_likely_person_is_suggested_with_reasons_and_not_linked(district: District) -> None:
    right, other = child(district), child(district, given_name="Jasper", student_number="D1002")
    one = subject(district, name="ASTER, Larkspur", birth_date=date(2011, 5, 6))
    found = people_search.suggestions(district.dispatcher, one, NOON)
    assert [(row.person, row.match.band) for row in found] == [(right, "likely")]
    assert other not in [row.person for row in found]
    one.refresh_from_db()
    assert one.person is None


def test_a_child_is_linked_only_after_it_was_offered(district: District) -> None:
    person, one = child(district), subject(district)
    with pytest.raises(NotFound):
        people.link(one, actor=district.dispatcher, person=person)
    people_access.note([person.pk], actor=district.dispatcher, act=Act.SUGGESTED, incident=one.incident)
    made = people.link(one, actor=district.dispatcher, person=person)
    assert (made.found, made.person) == ("suggested", person)


def test_nobody_is_linked_twice(district: District) -> None:
    person, one = known(district), subject(district)
    people.link(one, actor=district.dispatcher, person=person)
    with pytest.raises(Conflict):
        people.link(one, actor=district.dispatcher, person=known(district, given_name="Jasper"))


def test_an_officer_who_was_not_sent_links_nobody(district: District) -> None:
    with pytest.raises(Forbidden):
        people.link(subject(district), actor=district.officer(district.other_officer), person=known(district))


def test_taking_back_needs_nothing_deleted(district: District) -> None:
    person, one = known(district), subject(district)
    people.link(one, actor=district.dispatcher, person=person)
    people.unlink(one, actor=district.dispatcher, reason="A namesake")
    ended = SubjectLink.objects.get()
    assert (Subject.objects.get().person, ended.end_reason, ended.ended_by_id) == (
        None,
        "A namesake",
        district.dispatcher.id,
    )
    with pytest.raises(Conflict):
        people.unlink(one, actor=district.dispatcher, reason="Again")


@pytest.mark.parametrize(
    ("role", "grade", "age", "minor"),
    [
        ("student", "", None, True),
        ("student", "g12", None, True),
        ("student", "g12", 18, False),
        ("visitor", "", None, False),
        ("visitor", "", 17, True),
        ("visitor", "g08", None, True),
        ("staff", "unknown", None, False),
    ],
)
def test_who_is_a_minor(role: str, grade: str, age: int | None, minor: bool) -> None:
    assert subjects.is_minor(role, grade, age=age) is minor


def test_being_a_minor_is_measured_on_the_day_of_the_encounter(district: District) -> None:
    one = subject(district, role="student")
    born = date(NOON.year - 18, NOON.month, NOON.day)
    facts = {"age_estimate": None, "interpreter_used": "no"}
    later = subjects.describe(one, actor=district.dispatcher, birth_date=born, **facts)
    assert not later.is_minor
    day_after = born.replace(day=born.day + 1)
    assert subjects.describe(one, actor=district.dispatcher, birth_date=day_after, **facts).is_minor
