"""The timeline of a case: the ledger in words. Only what this app declares; other apps tell their own part."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from core.actors import SYSTEM, Actor
from core.events import EVENT_TYPES
from core.models import Event
from incidents import wording
from incidents.models import Incident, IncidentNote
from incidents.selectors import family as families
from incidents.selectors import notes as written
from incidents.selectors.family import Member
from officers.models import User

ALL = "all"
NOUNS: Mapping[str, frozenset[str]] = {
    "calls": frozenset({"call", "incident"}),
    "units": frozenset({"assignment", "timer", "pending", "unit", "field_request"}),
    "notes": frozenset({"note", "file", "subject", "record", "field_entry"}),
    "handoffs": frozenset({"handoff", "handover"}),
}
# What is told of an incident and belongs to its units, or to who takes over.
ELSEWHERE: Mapping[str, str] = {
    "incident.dispatched": "units",
    "incident.reinforced": "units",
    "incident.recalled": "units",
    "incident.cleared": "units",
    "incident.transferred": "handoffs",
}
LIMIT = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: when it happened, who did it, what, and with which facts; of a note also its words."""

    at: datetime
    who: str
    text: str
    detail: str
    # The number of the merged incident that it happened to.
    of: str = ""
    note: IncidentNote | None = None
    corrected: bool = False


def timeline(
    actor: Actor,
    incident: Incident,
    *,
    family: list[Member] | None = None,
    notes: Iterable[IncidentNote] | None = None,
    show: str = ALL,
) -> list[Entry]:
    """What happened in the case of an incident that the actor sees, and to what was merged into it: the newest lines,
    the oldest of them first."""
    story = families.members(incident) if family is None else family
    texts = written.notes(story) if notes is None else list(notes)
    cases = {one.case_id: one.number for one in story}
    rows = Event.objects.filter(agency_id=actor.agency_id, case_id__in=cases, type__in=types_of(show))
    found = rows.order_by("-at").values_list("payload", flat=True)[:LIMIT]
    # By the moment each tells of, which is earlier than the writing for what was entered late.
    events = sorted((json.loads(payload) for payload in reversed(found)), key=lambda event: event["at"])
    names = _names(actor, {event["actor"] for event in events} - {SYSTEM})
    told = _Told({str(note.pk): note for note in texts}, {note.corrects_id for note in texts}, cases, incident.case_id)
    return [_entry(event, names, told) for event in events]


def types_of(show: str) -> list[str]:
    """The event types that a filter shows; an unknown filter shows none."""
    nouns = frozenset().union(*NOUNS.values()) if show == ALL else NOUNS.get(show, frozenset())
    return [name for name in EVENT_TYPES if _is_shown(name, nouns, show)]


def _is_shown(name: str, nouns: Collection[str], show: str) -> bool:
    if show != ALL and name in ELSEWHERE:
        return ELSEWHERE[name] == show
    return name.partition(".")[0] in nouns


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event only points at."""

    notes: Mapping[str, IncidentNote]
    corrected: set[UUID | None]
    cases: Mapping[UUID, str]
    own: UUID

    def of(self, case: str) -> str:
        return "" if case == str(self.own) else self.cases.get(UUID(case), "")


def _names(actor: Actor, people: set[str]) -> dict[str, str]:
    """Officers by call sign, everyone else by name."""
    rows = User.objects.filter(agency_id=actor.agency_id, pk__in=people)
    found = rows.values_list("pk", "name", "officer_rows__call_sign")
    return {str(key): call_sign or name for key, name, call_sign in found}


def _entry(event: dict[str, Any], names: dict[str, str], told: _Told) -> Entry:
    sentence = str(EVENT_TYPES[event["type"]].sentence)
    note = told.notes.get(event["record"])
    return Entry(
        at=datetime.fromisoformat(event["at"]),
        who=names.get(event["actor"], str(wording.SYSTEM)),
        text=wording.told(sentence, event["facts"]),
        detail=", ".join(wording.facts(event["facts"])),
        of=told.of(event["case"]),
        note=note,
        corrected=note is not None and note.pk in told.corrected,
    )
