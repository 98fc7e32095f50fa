"""The record over HTTP: the form, a part saved, filed, reviewed, confirmed and amended, and who is refused."""

from datetime import timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from core.actors import Actor
from incidents.encounter import SECTIONS
from incidents.services import record_locks, records
from officers.models import User
from tests.cast import NOON, WHOLE, District, arrived, begun, filed, log_call


def client(actor: Actor) -> APIClient:
    """Signed in as this person."""
    found = APIClient()
    found.force_login(User.objects.get(pk=actor.id))
    return found


@pytest.fixture
def officer(district: District) -> APIClient:
    """The author."""
    return client(district.officer(district.cit_officer))


@pytest.fixture
def boss(district: District) -> APIClient:
    """The supervisor."""
    return client(district.supervisor)


def send(who: APIClient, method: str, path: str, **body: Any) -> Any:
    """One request, as JSON."""
    return getattr(who, method)(f"/api/v1/{path}", body, format="json")


def test_the_form_is_told_to_those_who_write_and_review(
    district: District, officer: APIClient, boss: APIClient
) -> None:
    found = send(officer, "get", "records/form/").json()
    assert [one["key"] for one in found["sections"]] == [one.key for one in SECTIONS]
    assert send(boss, "get", "records/form/").status_code == 200
    assert send(client(district.dispatcher), "get", "records/form/").status_code == 403


def test_a_record_is_saved_in_parts_and_filed(district: District, officer: APIClient) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    record = begun(district, incident)
    path = f"records/{record.pk}/"
    saved = send(officer, "patch", path, version=1, techniques=["calm_tone"], nature=["suicidal"]).json()
    assert (saved["techniques"], saved["version"]) == ([{"technique": "calm_tone"}], 2)
    assert {gap["field"] for gap in saved["missing"] if gap["must"]} >= {"behaviors", "force_highest"}
    refused = send(officer, "patch", path, version=2, techniques=["hypnosis"])
    assert (refused.status_code, list(refused.json()["fields"])) == (400, ["techniques"])
    early = send(officer, "post", f"{path}moves/", move="submit", version=2)
    assert early.status_code == 422
    whole = send(officer, "patch", path, version=2, **WHOLE).json()
    done = send(officer, "post", f"{path}moves/", move="submit", version=whole["version"]).json()
    assert (done["status"], done["officers"][0]["cit_active"]) == ("submitted", True)
    assert [way["key"] for way in done["diversion"]] == ["16_23", "14_035", "first_offender", "informal"]


def test_a_locked_record_is_amended_by_two(district: District, officer: APIClient, boss: APIClient) -> None:
    record = records.approve(filed(district), actor=district.supervisor, expected_version=None, at=NOON)
    record_locks.run(NOON + timedelta(hours=72))
    record.refresh_from_db()
    change = {"section": "weapon", "changes": {"weapon": "displayed"}, "reason": "On the recording."}
    row = send(officer, "post", f"records/{record.pk}/amendments/", version=record.version, **change).json()
    assert (row["old"], row["new"], row["status"]) == ({"weapon": "none"}, {"weapon": "displayed"}, "proposed")
    moves = f"record-amendments/{row['id']}/moves/"
    assert send(officer, "post", moves, move="accept", version=1).status_code == 403
    assert send(boss, "post", moves, move="accept", version=1).json()["status"] == "accepted"
    found = send(officer, "get", f"records/{record.pk}/versions/").json()["results"]
    assert [one["answers"]["weapon"] for one in found] == ["none", "displayed"]
    assert send(boss, "get", f"records/{record.pk}/").json()["weapon"] == "displayed"


def test_the_rules_of_an_agency_are_the_supervisors(officer: APIClient, boss: APIClient) -> None:
    rules = send(boss, "get", "records/policy/").json()
    assert rules == {"lock_after_hours": 72, "first_offender_program": None, "informal_guidelines": None, "version": 1}
    body = {**rules, "lock_after_hours": 24, "first_offender_program": True}
    assert send(boss, "put", "records/policy/", **body).json()["lock_after_hours"] == 24
    assert send(officer, "put", "records/policy/", **body).status_code == 403
