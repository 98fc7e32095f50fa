"""Whoever gets past the guards is found out: each kind of change has its own words, and points at its own row."""

from collections.abc import Callable
from io import StringIO
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command

from core.invariants import broken_chain
from core.models import Event
from tests.core.effects import Subscribe, fall, subscribe
from tests.database import run_as_admin

__all__ = ["subscribe"]
pytestmark = pytest.mark.django_db(transaction=True)
UNGUARDED = "SET session_replication_role = replica; "
HASH = "the hash does not match the row"
UNSEALED = "the event has no seal"
LOST = "the seal has no event"
CUT = "the chain is cut before this event"
HEAD = "the head of the chain does not match its last seal"


@pytest.fixture
def chain(subscribe: Subscribe) -> list[UUID]:
    """The keys of four events of one agency, in the order of their seals."""
    agency = uuid4()
    for weight in range(4):
        fall(agency, weight=weight)
    rows = run_as_admin("SELECT event_id FROM core_seal WHERE agency_id = %s ORDER BY seq", [str(agency)])
    return [UUID(str(row[0])) for row in rows]


def found(chain: list[UUID]) -> list[tuple[int | None, str]]:
    """Which event of the chain is named, and why."""
    places = {str(key): place for place, key in enumerate(chain)}
    lines = [line.partition(": ") for line in broken_chain()]
    named = [(places.get(key), reason) for key, _colon, reason in lines]
    return sorted(named, key=str)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE core_event SET payload = replace(payload, '2', '9') WHERE id = '{2}'", [(2, HASH)]),
        ("UPDATE core_event SET at = at + interval '1 microsecond' WHERE id = '{2}'", [(2, HASH)]),
        ("UPDATE core_event SET db_user = 'cit_worker' WHERE id = '{2}'", [(2, HASH)]),
        ("UPDATE core_event SET agency_id = gen_random_uuid() WHERE id = '{2}'", [(2, HASH)]),
        ("DELETE FROM core_event WHERE id = '{2}'", [(2, LOST)]),
        ("DELETE FROM core_seal WHERE event_id = '{2}'", [(2, UNSEALED), (3, CUT)]),
        ("DELETE FROM core_event WHERE id = '{2}'; DELETE FROM core_seal WHERE event_id = '{2}'", [(3, CUT)]),
        ("DELETE FROM core_event WHERE id = '{0}'; DELETE FROM core_seal WHERE event_id = '{0}'", [(1, CUT)]),
        ("DELETE FROM core_event WHERE id = '{3}'; DELETE FROM core_seal WHERE event_id = '{3}'", [(2, HEAD)]),
        ("UPDATE core_seal SET hash = sha256('x') WHERE event_id = '{1}'", [(1, HASH), (2, CUT)]),
        ("UPDATE core_seal SET prev_hash = sha256('x') WHERE event_id = '{2}'", [(2, CUT), (2, HASH)]),
        ("UPDATE core_seal SET seq = 9 WHERE event_id = '{3}'", [(3, CUT), (3, HASH), (3, HEAD)]),
        ("UPDATE core_chain_head SET hash = sha256('x')", [(3, HEAD)]),
        ("UPDATE core_chain_head SET seq = 3", [(3, HEAD)]),
        ("DELETE FROM core_chain_head", [(3, HEAD)]),
        ("DELETE FROM core_event; DELETE FROM core_seal", [(None, HEAD)]),
    ],
)
def test_each_kind_of_tampering_has_its_words_and_its_row(
    change: str, named: list[tuple[int, str]], chain: list[UUID]
) -> None:
    assert found(chain) == []
    run_as_admin(UNGUARDED + change.format(*chain))
    assert found(chain) == named


def test_an_event_that_came_in_past_the_seal_is_named(chain: list[UUID]) -> None:
    run_as_admin(
        UNGUARDED + "INSERT INTO core_event (id, agency_id, payload) SELECT gen_random_uuid(), id, '{}' "
        "FROM core_event LIMIT 1"
    )
    (line,) = broken_chain()
    stranger = Event.objects.exclude(pk__in=chain).get()
    assert line == f"{stranger.pk}: {UNSEALED}"


