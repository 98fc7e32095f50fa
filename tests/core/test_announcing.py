"""What is written into the ledger is declared first, canonical, and one statement however much happened."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core import events, ledger
from core.actors import Actor, system
from core.errors import Undeclared
from core.events import EventType
from core.ledger import Entry
from core.models import Event, Outbox
from tests.core.effects import HAPPENED, Pebble, Subscribe, fall, ignore, subscribe

__all__ = ["subscribe"]
pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)


def broken() -> list[tuple[UUID, str]]:
    """What the database finds wrong with its chains."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event_id, reason FROM core_broken_events()")
        return list(cursor.fetchall())


def test_a_fact_that_its_type_does_not_declare_is_refused_and_nothing_is_written(subscribe: Subscribe) -> None:
    subscribe("tests.hear", ignore)
    with pytest.raises(Undeclared, match="colour"):
        fall(weight=3, colour="grey")
    assert (Event.objects.count(), Outbox.objects.count()) == (0, 0)
    fall(weight=3)
    assert (Event.objects.count(), Outbox.objects.count()) == (1, 1)


def test_an_event_type_that_nobody_declared_is_refused() -> None:
    pebble = Pebble(uuid4())
    with pytest.raises(Undeclared, match=r"pebble\.flew"):
        ledger.announce("pebble.flew", record=pebble, actor=system(pebble.agency_id), at=NOON, facts={})
    assert not Event.objects.exists()


def test_one_bad_entry_among_many_keeps_all_of_them_out(subscribe: Subscribe) -> None:
    pebble = Pebble(uuid4())
    entries = [Entry(HAPPENED, pebble, {}), Entry(HAPPENED, pebble, {"colour": "grey"})]
    with pytest.raises(Undeclared):
        ledger.announce_all(entries, actor=system(pebble.agency_id), at=NOON)
    assert not Event.objects.exists()


def test_declaring_an_event_type_twice_is_a_mistake(subscribe: Subscribe) -> None:
    with pytest.raises(Undeclared, match=r"pebble\.fell"):
        events.declare(EventType(HAPPENED, "Another sentence."))
    assert events.declared(HAPPENED).sentence == "A pebble fell."


@pytest.mark.parametrize("consumers", [0, 2])
def test_many_events_and_their_effects_are_one_statement(subscribe: Subscribe, consumers: int) -> None:
    for number in range(consumers):
        subscribe(f"tests.number{number}", ignore)
    pebble = Pebble(uuid4())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ledger.announce_all([Entry(HAPPENED, pebble, {})] * 7, actor=system(pebble.agency_id), at=NOON)
    assert len(queries) == 1
    assert (Event.objects.count(), Outbox.objects.count()) == (7, 7 * consumers)


def test_the_payload_is_canonical_json_and_says_who_what_and_when(subscribe: Subscribe) -> None:
    pebble = Pebble(uuid4(), case_id=uuid4())
    person = Actor(pebble.agency_id, id=uuid4(), roles=frozenset({"teacher", "dispatcher"}), name="Feldspar")
    ledger.announce(HAPPENED, record=pebble, actor=person, at=NOON, facts={"weight": 3, "place": "año"})
    row = Event.objects.get()
    document = json.loads(row.payload)
    assert row.payload == json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert document == {
        "actor": str(person.id),
        "at": "2026-03-04T18:00:00+00:00",
        "case": str(pebble.case_id),
        "facts": {"place": "año", "weight": 3},
        "record": str(pebble.pk),
        "roles": ["dispatcher", "teacher"],
        "type": HAPPENED,
    }
    assert "Feldspar" not in row.payload


def test_the_columns_that_are_searched_are_read_from_the_payload(subscribe: Subscribe) -> None:
    pebble = Pebble(uuid4(), case_id=uuid4())
    ledger.announce(HAPPENED, record=pebble, actor=system(pebble.agency_id), at=NOON, facts={"weight": 3})
    row = Event.objects.get()
    assert (row.type, row.record_id, row.case_id, row.facts) == (HAPPENED, pebble.pk, pebble.case_id, {"weight": 3})
    assert (row.agency_id, row.db_user) == (pebble.agency_id, "cit_app")


def test_the_system_is_named_where_a_person_would_have_a_key(subscribe: Subscribe) -> None:
    fall()
    document = json.loads(Event.objects.get().payload)
    assert (document["actor"], document["roles"], document["case"]) == ("system", ["system"], None)


def test_the_system_has_no_person() -> None:
    with pytest.raises(Undeclared):
        _ = system(uuid4()).person
    someone = Actor(uuid4(), id=uuid4(), roles=frozenset({"teacher"}))
    assert someone.person == someone.id
    assert (someone.holds("teacher", "auditor"), someone.holds("auditor")) == (True, False)


def test_the_same_key_is_never_written_twice(subscribe: Subscribe) -> None:
    fall()
    row = Event.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO core_event (id, agency_id, payload) VALUES (%s, %s, '{}')", [row.pk, row.agency_id])
    assert Event.objects.get().payload == row.payload


@pytest.mark.django_db(transaction=True)
def test_writers_side_by_side_leave_one_whole_chain(subscribe: Subscribe) -> None:
    agency = uuid4()

    def write(number: int) -> None:
        try:
            for _ in range(5):
                fall(agency, weight=number)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    assert Event.objects.filter(agency_id=agency).count() == 40
    assert broken() == []
