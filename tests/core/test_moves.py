"""advance(): one transaction that refuses in a fixed order, and writes everything or nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from core.errors import BrokenRule, Conflict, Forbidden, Undeclared
from core.models import Event
from core.moves import advance, lock, obstacle, open_moves
from incidents.models import Assignment, DeescalationRecord, Incident
from incidents.services import assignments
from tests.cast import NOON, District, arrived, begun, build, log_call

LATER = NOON + timedelta(minutes=7)


def sent(district: District) -> Assignment:
    """The CIT officer, sent to a fresh incident."""
    incident = log_call(district).incident
    return assignments.send(
        incident, actor=district.dispatcher, expected_version=None, officer=district.cit_officer, at=NOON
    )


def refused(error: type[Exception], act: Callable[[], object]) -> str:
    """What a refusal says; nothing may be recorded by it."""
    before = Event.objects.count()
    with pytest.raises(error) as refusal, transaction.atomic():
        act()
    assert Event.objects.count() == before
    return str(refusal.value)


def test_a_move_sets_status_stamp_and_version_and_records_one_event(district: District) -> None:
    part, me = sent(district), district.officer(district.cit_officer)
    before = Event.objects.count()
    moved = advance(part, "start", actor=me, expected_version=part.version, at=LATER)
    row = Assignment.objects.get()
    assert (row.status, row.en_route_at, row.version) == ("en_route", LATER, part.version + 1)
    assert (moved.status, moved.version) == (row.status, row.version)
    assert Event.objects.count() == before + 1
    event = Event.objects.get(type="assignment.started")
    assert (event.record_id, event.case_id, event.agency_id) == (row.pk, row.case_id, row.agency_id)


def test_the_callers_own_copy_is_left_as_it_was_read(district: District) -> None:
    part = sent(district)
    advance(part, "start", actor=district.officer(district.cit_officer), expected_version=None, at=LATER)
    assert (part.status, part.en_route_at) == ("dispatched", None)


def test_a_stale_version_is_refused_and_says_how_it_stands_now(district: District) -> None:
    part, me = sent(district), district.officer(district.cit_officer)
    advance(part, "start", actor=me, expected_version=part.version, at=LATER)
    said = refused(Conflict, lambda: advance(part, "arrive", actor=me, expected_version=part.version, at=LATER))
    assert "En route" in said
    assert Assignment.objects.get().on_scene_at is None
    advance(part, "arrive", actor=me, expected_version=part.version + 1, at=LATER)
    assert Assignment.objects.get().on_scene_at == LATER


def test_a_move_from_another_status_is_refused_and_names_both(district: District) -> None:
    part, me = sent(district), district.officer(district.cit_officer)
    advance(part, "arrive", actor=me, expected_version=None, at=LATER)
    said = refused(Conflict, lambda: advance(part, "start", actor=me, expected_version=None, at=LATER))
    assert "En route" in said
    assert "On scene" in said
    assert Assignment.objects.get().en_route_at is None


def test_who_may_not_is_told_so_before_anything_about_version_or_status(district: District) -> None:
    part, stranger = sent(district), district.officer(district.other_officer)
    refused(Forbidden, lambda: advance(part, "start", actor=stranger, expected_version=99, at=LATER))
    Assignment.objects.update(status="cancelled")
    refused(Forbidden, lambda: advance(part, "start", actor=stranger, expected_version=None, at=LATER))
    mine = district.officer(district.cit_officer)
    refused(Conflict, lambda: advance(part, "start", actor=mine, expected_version=None, at=LATER))


def test_a_guards_refusal_leaves_no_event_and_no_change(district: District) -> None:
    incident = log_call(district).incident
    part = arrived(district, incident)
    row = Incident.objects.get()
    refused(Conflict, lambda: advance(row, "clear", actor=district.dispatcher, expected_version=None, at=LATER))
    found = Incident.objects.get()
    assert (found.status, found.version, found.cleared_at) == (row.status, row.version, None)
    Assignment.objects.filter(pk=part.pk).update(status="clear", clear_at=LATER)
    advance(row, "clear", actor=district.dispatcher, expected_version=None, at=LATER)
    assert Incident.objects.get().cleared_at == LATER


def test_a_fact_that_the_event_does_not_declare_undoes_the_move(district: District) -> None:
    part, me = sent(district), district.officer(district.cit_officer)
    with pytest.raises(Undeclared), transaction.atomic():
        advance(part, "start", actor=me, expected_version=None, at=LATER, facts={"colour": "grey"})
    assert Assignment.objects.get().status == "dispatched"


def test_a_move_that_no_table_names_is_a_mistake_of_ours(district: District) -> None:
    part = sent(district)
    with pytest.raises(Undeclared, match="teleport"):
        advance(part, "teleport", actor=district.dispatcher, expected_version=None, at=LATER)


def test_a_move_without_a_target_keeps_the_status_and_still_counts_a_version(district: District) -> None:
    record = begun(district, arrived(district, log_call(district).incident).incident)
    me = district.officer(district.cit_officer)
    moved = advance(record, "revise", actor=me, expected_version=record.version, at=LATER, weapon="none")
    assert (moved.status, moved.version) == ("draft", record.version + 1)
    assert DeescalationRecord.objects.get().weapon == "none"


def test_only_what_the_move_names_is_written(district: District) -> None:
    part, me = sent(district), district.officer(district.cit_officer)
    with CaptureQueriesContext(connection) as queries:
        advance(part, "start", actor=me, expected_version=None, at=LATER)
    (update,) = [query["sql"] for query in queries if query["sql"].startswith("UPDATE")]
    written = update.partition(" SET ")[2].partition(" WHERE ")[0]
    columns = {piece.partition('"')[2].partition('"')[0] for piece in written.split(", ")}
    assert columns == {"status", "version", "en_route_at"}


def test_open_moves_are_those_of_the_status_that_this_actor_may_make(district: District) -> None:
    part = sent(district)
    mine = {move.name for move in open_moves(part, district.officer(district.cit_officer))}
    others = {move.name for move in open_moves(part, district.officer(district.other_officer))}
    assert {"start", "arrive"} <= mine
    assert others.isdisjoint({"start", "arrive"})
    over = advance(part, "arrive", actor=district.officer(district.cit_officer), expected_version=None, at=LATER)
    assert "start" not in {move.name for move in open_moves(over, district.officer(district.cit_officer))}


def test_an_obstacle_is_what_the_guard_would_say_and_nothing_when_the_way_is_free(district: District) -> None:
    incident = log_call(district).incident
    assert obstacle(incident, "clear", district.dispatcher, LATER) == ""
    arrived(district, incident)
    assert "still assigned" in obstacle(incident, "clear", district.dispatcher, LATER)
    record = begun(district, incident)
    assert "not complete" in obstacle(record, "submit", district.officer(district.cit_officer), LATER)


def test_an_incomplete_record_says_what_is_missing_by_field(district: District) -> None:
    record = begun(district, arrived(district, log_call(district).incident).incident)
    me = district.officer(district.cit_officer)
    with pytest.raises(BrokenRule) as refusal:
        advance(record, "submit", actor=me, expected_version=None, at=LATER)
    assert {"nature", "weapon", "primary_outcome"} <= set(refusal.value.fields)
    assert DeescalationRecord.objects.get().submitted_at is None


@pytest.mark.django_db(transaction=True)
def test_of_eight_threads_with_the_same_reading_one_moves_the_row() -> None:
    district = build("sotol")
    part, me = sent(district), district.officer(district.cit_officer)
    ready = Barrier(8)

    def move(_: int) -> str:
        try:
            ready.wait()
            return type(advance(part, "start", actor=me, expected_version=part.version, at=LATER)).__name__
        except Conflict as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(move, range(8))) == ["Assignment"] + ["Conflict"] * 7
    assert Event.objects.filter(type="assignment.started").count() == 1
    assert Assignment.objects.get().version == part.version + 1


@pytest.mark.django_db(transaction=True)
def test_a_locked_row_is_held_until_the_transaction_ends() -> None:
    part = sent(build("sotol"))

    def is_held() -> bool:
        try:
            with transaction.atomic():
                return not Assignment.objects.select_for_update(skip_locked=True).filter(pk=part.pk).exists()
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        with transaction.atomic():
            lock(part)
            assert pool.submit(is_held).result() is True
        assert pool.submit(is_held).result() is False
