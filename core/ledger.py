"""The ledger: append-only, hash-chained per agency by the database, written only here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from core import following, hints, outbox
from core.actors import Actor
from core.errors import Undeclared
from core.events import declared
from core.models import Record

_INSERT = "INSERT INTO core_event (id, agency_id, payload) VALUES {}"
_WITH_EFFECTS = (
    "WITH events AS (INSERT INTO core_event (id, agency_id, payload) VALUES {}) "
    "INSERT INTO core_outbox (event_id, agency_id, consumer, lane) VALUES {}"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event before it is written; `facts` hold identifiers, slugs and numbers, never free text."""

    type: str
    record: Any
    facts: Mapping[str, object]


def announce(name: str, *, record: Record, actor: Actor, at: datetime, facts: Mapping[str, object]) -> None:
    """Record one event and owe its effects, in the caller's transaction."""
    announce_all([Entry(name, record, facts)], actor=actor, at=at)


def announce_all(entries: list[Entry], *, actor: Actor, at: datetime) -> None:
    """Record several events of one agency in one statement."""
    events: list[str | UUID] = []
    effects: list[str | UUID] = []
    for entry in entries:
        _check(entry)
        key = uuid4()
        events += [key, entry.record.agency_id, _payload(entry, actor, at)]
        for consumer in outbox.consumers_of(entry.type):
            effects += [key, entry.record.agency_id, consumer.name, consumer.lane]
    values = ", ".join(["(%s, %s, %s)"] * (len(events) // 3))
    owed = ", ".join(["(%s, %s, %s, %s)"] * (len(effects) // 4))
    statement = _WITH_EFFECTS.format(values, owed) if effects else _INSERT.format(values)
    with connection.cursor() as cursor:
        cursor.execute(statement, events + effects)
    if effects:
        hints.after_commit()
    for entry in entries:
        for follower in following.followers_of(entry.type):
            follower(entry.type, entry.record, at)


def _check(entry: Entry) -> None:
    unknown = entry.facts.keys() - declared(entry.type).facts
    if unknown:
        raise Undeclared(f"{entry.type} does not declare the facts {sorted(unknown)}")


def _payload(entry: Entry, actor: Actor, at: datetime) -> str:
    """Canonical JSON: sorted keys, no spaces; stored as it is hashed."""
    case_id: UUID | None = getattr(entry.record, "case_id", None)
    document = {
        "type": entry.type,
        "record": str(entry.record.pk),
        "case": str(case_id) if case_id else None,
        "actor": str(actor.id) if actor.id else actor.name,
        "roles": sorted(actor.roles),
        "at": at.isoformat(),
        "facts": dict(entry.facts),
    }
    return json.dumps(document, sort_keys=True, separators=(",", ":"), default=str, ensure_ascii=False)
