"""The pages of training: what each person finds, what a form says, and how many statements a list takes."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from core import clock
from core.actors import Actor
from officers import catalogue
from officers.models import (
    Booking,
    Certification,
    Course,
    CoverageRule,
    Officer,
    Shift,
    TrainingRule,
    TrainingSession,
    Waiver,
)
from officers.services import certifications
from officers.training import standard
from tests.cast import District, officer
from tests.officers.trained import PDF, certificate, coordinator
from tests.referrals.people import signed_in

HTML = "<h1>not a certificate</h1>"


@pytest.fixture
def keeper(district: District) -> Actor:
    """The training coordinator of a district with the standard rules."""
    standard.install(district.campus.agency)
    return coordinator(district)


def today(district: District) -> date:
    """On the agency's calendar, as the pages see it."""
    return timezone.now().astimezone(district.campus.agency.zone).date()


def text(client: Client, path: str, status: int = 200) -> str:
    """A page's text."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def tomorrow(district: District, number: str = "3843", **fields: Any) -> TrainingSession:
    """A class of tomorrow, whatever day it is."""
    starts = clock.now() + timedelta(days=1)
    given = {"starts_at": starts, "ends_at": starts + timedelta(hours=8), "place": "Room A-101", **fields}
    agency = district.campus.agency
    return TrainingSession.objects.create(agency=agency, course=catalogue.install(agency)[number], **given)


def test_who_lapses_in_ninety_days_is_on_the_work_list_without_a_click(district: District, keeper: Actor) -> None:
    ends = today(district) + timedelta(days=90)
    certificate(district.other_officer, "1850", date(2020, 1, 1), expires_on=ends)
    late = officer(district.campus, "Lantana", "C-44", cit=False)
    certificate(late, "1850", date(2020, 1, 1), expires_on=ends + timedelta(days=1))
    found = signed_in(keeper).get("/training/").context["work"]
    assert [(each.officer.call_sign, each.days) for each in found.lapsing] == [("S-21", 90)]
    assert found.numbers["lapsing"] == 1


def test_the_gaps_of_next_week_stand_beside_who_lapses_without_a_click(district: District, keeper: Actor) -> None:
    whole_day = {"starts": time(0), "ends": time(0), "weekdays": list(range(7))}
    CoverageRule.objects.create(agency=district.campus.agency, name="One CIT officer", number=1, **whole_day)
    shown = text(signed_in(keeper), "/training/")
    assert "Gaps next week" in shown
    assert "0 of 1" in shown
    CoverageRule.objects.update(active=False)
    assert "0 of 1" not in text(signed_in(keeper), "/training/")


def test_the_list_says_who_is_overdue_and_what_is_missing(district: District, keeper: Actor) -> None:
    officer_row = district.other_officer
    Officer.objects.filter(pk=officer_row.pk).update(placed_on=date(2020, 1, 1))
    shown = text(signed_in(keeper), "/training/")
    assert "S-21" in shown
    assert "Overdue since 2020-06-30" in shown
    assert "The day the rule counts from is not on the roster." in shown
    assert f"/officers/{officer_row.pk}/book/" in shown


def test_the_work_list_is_for_who_keeps_training(district: District, keeper: Actor, neighbor: District) -> None:
    assert "S-21" in text(signed_in(district.supervisor), "/training/")
    for actor in (district.dispatcher, district.officer(district.cit_officer)):
        text(signed_in(actor), "/training/", 403)
    certificate(neighbor.other_officer, "1850", date(2020, 1, 1), expires_on=today(district))
    assert signed_in(keeper).get("/training/").context["work"].numbers["lapsing"] == 0


@pytest.mark.parametrize("people", [3, 12])
def test_the_work_list_takes_the_same_statements_for_any_number_of_people(
    district: District, keeper: Actor, people: int, django_assert_num_queries: Any
) -> None:
    for number in range(people):
        made = officer(district.campus, f"Sedge{number}", f"C-{60 + number}", cit=True)
        certificate(made, "CPR", date(2025, 1, 1), verified_at=None)
    client = signed_in(keeper)
    client.get("/training/")
    with django_assert_num_queries(16):
        client.get("/training/")


def test_a_completion_is_verified_from_the_list_and_counts(district: District, keeper: Actor) -> None:
    row = certificate(district.other_officer, "1850", date(2025, 1, 1), verified_at=None)
    client = signed_in(keeper)
    assert f"/certifications/{row.pk}/verify/" in text(client, "/training/")
    answer = client.post(f"/certifications/{row.pk}/verify/")
    assert (answer.status_code, answer["Location"]) == (303, "/training/")
    row.refresh_from_db()
    assert row.verified_by_id == keeper.id
    assert client.post(f"/certifications/{row.pk}/verify/").status_code == 409


def test_a_refusal_needs_a_reason_and_the_person_reads_it(district: District, keeper: Actor) -> None:
    row = certificate(district.other_officer, "CPR", date(2025, 1, 1), verified_at=None)
    client = signed_in(keeper)
    assert client.post(f"/certifications/{row.pk}/refuse/").status_code == 422
    assert client.post(f"/certifications/{row.pk}/refuse/", {"refusal": "Page two is missing."}).status_code == 303
    own = signed_in(district.officer(district.other_officer))
    assert "Page two is missing." in text(own, f"/officers/{district.other_officer.pk}/training/")


def test_an_officer_hands_in_a_file_and_only_who_may_see_it_gets_it(
    district: District, keeper: Actor, neighbor: District
) -> None:
    pk = district.other_officer.pk
    own = signed_in(district.officer(district.other_officer))
    typed = {"course": catalogue.install(district.campus.agency)["CPR"].pk, "completed_on": "2025-02-01"}
    sent = own.post(f"/officers/{pk}/certifications/", {**typed, "file": SimpleUploadedFile("card.pdf", PDF)})
    assert sent.status_code == 303
    row = Certification.objects.get(course__number="CPR")
    path = f"/certifications/{row.pk}/file/"
    got = own.get(path)
    assert (got.content, got["Content-Type"]) == (PDF, "application/pdf")
    assert got["Content-Disposition"].startswith("attachment")
    assert signed_in(keeper).get(path).status_code == 200
    for actor in (district.dispatcher, district.officer(district.cit_officer), neighbor.supervisor):
        assert signed_in(actor).get(path).status_code == 404


def test_a_refused_form_keeps_what_was_typed(district: District, keeper: Actor) -> None:
    pk = district.other_officer.pk
    own = signed_in(district.officer(district.other_officer))
    typed: dict[str, Any] = {
        "course": catalogue.install(district.campus.agency)["CPR"].pk,
        "completed_on": "2099-01-01",
        "provider": "Red Mesa College",
    }
    answer = own.post(f"/officers/{pk}/certifications/", typed)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "A completion cannot lie in the future." in shown
    assert "Red Mesa College" in shown
    wrong = SimpleUploadedFile("card.pdf", HTML.encode())
    answer = own.post(f"/officers/{pk}/certifications/", {**typed, "completed_on": "2025-01-01", "file": wrong})
    assert answer.status_code == 422
    assert not Certification.objects.filter(course__number="CPR").exists()


def test_training_of_another_is_forbidden_or_unknown(district: District, keeper: Actor) -> None:
    pk = district.other_officer.pk
    assert "S-21" in text(signed_in(keeper), f"/officers/{pk}/training/")
    text(signed_in(district.dispatcher), f"/officers/{pk}/training/", 403)
    text(signed_in(district.officer(district.cit_officer)), f"/officers/{pk}/training/", 404)


def test_a_persons_page_says_by_which_rule_and_with_which_evidence(district: District, keeper: Actor) -> None:
    own = signed_in(district.officer(district.cit_officer))
    shown = text(own, f"/officers/{district.cit_officer.pk}/training/")
    assert "1850 of 2024-05-01" in shown
    assert "Everybody on the roster is trained in crisis intervention" in shown
    assert "Agency policy" in shown


def test_booking_takes_a_class_and_says_when_a_shift_lies_across_it(district: District, keeper: Actor) -> None:
    found = tomorrow(district)
    Shift.objects.create(
        agency=district.campus.agency,
        officer=district.cit_officer,
        position="patrol",
        starts_at=found.starts_at,
        ends_at=found.ends_at,
    )
    client = signed_in(keeper)
    path = f"/officers/{district.cit_officer.pk}/book/"
    assert "Room A-101" in text(client, path)
    assert client.post(path).status_code == 422
    answer = client.post(path, {"session": found.pk}, follow=True)
    assert "has a shift then" in answer.content.decode()
    assert Booking.objects.get().officer_id == district.cit_officer.pk
    assert client.post(path, {"session": found.pk}).status_code == 409


def test_a_full_or_past_class_is_no_choice(district: District, keeper: Actor) -> None:
    tomorrow(district, starts_at=clock.now() - timedelta(hours=1))
    shown = text(signed_in(keeper), f"/officers/{district.cit_officer.pk}/book/")
    assert "No class with a seat left is planned." in shown


def test_who_came_is_marked_when_the_class_has_begun(district: District, keeper: Actor) -> None:
    found = tomorrow(district)
    booking = Booking.objects.create(
        agency=district.campus.agency, session=found, officer=district.cit_officer, booked_by_id=keeper.person
    )
    client = signed_in(keeper)
    assert 'value="attend"' not in text(client, f"/sessions/{found.pk}/")
    move = {"move": "attend", "version": 1}
    assert client.post(f"/bookings/{booking.pk}/move/", move).status_code == 422
    TrainingSession.objects.filter(pk=found.pk).update(starts_at=clock.now() - timedelta(hours=1))
    assert 'value="attend"' in text(client, f"/sessions/{found.pk}/")
    assert client.post(f"/bookings/{booking.pk}/move/", {**move, "version": 7}).status_code == 409
    assert client.post(f"/bookings/{booking.pk}/move/", move).status_code == 303
    assert client.post(f"/bookings/{booking.pk}/move/", move).status_code == 409


def test_a_course_is_made_changed_retired_and_substituted_on_its_pages(district: District, keeper: Actor) -> None:
    client = signed_in(keeper)
    typed = {"number": "9001", "title": "Listening", "category": "general", "hours": "8"}
    made = client.post("/courses/new/", typed)
    row = Course.objects.get(number="9001")
    assert (made.status_code, made["Location"]) == (303, f"/courses/{row.pk}/")
    assert client.post("/courses/new/", typed).status_code == 422
    change = {"title": "Listening well", "category": "general", "version": 1}
    assert client.post(f"/courses/{row.pk}/edit/", change).status_code == 303
    assert client.post(f"/courses/{row.pk}/edit/", change).status_code == 409
    other = Course.objects.get(number="1849")
    assert client.post(f"/courses/{row.pk}/substitutes/", {"substitute": other.pk, "active": "on"}).status_code == 303
    assert client.post(f"/courses/{row.pk}/substitutes/", {"substitute": row.pk}).status_code == 422
    assert client.post(f"/courses/{row.pk}/retire/", {"retired_on": "2026-01-31", "version": 2}).status_code == 303
    shown = text(client, f"/courses/{row.pk}/")
    assert "1849 De-escalation" in shown
    assert "Retired on 2026-01-31" in shown
    own = signed_in(district.officer(district.cit_officer))
    assert "Retired 2026-01-31" in text(own, "/courses/")
    text(own, f"/courses/{row.pk}/edit/", 403)


def test_a_rule_gets_a_new_version_and_the_page_says_both_in_words(district: District, keeper: Actor) -> None:
    client = signed_in(keeper)
    row = TrainingRule.objects.get(slug="cpr")
    start = client.get(f"/rules/{row.pk}/change/").context["form"].initial
    day = start["effective_from"]
    typed = {"title": row.title, "kind": "every_months", "number": 12, "courses": ["CPR"], "due_soon_days": 60}
    assert client.post(f"/rules/{row.pk}/change/", {**typed, "effective_from": "2020-01-01"}).status_code == 422
    assert client.post(f"/rules/{row.pk}/change/", {**typed, "effective_from": day}).status_code == 303
    shown = text(client, "/rules/")
    assert "CPR, every 12 months" in shown
    assert "CPR, every 24 months" in shown
    assert client.post(f"/rules/{row.pk}/end/", {"last_day": day}).status_code == 409


def test_a_rule_is_added_and_ended_on_its_pages(district: District, keeper: Actor) -> None:
    client = signed_in(keeper)
    typed = {"slug": "listen", "title": "Listening", "kind": "once", "courses": ["1849"], "due_soon_days": 90}
    assert client.post("/rules/new/", {**typed, "effective_from": "2026-01-01", "number": 3}).status_code == 422
    assert client.post("/rules/new/", {**typed, "effective_from": "2026-01-01"}).status_code == 303
    row = TrainingRule.objects.get(slug="listen")
    assert client.post(f"/rules/{row.pk}/end/", {"last_day": "2026-02-01"}).status_code == 303
    assert "Ended 2026-02-01" in text(client, "/rules/")


def test_a_waiver_is_granted_on_its_page_and_seen_on_the_persons(district: District, keeper: Actor) -> None:
    client, pk = signed_in(keeper), district.other_officer.pk
    assert client.post(f"/officers/{pk}/waivers/", {"rule_slug": "cpr"}).status_code == 422
    assert client.post(f"/officers/{pk}/waivers/", {"rule_slug": "cpr", "reason": "Instructor"}).status_code == 303
    assert Waiver.objects.get().reason == "Instructor"
    assert "Waived" in text(client, f"/officers/{pk}/training/")


def test_home_says_what_waits_for_the_coordinator_and_for_the_officer(district: District, keeper: Actor) -> None:
    certificate(district.other_officer, "CPR", date(2020, 1, 1), verified_at=None)
    shown = text(signed_in(keeper), "/")
    assert "1 completion to verify" in shown
    assert "2 people overdue" in shown
    own = text(signed_in(district.officer(district.other_officer)), "/")
    assert "CPR and first aid every two years" in own


def test_unknown_parameters_and_plain_refusals_have_their_own_answers(district: District, keeper: Actor) -> None:
    client = signed_in(keeper)
    assert client.get("/training/?page=2").status_code == 400
    assert client.get("/sessions/?x=1").status_code == 400
    row = certificate(district.other_officer, "CPR", date(2025, 1, 1), verified_at=None)
    certifications.refuse(row, actor=keeper, refusal="No.", at=clock.now())
    assert client.post(f"/certifications/{row.pk}/verify/").status_code == 409
