"""Events and consumers of the tests' own, so that the mechanism is tried without any domain rule in the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from core import ledger, outbox
from core.actors import system
from core.events import EVENT_TYPES, EventType
from core.models import Event, Outbox
from core.outbox import Handler

HAPPENED = "pebble.fell"
STONE = EventType(HAPPENED, "A pebble fell.", frozenset({"weight", "place"}))


@dataclass
class Pebble:
    """Anything that things happen to."""

    agency_id: UUID
    pk: UUID = field(default_factory=uuid4)
    case_id: UUID | None = None


Subscribe = Callable[..., None]


@pytest.fixture
def subscribe(monkeypatch: pytest.MonkeyPatch) -> Iterator[Subscribe]:
    """`subscribe(name, handler, lane)`: hear of the pebble for the length of one test."""
    monkeypatch.setitem(EVENT_TYPES, HAPPENED, STONE)
    monkeypatch.setattr(outbox, "_CONSUMERS", {})
    monkeypatch.setattr(outbox, "_BY_NAME", {})

    def add(name: str, handler: Handler, lane: str = "jobs") -> None:
        outbox.subscribe(name, to=(HAPPENED,), handler=handler, lane=lane)

    return add


def fall(agency_id: UUID | None = None, **facts: object) -> Pebble:
    """One pebble falls."""
    pebble = Pebble(agency_id or uuid4())
    ledger.announce(HAPPENED, record=pebble, actor=system(pebble.agency_id), at=timezone.now(), facts=facts)
    return pebble


def make_due() -> None:
    """As if the time of every owed effect had come."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_outbox SET due_at = now() - interval '1 second' WHERE done_at IS NULL")


def owed() -> int:
    """How many effects nobody has paid."""
    return Outbox.objects.filter(done_at=None).count()


def ignore(event: Event) -> None:
    """A consumer with nothing to do."""
