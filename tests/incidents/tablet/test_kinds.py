"""What each kind of entry does."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from incidents.models import Assignment, DeescalationRecord, FieldEntry, FieldRequest, TabletCommand, Timer
from incidents.services.tablet_kinds import HANDLERS
from incidents.tablet.kinds import KINDS
from tests.incidents.tablet.sending import Tablet

TAPS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("technique", {"technique": "calm_tone", "effect": "Sat down."}, "calm_tone"),
    ("contact_made", {}, ""),
    ("arrival", {}, ""),
    ("force_used", {"force": "1", "text": "Held an arm."}, "1"),
    ("proposed_disposition", {"outcome": "ref_counselor"}, "ref_counselor"),
)


def test_every_kind_has_a_handler_and_every_handler_a_kind() -> None:
    assert set(KINDS) == set(HANDLERS)


@pytest.mark.parametrize(("kind", "data", "value"), TAPS)
def test_a_tap_is_kept_with_the_time_of_its_doing(kind: str, data: dict[str, Any], value: str, tablet: Tablet) -> None:
    done = datetime.now(UTC) - timedelta(minutes=40)
    answer = tablet.send(tablet.entry(kind, data, at=done))
    assert (answer.status_code, answer.json()["late"]) == (201, True), answer.content
    row = FieldEntry.objects.get()
    assert (row.kind, row.value, row.client_key) == (kind, value, TabletCommand.objects.get().idempotency_key)
    assert abs(row.captured_at - done) < timedelta(seconds=5)
    assert row.recorded_at - row.captured_at > timedelta(minutes=39)


@pytest.mark.parametrize(
    ("kind", "data", "what"),
    [
        ("ask", {"what": "cit_backup"}, "cit_backup"),
        ("help", {}, "help"),
        ("check_in", {"ok": False, "words": "Send somebody."}, "help"),
    ],
)
def test_what_is_asked_for_stands_before_the_desks(kind: str, data: dict[str, Any], what: str, tablet: Tablet) -> None:
    assert tablet.send(tablet.entry(kind, data)).status_code == 201
    assert FieldRequest.objects.get().what == what


def test_help_is_not_asked_for_as_anything_else(tablet: Tablet) -> None:
    assert tablet.send(tablet.entry("ask", {"what": "help"})).status_code == 422


def test_all_is_well_ends_the_round_that_runs_and_no_later_one(tablet: Tablet, part: Assignment) -> None:
    first = Timer.objects.get(assignment=part, kind="welfare", ended_at__isnull=True)
    Timer.objects.filter(pk=first.pk).update(started_at=datetime.now(UTC) - timedelta(minutes=10))
    early = tablet.entry("check_in", {"ok": True}, at=datetime.now(UTC) - timedelta(minutes=15))
    assert tablet.send(early).status_code == 201
    first.refresh_from_db()
    assert first.ended_at is None
    assert tablet.send(tablet.entry("check_in", {"ok": True})).status_code == 201
    first.refresh_from_db()
    assert first.answered_by_id == tablet.user


def test_a_draft_opens_the_record_and_the_next_one_says_from_where_it_goes_on(tablet: Tablet) -> None:
    begun = tablet.send(tablet.entry("record_draft", {"subject_role": "student", "answers": {"weapon": "none"}}))
    assert begun.status_code == 201, begun.content
    record = DeescalationRecord.objects.get()
    assert (str(record.pk), record.weapon) == (begun.json()["id"], "none")
    more = {"record": str(record.pk), "subject_role": "student", "answers": {"narrative": "Spoke for a while."}}
    assert tablet.send(tablet.entry("record_draft", more)).status_code == 428
    assert tablet.send(tablet.entry("record_draft", more, if_match=f'"v{record.version}"')).status_code == 200
    stale = tablet.send(tablet.entry("record_draft", more, if_match=f'"v{record.version}"'))
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, record.version + 1)


def test_a_draft_loses_no_answer_in_silence(tablet: Tablet) -> None:
    answer = tablet.send(tablet.entry("record_draft", {"answers": {"wepon": "none"}}))
    assert (answer.status_code, "wepon" in str(answer.json()["fields"])) == (422, True)
    assert not DeescalationRecord.objects.exists()


def test_a_refused_entry_is_entered_again_or_withdrawn(tablet: Tablet) -> None:
    first, second = tablet.entry("note", {}), tablet.entry("note", {})
    for entry in (first, second):
        assert tablet.send(entry).status_code == 422
    assert tablet.note("Again.", supersedes=str(first.key)).status_code == 201
    assert tablet.send(tablet.entry("withdrawal", {"entry": str(second.key)})).status_code == 201
    rows = TabletCommand.objects.filter(state="refused").order_by("client_seq")
    assert [row.settled for row in rows] == ["superseded", "withdrawn"]
    assert tablet.send(tablet.entry("withdrawal", {"entry": str(uuid4())})).status_code == 422


def test_a_draft_of_the_tap_page_is_read_as_the_page_is_and_touches_only_what_is_asked(tablet: Tablet) -> None:
    begun = {"subject_role": "student", "answers": {"weapon": "none", "narrative": "Spoke for a while."}}
    tablet.send(tablet.entry("record_draft", begun))
    record = DeescalationRecord.objects.get()
    fields = (
        "asked=anyone_injured+techniques+weapon&anyone_injured=false&techniques=calm_tone&techniques-calm_tone-at=now"
    )
    tapped = tablet.entry("record_draft", {"record": str(record.pk), "page": fields}, if_match=f'"v{record.version}"')
    assert tablet.send(tapped).status_code == 200
    record.refresh_from_db()
    assert (record.anyone_injured, record.weapon, record.narrative) == (False, "", "Spoke for a while.")
    assert [row["technique"] for row in record.techniques] == ["calm_tone"]


@pytest.mark.parametrize("fields", ["weapon=on_person", "asked=&weapon=on_person", "asked=weapon&weapon=wepon"])
def test_a_page_that_says_not_what_it_answers_or_answers_wrongly_is_refused(fields: str, tablet: Tablet) -> None:
    tablet.send(tablet.entry("record_draft", {"answers": {"weapon": "none"}}))
    record = DeescalationRecord.objects.get()
    tapped = tablet.entry("record_draft", {"record": str(record.pk), "page": fields}, if_match=f'"v{record.version}"')
    assert tablet.send(tapped).status_code == 422
    record.refresh_from_db()
    assert record.weapon == "none"


@pytest.mark.parametrize("closed", [False, True], ids=["plain", "sealed"])
def test_an_assignment_is_acknowledged_with_the_time_of_the_tap(closed: bool, tablet: Tablet, part: Assignment) -> None:
    done, data = datetime.now(UTC) - timedelta(minutes=40), {"assignment": str(part.pk)}
    Assignment.objects.filter(pk=part.pk).update(acknowledged_at=None, dispatched_at=done - timedelta(minutes=1))
    entry = tablet.sealed("acknowledge", data) if closed else tablet.entry("acknowledge", data, at=done)
    answer = tablet.send(entry)
    assert (answer.status_code, answer.json()["assignment"]["id"]) == (201, str(part.pk)), answer.content
    kept = Assignment.objects.get(pk=part.pk)
    assert kept.acknowledged_at == TabletCommand.objects.get().order_at
    assert kept.version == part.version
    again = tablet.send(tablet.entry("acknowledge", data))
    assert again.status_code == 201
    assert Assignment.objects.get(pk=part.pk).acknowledged_at == kept.acknowledged_at


def test_an_acknowledgement_that_comes_after_the_arrival_is_no_conflict(tablet: Tablet, part: Assignment) -> None:
    assert part.status == "on_scene"
    Assignment.objects.filter(pk=part.pk).update(acknowledged_at=None)
    assert tablet.send(tablet.entry("acknowledge", {"assignment": str(part.pk)})).status_code == 201
    assert Assignment.objects.get(pk=part.pk).acknowledged_at is not None
