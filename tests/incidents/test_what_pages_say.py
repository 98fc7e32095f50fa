"""What the pages say back to the person who works with them."""

from datetime import timedelta

import pytest

from core import clock
from incidents import wording
from tests.cast import District, arrived, begun, filed, log_call
from tests.incidents.desk import post, send_json, signed_in, tapped, typed


def test_saving_filing_and_approving_a_record_are_each_confirmed(district: District) -> None:
    incident = log_call(district).incident
    arrived(district, incident)
    record = begun(district, incident)
    author, chief = signed_in(district.officer(district.cit_officer)), signed_in(district.supervisor)
    path = f"/records/{record.pk}/"
    post(author, path, record, then="save", behaviors=["panic"])
    assert "The draft is saved." in author.get(path).content.decode()
    post(author, path, record, then="file", **tapped())
    assert "Filed." in author.get(path).content.decode()
    post(chief, f"{path}return/", record, return_comment="Say who was told.")
    assert "Returned to the author." in chief.get("/records/").content.decode()
    post(author, path, record, then="file", **tapped())
    post(chief, f"{path}move/", record)
    assert "Approved." in chief.get("/records/").content.decode()


def test_the_clock_of_a_call_goes_on_when_the_form_comes_back(district: District) -> None:
    opened = (clock.now() - timedelta(minutes=3)).isoformat()
    desk = signed_in(district.dispatcher)
    assert f'data-since="{opened[:19]}' in _refused(desk, district, opened)
    for nonsense in ("yesterday", "2026-03-04T10:00", "2999-01-01T00:00:00+00:00", "1999-01-01T00:00:00+00:00"):
        assert f'data-since="{nonsense}' not in _refused(desk, district, nonsense)


def _refused(desk, district: District, answered_at: str) -> str:
    answer = desk.post("/calls/new/", typed(district, nature="", answered_at=answered_at))
    assert answer.status_code == 422
    return answer.content.decode()


def test_a_place_names_its_building_as_one(district: District) -> None:
    incident = log_call(district).incident
    assert "B-204, building B" in signed_in(district.dispatcher).get(f"/incidents/{incident.pk}/").content.decode()


def test_the_log_of_an_officer_looks_like_their_tablet_and_that_of_the_desk_like_the_desk(district: District) -> None:
    incident = filed(district).incident
    path = f"/incidents/{incident.pk}/"
    assert 'data-theme="dark" data-density="compact"' in signed_in(district.dispatcher).get(path).content.decode()
    mine = signed_in(district.officer(district.cit_officer)).get(path).content.decode()
    assert 'data-theme="system" data-density="touch"' in mine


@pytest.mark.parametrize("question", ["q03", "q04", "q05", "q06"])
def test_a_danger_that_is_unknown_is_drawn_as_a_warning(question: str) -> None:
    assert wording.is_alarming(question, "unknown")
    assert not wording.is_alarming(question, "no")


def test_what_is_merely_not_known_is_none() -> None:
    assert not wording.is_alarming("q07", "unknown")


def test_a_call_without_its_key_is_told_of_the_header(district: District) -> None:
    answer = send_json(signed_in(district.dispatcher), "/api/v1/calls/", typed(district))
    assert answer.status_code == 400
    assert "header Idempotency-Key" in answer.json()["fields"]["client_key"][0]
