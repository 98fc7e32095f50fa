"""The ledger refuses the application's own log-in, and tells who was tampered with."""

from collections.abc import Callable

import pytest
from django.db import ProgrammingError, connection, transaction

from core.models import Event
from tests.cast import District, build, log_call

ATTACKS = (
    "UPDATE core_event SET payload = '{}'",
    "DELETE FROM core_event",
    "TRUNCATE core_event CASCADE",
    "ALTER TABLE core_event DISABLE TRIGGER ALL",
    "DROP TRIGGER only_grows ON core_event",
    "DROP TABLE core_event CASCADE",
    "SET session_replication_role = replica",
    "INSERT INTO core_event (id, agency_id, payload, at) VALUES (gen_random_uuid(), gen_random_uuid(), '{}', now())",
    "INSERT INTO core_seal SELECT gen_random_uuid(), 1, gen_random_uuid(), 'a', 'b'",
    "SELECT * FROM core_seal",
    "UPDATE core_chain_head SET seq = 0",
    "SET ROLE cit_owner",
)


def broken() -> list[tuple[object, str]]:
    """What the database finds wrong with its chains."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event_id, reason FROM core_broken_events()")
        return [(row[0], str(row[1])) for row in cursor.fetchall()]


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_application_may_not(attack: str, district: District) -> None:
    log_call(district)
    before = Event.objects.count()
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert Event.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_whole_chains_are_found_whole() -> None:
    for name in ("sotol", "neighbor"):
        log_call(build(name))
    assert Event.objects.count() == 4
    assert broken() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE core_event SET payload = replace(payload, 'radio', 'other') WHERE id = '{id}'",
        "DELETE FROM core_event WHERE id = '{id}'",
        "DELETE FROM core_seal WHERE event_id = '{id}'",
        "UPDATE core_seal SET hash = sha256('x') WHERE event_id = '{id}'",
    ],
)
def test_a_tampered_event_is_named(tamper: str, as_administrator: Callable[[str], None]) -> None:
    log_call(build("sotol"), received_via="radio")
    event = Event.objects.get(type="call.logged")
    as_administrator("SET session_replication_role = replica; " + tamper.format(id=event.pk))
    assert event.pk in {row[0] for row in broken()}


def test_an_event_holds_no_word_that_was_said(district: District) -> None:
    log_call(district, said="the planted sentence", caller_name="Planted Name")
    assert not Event.objects.filter(payload__icontains="planted").exists()
