"""Completions: who hands in, who verifies, and what is refused with which words."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.actors import Actor
from core.errors import BrokenRule, Conflict, Forbidden
from core.models import Event
from officers.models import Certification, Course, Officer
from officers.selectors import crisis_status
from officers.services import certifications
from tests.cast import NOON, District
from tests.officers.trained import PDF, TODAY, certificate, coordinator, course, events


def hand_in(officer: Officer, actor: Actor, given: Course, **fields: Any) -> Certification:
    """A completion of the first of March."""
    typed: dict[str, Any] = {"completed_on": date(2026, 3, 1), "at": NOON}
    return certifications.add(officer, actor=actor, course=given, **{**typed, **fields})


def mine(district: District, number: str = "CPR", **fields: Any) -> Certification:
    """The officer's own completion, just handed in."""
    officer = district.other_officer
    return hand_in(officer, district.officer(officer), course(district, number), **fields)


def test_what_an_officer_hands_in_waits_to_be_verified(district: District) -> None:
    row = mine(district, "1850")
    assert row.verified_at is None
    assert events() == ["certification.added"]
    assert not crisis_status(row.user_id, NOON).active


def test_the_coordinators_entry_for_somebody_else_is_verified_by_that(district: District) -> None:
    who = coordinator(district)
    row = hand_in(district.other_officer, who, course(district, "1850"))
    assert (row.verified_at, row.verified_by_id) == (NOON, who.id)
    assert set(events()) == {"certification.added", "certification.verified"}
    assert crisis_status(row.user_id, NOON).active


def test_nobody_hands_in_for_another_but_the_coordinator(district: District, neighbor: District) -> None:
    given = course(district, "CPR")
    for actor in (district.dispatcher, district.supervisor, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            hand_in(district.other_officer, actor, given)
    with pytest.raises(Forbidden):
        hand_in(district.other_officer, coordinator(neighbor), given)
    assert events() == []


def test_hours_provider_and_end_follow_the_course_unless_they_are_given(district: District) -> None:
    given = course(district, "CPR")
    Course.objects.filter(pk=given.pk).update(valid_months=24, provider="Red Mesa College")
    given.refresh_from_db()
    officer = district.other_officer
    usual = hand_in(officer, district.officer(officer), given)
    assert (usual.hours, usual.expires_on, usual.provider) == (Decimal(4), date(2028, 3, 1), "Red Mesa College")
    other = hand_in(
        officer,
        district.officer(officer),
        given,
        completed_on=date(2026, 2, 1),
        hours=Decimal(6),
        expires_on=date(2027, 1, 1),
        provider="Elsewhere",
    )
    assert (other.hours, other.expires_on, other.provider) == (Decimal(6), date(2027, 1, 1), "Elsewhere")


def test_twenty_four_months_from_a_leap_day_end_on_the_last_of_february(district: District) -> None:
    given = course(district, "CPR")
    Course.objects.filter(pk=given.pk).update(valid_months=24)
    given.refresh_from_db()
    officer = district.other_officer
    row = hand_in(officer, district.officer(officer), given, completed_on=date(2024, 2, 29))
    assert row.expires_on == date(2026, 2, 28)


def test_a_certificate_from_the_future_is_refused_by_the_agencys_own_calendar(district: District) -> None:
    """At 05:30 UTC it is still the evening before in Denver."""
    late = datetime(2026, 3, 5, 5, 30, tzinfo=ZoneInfo("UTC"))
    with pytest.raises(BrokenRule) as refusal:
        mine(district, completed_on=date(2026, 3, 5), at=late)
    assert set(refusal.value.fields) == {"completed_on"}
    assert not Certification.objects.filter(user=district.other_officer.user).exists()
    assert mine(district, completed_on=date(2026, 3, 4), at=late).pk


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"started_on": date(2026, 3, 2)}, "started_on"),
        ({"expires_on": date(2026, 2, 28)}, "expires_on"),
    ],
)
def test_days_in_the_wrong_order_are_refused_beside_the_field(
    district: District, fields: dict[str, Any], named: str
) -> None:
    with pytest.raises(BrokenRule) as refusal:
        mine(district, **fields)
    assert set(refusal.value.fields) == {named}
    assert events() == []


