"""What must hold at all times. Each app adds its own; `manage.py verify` asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True, slots=True)
class Invariant:
    """`find` answers one line per row that breaks the sentence."""

    sentence: str
    find: Callable[[], Iterable[str]]


INVARIANTS: list[Invariant] = []


def holds(sentence: str) -> Callable[[Callable[[], Iterable[str]]], Callable[[], Iterable[str]]]:
    """Register the decorated finder under its sentence."""

    def register(find: Callable[[], Iterable[str]]) -> Callable[[], Iterable[str]]:
        INVARIANTS.append(Invariant(sentence, find))
        return find

    return register


@holds("the hash chain is whole")
def broken_chain() -> Iterable[str]:
    """The database walks its own chains and names each broken event."""
    return _lines("SELECT coalesce(event_id::text, 'ledger') || ': ' || reason FROM core_broken_events()")


@holds("no effect is owed for more than a minute")
def unpaid_effects() -> Iterable[str]:
    """Outbox rows that nobody paid."""
    return _lines(
        "SELECT 'outbox ' || id || ' for ' || consumer FROM core_outbox "
        "WHERE done_at IS NULL AND due_at < now() - interval '1 minute'"
    )


def _lines(statement: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [str(row[0]) for row in cursor.fetchall()]