def test_two_events_that_changed_places_are_both_named(chain: list[UUID]) -> None:
    swap = "UPDATE core_seal SET event_id = CASE event_id WHEN '{1}' THEN '{2}'::uuid ELSE '{1}'::uuid END "
    drop = "ALTER TABLE core_seal DROP CONSTRAINT core_seal_event_id_key; "
    again = "; ALTER TABLE core_seal ADD CONSTRAINT core_seal_event_id_key UNIQUE (event_id)"
    run_as_admin(UNGUARDED + drop + (swap + "WHERE event_id IN ('{1}', '{2}')").format(*chain) + again)
    assert (1, HASH) in found(chain)
    assert (2, HASH) in found(chain)


@pytest.mark.parametrize("guard", ["seal ON core_event", "only_grows ON core_event", "only_grows ON core_seal"])
def test_a_guard_that_is_switched_off_is_named(guard: str, chain: list[UUID]) -> None:
    trigger, _on, table = guard.partition(" ON ")
    run_as_admin(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    try:
        assert broken_chain() == [f"ledger: a guard of {table} is switched off"]
    finally:
        run_as_admin(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")
    assert broken_chain() == []


@pytest.mark.parametrize("guard", ["seal ON core_event", "only_grows ON core_event", "only_grows ON core_seal"])
def test_a_guard_that_is_taken_away_is_named(guard: str, chain: list[UUID]) -> None:
    trigger, _on, table = guard.partition(" ON ")
    by_name = "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = %s AND tgrelid = %s::regclass"
    ((definition,),) = run_as_admin(by_name, [trigger, table])
    run_as_admin(f"DROP TRIGGER {guard}")
    try:
        assert broken_chain() == [f"ledger: a guard of {table} is missing"]
    finally:
        run_as_admin(definition)
    assert broken_chain() == []


def test_an_agencys_broken_chain_says_nothing_of_another(chain: list[UUID], subscribe: Subscribe) -> None:
    other = fall()
    run_as_admin(UNGUARDED + "UPDATE core_event SET db_user = 'x' WHERE agency_id <> %s", [str(other.agency_id)])
    assert found(chain) == [(place, HASH) for place in range(4)]
    run_as_admin(
        UNGUARDED + "DELETE FROM core_seal; DELETE FROM core_chain_head; DELETE FROM core_event WHERE agency_id <> %s",
        [str(other.agency_id)],
    )
    assert list(broken_chain()) == [f"{Event.objects.get().pk}: {UNSEALED}"]


def test_each_agency_counts_its_own_chain_from_one(chain: list[UUID], subscribe: Subscribe) -> None:
    other = fall()
    fall(other.agency_id)
    rows = run_as_admin("SELECT agency_id = %s, seq FROM core_seal ORDER BY 1, 2", [str(other.agency_id)])
    assert rows == [(False, 1), (False, 2), (False, 3), (False, 4), (True, 1), (True, 2)]


def test_verify_prints_the_tampered_event_and_exits_with_an_error(chain: list[UUID]) -> None:
    run_as_admin(UNGUARDED + f"UPDATE core_event SET payload = '{{}}' WHERE id = '{chain[1]}'")
    said = StringIO()
    with pytest.raises(CommandError, match="1 rows break"):
        call_command("verify", stdout=said)
    assert "BROKEN  the hash chain is whole" in said.getvalue()
    assert f"{chain[1]}: {HASH}" in said.getvalue()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_event SET db_user = ''",
        "DELETE FROM core_event",
        "TRUNCATE core_event CASCADE",
        "DELETE FROM core_seal",
        "TRUNCATE core_seal",
    ],
)
def test_not_even_the_administrator_changes_the_ledger_by_accident(
    statement: str, chain: list[UUID], as_administrator: Callable[[str], None]
) -> None:
    with pytest.raises(Exception, match="only grows"):
        as_administrator(statement)
    assert found(chain) == []
