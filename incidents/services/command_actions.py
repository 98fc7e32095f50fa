"""What each verb does: the same services as the buttons, with the same permissions and the same ledger."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from core.actors import Actor
from core.permissions import fetch
from incidents.commanding.words import NO_CIT, OVERRIDES
from incidents.console_vocabulary import Destination
from incidents.models import Assignment, Incident
from incidents.selectors import candidates
from incidents.services import assignments, handoffs, incidents, intake_drafts, notes
from incidents.vocabulary import Nature
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer
from officers.selectors import places
from officers.services import duty


@dataclass(frozen=True, slots=True)
class Done:
    """Where to look now, and what takes it back: a kind of undoing and the key of its record."""

    goto: tuple[str, str] = ("", "")
    undo: Mapping[str, str] = field(default_factory=dict)


Given = Mapping[str, str]
Action = Callable[[Actor, Given, datetime], Done]


def send(actor: Actor, given: Given, at: datetime) -> Done:
    """Send one officer; a reason is the override's or says why nobody certified comes."""
    incident = fetch(Incident.objects.all(), actor, given["incident"])
    why = given.get("why", "")
    sent = assignments.send(
        incident,
        actor=actor,
        expected_version=None,
        officer=fetch_officer(actor, given["unit"]),
        override_reason=why if why in OVERRIDES else "",
        cit_unavailable_reason=why if why in NO_CIT else "",
        at=at,
    )
    return Done(("incident", given["incident"]), {"what": "send", "key": str(sent.pk)})


def release(actor: Actor, given: Given, at: datetime) -> Done:
    """Free a unit: called back before it arrived, clear afterwards."""
    part = fetch_part(actor, given["part"])
    if part.status == "on_scene":
        assignments.clear(part, actor=actor, expected_version=None, at=at)
        return Done(("incident", given["incident"]), _back(part, "clear"))
    assignments.cancel(part, actor=actor, expected_version=None, cancel_reason="", at=at)
    return Done(("incident", given["incident"]))


def status(actor: Actor, given: Given, at: datetime) -> Done:
    """The next status of a part, or of an officer who is on none."""
    if "duty" in given:
        officer = fetch_officer(actor, given["unit"])
        duty.set_status(officer, actor=actor, duty=given["duty"], at=at)
        return Done(("unit", officer.call_sign), {"what": "duty", "key": given["unit"], "to": officer.duty})
    part = fetch_part(actor, given["part"])
    move = {"start": assignments.start, "arrive": assignments.arrive, "clear": assignments.clear}[given["move"]]
    reached = move(part, actor=actor, expected_version=None, at=at).status
    return Done(("incident", given["incident"]), _back(part, reached))


def _back(part: Assignment, reached: str) -> dict[str, str]:
    return {"what": "status", "key": str(part.pk), "from": reached, "to": part.status}


def close(actor: Actor, given: Given, at: datetime) -> Done:
    """Close with how it ended."""
    incident = fetch(Incident.objects.all(), actor, given["incident"])
    incidents.close(incident, actor=actor, expected_version=None, close_reason=given["reason"], at=at)
    return Done(("incident", given["incident"]), {"what": "close", "key": given["incident"]})


def go(actor: Actor, given: Given, at: datetime) -> Done:
    """Nothing but looking there."""
    kind = next(kind for kind in ("incident", "unit", "place") if kind in given)
    if kind == "unit":
        return Done((kind, fetch_officer(actor, given[kind]).call_sign))
    return Done((kind, given[kind]))


def fetch_officer(actor: Actor, key: str) -> Officer:
    """An officer whom this actor can send."""
    return candidates.officers(actor).select_related("user").get(pk=key)


def fetch_part(actor: Actor, key: str) -> Assignment:
    """A part that is still going on when the line is read."""
    rows = Assignment.objects.select_related("officer", "incident").filter(status__in=ACTIVE_ASSIGNMENT)
    return fetch(rows, actor, key)


def note(actor: Actor, given: Given, at: datetime) -> Done:
    """A note in the words that were typed."""
    incident = fetch(Incident.objects.all(), actor, given["incident"])
    kept = notes.add(incident, actor=actor, text=given["words"], at=at)
    return Done(("incident", given["incident"]), {"what": "note", "key": str(kept.pk)})


def team(actor: Actor, given: Given, at: datetime) -> Done:
    """Call the mobile crisis team; units that are needed still go."""
    incident = fetch(Incident.objects.all(), actor, given["incident"])
    begun = handoffs.start(incident, actor=actor, destination=Destination.MOBILE_CRISIS.value, at=at)
    return Done(("incident", given["incident"]), {"what": "team", "key": str(begun.pk)})


def new(actor: Actor, given: Given, at: datetime) -> Done:
    """Begin to take a call, with its place and nature where they were typed."""
    typed: dict[str, str] = {}
    place = places.resolve(actor, key=given["place"]) if "place" in given else None
    if place is not None:
        typed |= {"place": place.key, "place_text": place.label}
    if "nature" in given:
        typed["nature_text"] = str(Nature(given["nature"]).label)
    draft = intake_drafts.take(actor=actor, client_key=uuid4(), typed=typed, at=at)
    return Done(("draft", str(draft.pk)), {"what": "draft", "key": str(draft.pk)})


ACTIONS: dict[str, Action] = {
    "n": new,
    "d": send,
    "u": send,
    "r": release,
    "s": status,
    "nt": note,
    "m": team,
    "x": close,
    "g": go,
}
