"""One command after the other: what the design's table says for each case."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Event
from incidents.models import Assignment, IncidentNote, TabletCommand
from incidents.services import assignments
from tests.cast import District, log_call
from tests.incidents.tablet.sending import Tablet


def step(tablet: Tablet, part: Assignment, move: str, version: int | None = None) -> Any:
    """A status entry with the version that the tablet knows."""
    seen = f'"v{version or part.version}"'
    return tablet.send(tablet.entry("status", {"assignment": str(part.pk), "move": move}, if_match=seen))


def test_a_note_is_appended_under_the_key_of_its_entry(tablet: Tablet) -> None:
    entry = tablet.entry("note", {"text": "Calmer now."})
    answer = tablet.send(entry)
    assert (answer.status_code, answer["X-CIT"]) == (201, "1")
    assert answer.json()["id"] == str(entry.key)
    assert IncidentNote.objects.get().pk == entry.key
    assert answer.json() | {"recorded_at": "", "id": ""} == {
        "id": "",
        "kind": "note",
        "recorded_at": "",
        "late": False,
        "offset_s": 0,
        "assignment": None,
    }


def test_a_repeat_gets_the_first_answer_and_writes_nothing(tablet: Tablet) -> None:
    entry = tablet.entry("note", {"text": "Calmer now."})
    first, second = tablet.send(entry), tablet.send(entry)
    assert (second.status_code, second.content) == (201, first.content)
    assert (first.headers.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    assert IncidentNote.objects.count() == TabletCommand.objects.count() == 1


def test_the_same_words_under_two_keys_are_two_notes(tablet: Tablet) -> None:
    assert [tablet.note("No change.").status_code for _ in range(2)] == [201, 201]
    assert IncidentNote.objects.count() == 2


def test_the_same_key_with_other_bytes_is_refused(tablet: Tablet) -> None:
    entry = tablet.entry("note", {"text": "Calmer now."})
    tablet.send(entry)
    entry.body = entry.body.replace(b"Calmer", b"Louder")
    answer = tablet.send(entry)
    assert (answer.status_code, answer.json()["code"]) == (422, "key_reused")
    assert IncidentNote.objects.get().text == "Calmer now."


@pytest.mark.parametrize(("without", "code"), [("Idempotency-Key", 400), ("X-Sent-At", 400), ("X-Device", 403)])
def test_a_missing_header_is_named_and_nothing_is_written(tablet: Tablet, without: str, code: int) -> None:
    answer = tablet.send(tablet.entry("note", {"text": "Calmer now."}), without=without)
    assert answer.status_code == code
    assert answer["X-CIT"] == "1"
    assert not TabletCommand.objects.exists()


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b"{}", b'{"kind": "note", "seq": 1, "captured_at": "2026-03-04T18:00:00Z"}']
)
def test_half_a_body_is_refused_and_nothing_is_written(tablet: Tablet, body: bytes) -> None:
    entry = tablet.entry("note", {"text": "Calmer now."})
    entry.body = body
    assert tablet.send(entry).status_code == 400
    assert not TabletCommand.objects.exists()


def test_a_step_changes_the_assignment_and_says_how_to_go_on(tablet: Tablet, part: Assignment) -> None:
    answer = step(tablet, part, "clear")
    assert answer.status_code == 200, answer.content
    assert answer.json()["assignment"] == {
        "id": str(part.pk),
        "version": part.version + 1,
        "status": "clear",
        "actions": [],
    }


def test_a_step_may_be_taken_back(tablet: Tablet, part: Assignment) -> None:
    cleared = step(tablet, part, "clear").json()["assignment"]["version"]
    back = step(tablet, part, "unclear", cleared)
    assert (back.status_code, back.json()["assignment"]["status"]) == (200, "on_scene")
    assert step(tablet, part, "unarrive", cleared).status_code == 412


def test_a_step_without_the_state_that_it_changes_is_refused_and_kept(tablet: Tablet, part: Assignment) -> None:
    entry = tablet.entry("status", {"assignment": str(part.pk), "move": "clear"})
    assert [tablet.send(entry).status_code for _ in range(2)] == [428, 428]
    assert TabletCommand.objects.get().body == entry.body.decode()


def test_a_stale_step_is_refused_with_what_is_true_now_and_later_notes_go(
    tablet: Tablet, part: Assignment, district: District
) -> None:
    assignments.clear(part, actor=district.dispatcher, expected_version=None)
    answer = step(tablet, part, "clear")
    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert answer.json()["current"] == {"version": part.version + 1, "status": "clear", "words": "Clear"}
    row = TabletCommand.objects.get()
    assert (row.state, row.code) == ("refused", 412)
    assert '"move": "clear"' in row.body
    assert tablet.note().status_code == 201


def test_another_ones_assignment_is_refused_as_one_entry_and_holds_nothing_up(
    tablet: Tablet, part: Assignment, district: District
) -> None:
    other = assignments.send(
        log_call(district).incident,
        actor=district.dispatcher,
        expected_version=None,
        officer=district.other_officer,
        cit_unavailable_reason="all_committed",
    )
    answer = tablet.send(tablet.entry("status", {"assignment": str(other.pk), "move": "start"}, if_match='"v1"'))
    assert (answer.status_code, answer.json()["code"]) == (422, "not_found")
    assert Assignment.objects.get(pk=other.pk).status == "dispatched"


@pytest.mark.parametrize(("kind", "data"), [("dance", {}), ("note", {}), ("note", {"text": "a\ud800"})])
def test_what_breaks_a_rule_is_refused_with_a_text_and_kept(tablet: Tablet, kind: str, data: dict[str, Any]) -> None:
    answer = tablet.send(tablet.entry(kind, data))
    assert (answer.status_code, bool(answer.json()["message"])) == (422, True)
    assert TabletCommand.objects.get().state == "refused"
    assert not IncidentNote.objects.exists()


def test_no_word_of_an_entry_is_in_the_ledger_or_in_the_stored_answer(tablet: Tablet) -> None:
    tablet.note("Zzcanary was calm.")
    tablet.send(tablet.entry("dance", {"text": "Zzcanary"}))
    assert not Event.objects.filter(payload__icontains="zzcanary").exists()
    assert not any("anary" in str(row.answer) for row in TabletCommand.objects.all())


def test_a_number_that_comes_twice_loses_no_entry(tablet: Tablet) -> None:
    tablet.note("First.")
    tablet.seq = 0
    assert tablet.note("Second.").status_code == 201
    assert sorted(TabletCommand.objects.values_list("client_seq", flat=True), key=str) == [1, None]


def test_an_incident_of_somebody_else_does_not_exist(tablet: Tablet, district: District) -> None:
    tablet.incident = log_call(district).incident
    answer = tablet.note()
    assert (answer.status_code, answer["X-CIT"]) == (404, "1")


def test_an_unregistered_browser_is_refused(tablet: Tablet) -> None:
    tablet.device = str(uuid4())
    answer = tablet.note()
    assert (answer.status_code, answer.json()["code"]) == (403, "device_unknown")


def test_a_step_takes_few_statements(tablet: Tablet, part: Assignment) -> None:
    step(tablet, part, "clear")
    with CaptureQueriesContext(connection) as asked:
        answer = step(tablet, part, "unclear", part.version + 1)
    assert answer.status_code == 200
    work = [query["sql"][:120] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(work) <= 25, "\n".join(work)
