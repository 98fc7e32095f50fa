"""Leaving, coming back, and what somebody must not be sent to."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from incidents.services import assignments
from officers.models import Officer, Restriction, TimeEntry, User
from officers.selectors import actor_of, crisis_status
from officers.services import employment, restrictions
from tests.cast import NOON, District, arrived, log_call
from tests.incidents.desk import signed_in
from tests.officers.hiring import enroll

TODAY = NOON.date()


def leave(district: District, officer: Officer, day: date = TODAY) -> Officer:
    return employment.deactivate(officer, actor=district.supervisor, expected_version=None, separated_on=day, at=NOON)


def come_back(district: District, officer: Officer, day: date = TODAY) -> Officer:
    return employment.reactivate(officer, actor=district.supervisor, expected_version=None, hired_on=day, at=NOON)


def test_who_leaves_is_off_the_clock_logged_out_and_no_cit_officer(district: District) -> None:
    officer = district.cit_officer
    browser = signed_in(district.officer(officer))
    assert browser.get("/").status_code == 200
    left = leave(district, officer)
    assert (left.active, left.duty, left.separated_on, left.version) == (False, "off_duty", TODAY, 2)
    assert TimeEntry.objects.get(officer=officer).clocked_out_at == NOON
    assert browser.get("/").status_code == 302
    assert not crisis_status(officer.user_id, NOON).active
    assert Event.objects.get(type="officer.deactivated").facts == {"unit": "C-12", "separated_on": "2026-03-04"}


def test_a_session_ended_by_leaving_does_not_open_again(district: District) -> None:
    browser = signed_in(district.officer(district.cit_officer))
    other: Client = signed_in(district.officer(district.other_officer))
    leave(district, district.cit_officer)
    come_back(district, district.cit_officer)
    assert browser.get("/").status_code == 302
    assert other.get("/").status_code == 200


def test_an_assigned_officer_stays_until_somebody_else_is_sent(district: District) -> None:
    incident = log_call(district).incident
    part = arrived(district, incident)
    with pytest.raises(BrokenRule, match=r"C-12 is on .* Send somebody else first"):
        leave(district, district.cit_officer)
    district.cit_officer.refresh_from_db()
    assert district.cit_officer.active
    assert TimeEntry.objects.filter(officer=district.cit_officer, clocked_out_at=None).exists()
    assignments.clear(part, actor=district.officer(district.cit_officer), expected_version=None, at=NOON)
    assert not leave(district, district.cit_officer).active


@pytest.mark.parametrize(
    ("day", "said"), [(TODAY + timedelta(days=1), "in the future"), (date(2024, 7, 31), "before the day of hire")]
)
def test_the_day_of_leaving_lies_between_hire_and_today(district: District, day: date, said: str) -> None:
    made = enroll(district)
    with pytest.raises(BrokenRule) as refusal:
        leave(district, made, day)
    assert said in str(refusal.value.fields["separated_on"])


def test_nobody_leaves_twice_or_takes_themselves_off(district: District) -> None:
    leave(district, district.cit_officer)
    with pytest.raises(Conflict, match="already left"):
        leave(district, district.cit_officer)
    chief = enroll(district, roles=["police_officer", "supervisor"])
    with pytest.raises(BrokenRule, match="themselves"):
        employment.deactivate(chief, actor=actor_of(chief.user), expected_version=None, separated_on=TODAY, at=NOON)


def test_only_a_supervisor_of_the_agency_ends_and_renews_an_employment(district: District, neighbor: District) -> None:
    for actor in (district.dispatcher, district.officer(district.cit_officer), neighbor.supervisor):
        with pytest.raises(Forbidden):
            employment.deactivate(district.cit_officer, actor=actor, expected_version=None, separated_on=TODAY, at=NOON)
        with pytest.raises(Forbidden):
            employment.reactivate(district.cit_officer, actor=actor, expected_version=None, hired_on=TODAY, at=NOON)


def test_a_person_hired_twice_is_led_to_the_row_they_have(district: District) -> None:
    made = enroll(district)
    leave(district, made)
    with pytest.raises(BrokenRule) as refusal:
        enroll(district, call_sign="C-41")
    for field in ("badge", "pid", "email"):
        assert "who left the roster on 2026-03-04" in str(refusal.value.fields[field])
        assert "Reactivate" in str(refusal.value.fields[field])
    back = come_back(district, made)
    assert (back.pk, back.active, back.separated_on, back.hired_on) == (made.pk, True, None, TODAY)
    assert User.objects.get(pk=made.user_id).is_active
    facts = Event.objects.get(type="officer.reactivated").facts
    assert facts == {"unit": "C-40", "hired_on": "2026-03-04", "left_on": "2026-03-04"}


def test_nobody_comes_back_before_they_left_or_while_they_are_here(district: District) -> None:
    with pytest.raises(Conflict, match="already"):
        come_back(district, district.cit_officer)
    leave(district, district.cit_officer)
    with pytest.raises(BrokenRule) as refusal:
        come_back(district, district.cit_officer, TODAY - timedelta(days=1))
    assert "before the day of leaving" in str(refusal.value.fields["hired_on"])


def test_a_reading_older_than_a_change_is_refused(district: District) -> None:
    with pytest.raises(Conflict, match="C-12 was changed"):
        employment.deactivate(
            district.cit_officer, actor=district.supervisor, expected_version=7, separated_on=TODAY, at=NOON
        )


def limit(district: District, **given: Any) -> Restriction:
    facts = {"kind": "duty", "reason": " Light duty ", "from_day": TODAY, **given}
    return restrictions.restrict(district.cit_officer, actor=district.supervisor, at=NOON, **facts)


def test_a_restriction_is_set_with_a_reason_and_lifted_once(district: District) -> None:
    made = limit(district)
    assert (made.reason, made.set_by_id) == ("Light duty", district.supervisor.id)
    assert Event.objects.get(type="officer.restricted").facts == {"unit": "C-12", "kind": "duty", "until": None}
    restrictions.lift(made, actor=district.supervisor, at=NOON)
    with pytest.raises(Conflict, match="lifted already"):
        restrictions.lift(made, actor=district.supervisor, at=NOON)


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"kind": "campus"}, "campus", "Choose the campus"),
        ({"campus": "here"}, "campus", "only when"),
        ({"kind": "person"}, "subject_id", "from an incident"),
        ({"subject_id": uuid4()}, "subject_id", "from an incident"),
        ({"until": TODAY - timedelta(days=1)}, "until", "before the first"),
        ({"from_day": date(2026, 1, 1), "until": date(2026, 2, 1)}, "until", "over already"),
    ],
)
def test_a_restriction_that_says_nothing_clear_is_refused(
    district: District, given: dict[str, Any], field: str, said: str
) -> None:
    typed = given | ({"campus": district.campus} if "campus" in given else {})
    with pytest.raises(BrokenRule) as refusal:
        limit(district, **typed)
    assert said in str(refusal.value.fields[field])
    assert not Restriction.objects.exists()


def test_the_same_restriction_is_not_set_twice_while_it_lasts(district: District) -> None:
    limit(district, kind="campus", campus=district.campus, until=TODAY)
    with pytest.raises(Conflict, match="already"):
        limit(district, kind="campus", campus=district.campus)
    assert limit(district, kind="person", subject_id=uuid4()).pk
    assert limit(district, kind="person", subject_id=uuid4()).pk
    assert limit(district).pk


def test_only_a_supervisor_of_the_agency_restricts(district: District, neighbor: District) -> None:
    made = limit(district)
    for actor in (district.dispatcher, district.officer(district.cit_officer), neighbor.supervisor):
        with pytest.raises(Forbidden):
            restrictions.restrict(district.cit_officer, actor=actor, kind="duty", reason="x", from_day=TODAY, at=NOON)
        with pytest.raises(Forbidden):
            restrictions.lift(made, actor=actor, at=NOON)
