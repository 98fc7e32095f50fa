"""The timeline of a case: the ledger in words. Only what this app declares; other apps tell their own part."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.actors import SYSTEM, Actor
from core.events import EVENT_TYPES
from core.models import Event
from incidents import wording
from incidents.models import Incident
from officers.models import User

NOUNS = frozenset({"call", "incident", "assignment", "record"})
LIMIT = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: when it happened, who did it, what, and with which facts."""

    at: datetime
    who: str
    text: str
    detail: str


def timeline(actor: Actor, incident: Incident) -> list[Entry]:
    """What happened in the case of an incident that the actor sees, oldest first."""
    ours = [name for name in EVENT_TYPES if name.partition(".")[0] in NOUNS]
    rows = Event.objects.filter(agency_id=actor.agency_id, case_id=incident.case_id, type__in=ours)
    found = [json.loads(payload) for payload in rows.order_by("at").values_list("payload", flat=True)[:LIMIT]]
    names = _names(actor, {event["actor"] for event in found} - {SYSTEM})
    return [_entry(event, names) for event in found]


def _names(actor: Actor, people: set[str]) -> dict[str, str]:
    """Officers by call sign, everyone else by name."""
    rows = User.objects.filter(agency_id=actor.agency_id, pk__in=people)
    found = rows.values_list("pk", "name", "officer_rows__call_sign")
    return {str(key): call_sign or name for key, name, call_sign in found}


def _entry(event: dict[str, Any], names: dict[str, str]) -> Entry:
    sentence = str(EVENT_TYPES[event["type"]].sentence)
    return Entry(
        at=datetime.fromisoformat(event["at"]),
        who=names.get(event["actor"], str(wording.SYSTEM)),
        text=sentence % event["facts"],
        detail=", ".join(wording.facts(event["facts"])),
    )