def test_a_retired_course_is_taken_for_its_days_and_refused_afterwards(district: District) -> None:
    given = course(district, "YMHFA")
    Course.objects.filter(pk=given.pk).update(retired_on=date(2026, 2, 28))
    given.refresh_from_db()
    officer = district.other_officer
    assert hand_in(officer, district.officer(officer), given, completed_on=date(2026, 2, 28)).pk
    with pytest.raises(BrokenRule, match="2026-02-28") as refusal:
        hand_in(officer, district.officer(officer), given)
    assert set(refusal.value.fields) == {"course"}


def test_the_same_completion_twice_names_the_one_that_is_there(district: District) -> None:
    mine(district)
    with pytest.raises(Conflict, match="CPR of 2026-03-01 is there already, and waits"):
        mine(district)
    certifications.verify(Certification.objects.get(course__number="CPR"), actor=coordinator(district), at=NOON)
    with pytest.raises(Conflict, match="verified"):
        mine(district)
    assert Certification.objects.filter(course__number="CPR").count() == 1


def test_nobody_verifies_or_refuses_their_own(district: District) -> None:
    who = coordinator(district)
    officer = Officer.objects.create(
        agency=district.campus.agency,
        user_id=who.person,
        call_sign="T-1",
        badge="T-1",
        license="peace_officer",
        home_campus=district.campus,
        last_campus=district.campus,
        duty_since=NOON,
    )
    own = hand_in(officer, who, course(district, "CPR"))
    assert own.verified_at is None
    with pytest.raises(Forbidden):
        certifications.verify(own, actor=who, at=NOON)
    with pytest.raises(Forbidden):
        certifications.refuse(own, actor=who, refusal="No.", at=NOON)
    assert certifications.verify(own, actor=coordinator(district, "Juniper"), at=NOON).verified_at == NOON


def test_verified_once_refused_once_and_by_the_coordinator_only(district: District) -> None:
    row = mine(district)
    for actor in (district.supervisor, district.dispatcher, district.officer(district.cit_officer)):
        with pytest.raises(Forbidden):
            certifications.verify(row, actor=actor, at=NOON)
    who = coordinator(district)
    certifications.verify(row, actor=who, at=NOON)
    with pytest.raises(Conflict):
        certifications.verify(row, actor=who, at=NOON)
    with pytest.raises(Conflict):
        certifications.refuse(row, actor=who, refusal="No.", at=NOON)
    assert events().count("certification.verified") == 1


def test_the_file_is_kept_with_it_and_a_wrong_one_keeps_nothing(district: District) -> None:
    good = SimpleUploadedFile("card.pdf", PDF)
    row = mine(district, file=good)
    assert row.file is not None
    assert row.file.media_type == "application/pdf"
    with pytest.raises(BrokenRule) as refusal:
        mine(district, completed_on=date(2026, 2, 1), file=SimpleUploadedFile("card.pdf", b"MZ not a certificate"))
    assert set(refusal.value.fields) == {"file"}
    assert Certification.objects.filter(user=district.other_officer.user).count() == 1


def test_no_event_names_the_person(district: District) -> None:
    mine(district)
    payloads = "".join(Event.objects.values_list("payload", flat=True))
    assert "Basalt" not in payloads
    assert "S-21" in payloads


def test_of_two_certificates_the_one_that_lasts_longer_makes_the_cit_officer(district: District) -> None:
    officer = district.other_officer
    certificate(officer, "1850", date(2022, 1, 1), expires_on=TODAY - timedelta(days=1))
    assert not crisis_status(officer.user_id, NOON).active
    certificate(officer, "3843", date(2025, 1, 1), expires_on=TODAY + timedelta(days=1))
    status = crisis_status(officer.user_id, NOON)
    assert (status.course, status.until) == ("3843", TODAY + timedelta(days=1))
