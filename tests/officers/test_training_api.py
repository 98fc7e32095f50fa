"""Training over HTTP: the same rules as on the pages, in JSON."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core import clock
from core.actors import Actor
from officers import catalogue
from officers.models import Booking, Certification, Course, Shift, TrainingRule, TrainingSession
from officers.training import standard
from tests.cast import District
from tests.officers.trained import PDF, certificate, coordinator
from tests.referrals.people import signed_in

V1 = "/api/v1"


@pytest.fixture
def keeper(district: District) -> Actor:
    """The training coordinator of a district with the standard rules."""
    standard.install(district.campus.agency)
    return coordinator(district)


def sent(client: Client, path: str, body: dict[str, Any], status: int) -> dict[str, Any]:
    """The answer to a POST in JSON."""
    answer = client.post(V1 + path, body, content_type="application/json")
    assert answer.status_code == status, answer.content
    found: dict[str, Any] = answer.json()
    return found


def got(client: Client, path: str, status: int = 200) -> dict[str, Any]:
    """The answer to a GET."""
    answer = client.get(V1 + path)
    assert answer.status_code == status, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_the_work_list_holds_each_part_with_its_number(district: District, keeper: Actor) -> None:
    ends = clock.now().astimezone(district.campus.agency.zone).date() + timedelta(days=19)
    certificate(district.other_officer, "1850", date(2024, 1, 1), expires_on=ends)
    waiting = certificate(district.other_officer, "CPR", date(2025, 1, 1), verified_at=None)
    found = got(signed_in(keeper), "/training/")
    assert found["lapsing"] == [
        {
            "officer": str(district.other_officer.pk),
            "unit": "S-21",
            "name": "Basalt",
            "course": "1850",
            "last_day": str(ends),
            "days": 19,
        }
    ]
    assert [row["id"] for row in found["unverified"]] == [str(waiting.pk)]
    assert found["unverified"][0]["actions"] == ["verify", "refuse"]
    assert got(signed_in(district.supervisor), "/training/")["unverified"][0]["actions"] == []
    got(signed_in(district.dispatcher), "/training/", 403)


def test_a_person_reads_their_own_standing_with_rule_version_and_evidence(district: District, keeper: Actor) -> None:
    found = got(signed_in(district.officer(district.cit_officer)), f"/officers/{district.cit_officer.pk}/training/")
    row = next(row for row in found["rules"] if row["rule"] == "cit-everybody")
    assert (row["standing"], row["version"], row["evidence"]) == ("met", "2025-09-01", ["1850 of 2024-05-01"])
    got(signed_in(district.officer(district.other_officer)), f"/officers/{district.cit_officer.pk}/training/", 404)


def test_a_completion_is_handed_in_as_json_or_with_a_file_and_verified_by_another(
    district: District, keeper: Actor
) -> None:
    officer = district.other_officer
    own = signed_in(district.officer(officer))
    course = str(catalogue.install(officer.agency)["CPR"].pk)
    path = f"/officers/{officer.pk}/certifications/"
    made = sent(own, path, {"course": course, "completed_on": "2025-01-01"}, 201)
    assert (made["verified_at"], made["has_file"], made["actions"]) == (None, False, [])
    assert sent(own, path, {"course": course, "completed_on": "2025-01-01"}, 409)["code"] == "conflict"
    assert set(sent(own, path, {"course": course, "completed_on": "2099-01-01"}, 422)["fields"]) == {"completed_on"}
    body = {"course": course, "completed_on": "2025-02-01", "file": SimpleUploadedFile("card.pdf", PDF)}
    assert own.post(V1 + path, body).json()["has_file"]
    moves = f"/certifications/{made['id']}/moves/"
    sent(own, moves, {"move": "verify"}, 403)
    sent(signed_in(keeper), moves, {"move": "burn"}, 400)
    sent(signed_in(keeper), moves, {"move": "refuse"}, 400)
    assert sent(signed_in(keeper), moves, {"move": "verify"}, 200)["verified_by"] == str(keeper.id)
    assert sent(signed_in(keeper), moves, {"move": "refuse", "refusal": "No."}, 409)["code"] == "conflict"


def test_a_course_of_another_agency_is_no_choice(district: District, neighbor: District, keeper: Actor) -> None:
    foreign = catalogue.install(neighbor.campus.agency)["CPR"]
    path = f"/officers/{district.other_officer.pk}/certifications/"
    body = {"course": str(foreign.pk), "completed_on": "2025-01-01"}
    assert "course" in sent(signed_in(keeper), path, body, 400)["fields"]
    assert not Certification.objects.filter(course=foreign).exists()


def test_a_course_is_made_changed_substituted_and_retired(district: District, keeper: Actor) -> None:
    client = signed_in(keeper)
    made = sent(client, "/courses/", {"number": "9001", "title": "Listening", "category": "general"}, 201)
    moves = f"/courses/{made['id']}/moves/"
    change = {"move": "change", "title": "Listening well", "category": "general", "version": 1}
    assert sent(client, moves, change, 200)["version"] == 2
    sent(client, moves, change, 409)
    other = Course.objects.get(number="1849")
    done = sent(client, moves, {"move": "substitute", "substitute": str(other.pk)}, 200)
    assert done["substitutes"] == ["1849"]
    assert sent(client, moves, {"move": "retire", "retired_on": "2026-01-31", "version": 2}, 200)["actions"] == [
        "change",
        "substitute",
    ]
    assert got(signed_in(district.supervisor), f"/courses/{made['id']}/")["actions"] == []
    numbers = [row["number"] for row in got(client, "/courses/")["results"]]
    assert "9001" in numbers


def test_a_rule_is_made_changed_and_ended(district: District, keeper: Actor) -> None:
    client = signed_in(keeper)
    body = {"slug": "listen", "title": "Listening", "kind": "once", "courses": ["1849"], "effective_from": "2026-01-01"}
    made = sent(client, "/rules/", body, 201)
    sent(client, "/rules/", body, 422)
    moves = f"/rules/{made['id']}/moves/"
    change = {**body, "move": "change", "kind": "every_months", "number": 24, "effective_from": "2026-02-01"}
    later = sent(client, moves, change, 200)
    assert (later["kind"], TrainingRule.objects.get(pk=made["id"]).effective_to) == ("every_months", date(2026, 1, 31))
    sent(client, moves, {"move": "end", "last_day": "2026-03-01"}, 409)
    sent(client, f"/rules/{later['id']}/moves/", {"move": "end", "last_day": "2026-03-01"}, 200)
    entry = next(row for row in got(client, "/rules/")["results"] if row["slug"] == "listen")
    assert (entry["asks"], entry["actions"], len(entry["earlier"])) == ("1849, every 24 months", [], 1)


def test_a_class_is_planned_booked_and_given_back(district: District, keeper: Actor) -> None:
    client, officer = signed_in(keeper), district.cit_officer
    starts = clock.now() + timedelta(days=2)
    body = {"course": str(Course.objects.get(number="3843").pk), "place": "A-101", "starts_at": starts.isoformat()}
    sent(client, "/sessions/", {**body, "ends_at": starts.isoformat()}, 422)
    made = sent(client, "/sessions/", {**body, "ends_at": (starts + timedelta(hours=8)).isoformat()}, 201)
    found = TrainingSession.objects.get(pk=made["id"])
    Shift.objects.create(
        agency=officer.agency, officer=officer, position="patrol", starts_at=found.starts_at, ends_at=found.ends_at
    )
    seat = sent(client, f"/officers/{officer.pk}/bookings/", {"session": made["id"]}, 201)
    assert len(seat["warnings"]) == 1
    sent(client, f"/officers/{officer.pk}/bookings/", {"session": made["id"]}, 409)
    assert got(client, f"/sessions/{made['id']}/")["taken"] == 1
    assert got(signed_in(district.officer(district.other_officer)), f"/sessions/{made['id']}/")["bookings"] == []
    moves = f"/bookings/{seat['id']}/moves/"
    sent(client, moves, {"move": "attend", "version": 1}, 422)
    own = signed_in(district.officer(officer))
    assert sent(own, moves, {"move": "cancel", "version": 1}, 200)["status"] == "cancelled"
    assert Booking.objects.get().status == "cancelled"


def test_a_waiver_is_granted(district: District, keeper: Actor) -> None:
    path = f"/officers/{district.cit_officer.pk}/waivers/"
    assert sent(signed_in(keeper), path, {"rule_slug": "cpr", "reason": "Instructor"}, 201)["rule_slug"] == "cpr"
    sent(signed_in(keeper), path, {"rule_slug": "none", "reason": "Instructor"}, 422)
    sent(signed_in(district.supervisor), path, {"rule_slug": "cpr", "reason": "Instructor"}, 403)
