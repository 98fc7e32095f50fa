"""The rows that one taken call becomes: the incident, the call, its people and its answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID, uuid4

from core import ledger
from core.actors import Actor
from incidents.models import Answer, Call, Incident, Subject
from incidents.priorities import Verdict
from incidents.selectors import desks
from incidents.services import subjects
from incidents.vocabulary import Origin, Via
from incidents.workflow import IncidentState
from officers.models import Building, Campus, Room


class Heard(TypedDict):
    """What was typed of the call itself."""

    place_text: str
    extension: str
    nature: str
    received_via: str
    caller_role: str
    caller_name: str
    callback: str
    language_needed: str
    said: str
    origin: str
    scheduled_for: datetime | None
    answers: Mapping[str, str]
    subjects: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Where:
    """A campus with as much of it as is known; without a campus it is somewhere else, told in words."""

    campus: Campus | None
    building: Building | None = None
    room: Room | None = None


def incident_of(
    heard: Heard, where: Where, campus: Campus, verdict: Verdict, number: str, actor: Actor, at: datetime
) -> Incident:
    """The incident that the call opens, with the priority of what is known so far."""
    later = heard["origin"] == Origin.SCHEDULED
    return Incident.objects.create(
        agency_id=campus.agency_id,
        case_id=uuid4(),
        number=number,
        campus=campus,
        building=where.building,
        room=where.room,
        place_text=heard["place_text"] if where.room is None else "",
        origin=heard["origin"],
        scheduled_for=heard["scheduled_for"] if later else None,
        status=IncidentState.SCHEDULED if later else IncidentState.RECEIVED,
        desk=desks.of(actor),
        nature=heard["nature"],
        priority=verdict.priority,
        cit_required=bool(verdict.triggers),
        cit_triggers=list(verdict.triggers),
        received_at=at,
    )


def call_of(heard: Heard, incident: Incident, number: str, client_key: UUID, actor: Actor, at: datetime) -> Call:
    """The call as it was said."""
    return Call.objects.create(
        agency_id=incident.agency_id,
        incident=incident,
        case_id=incident.case_id,
        number=number,
        client_key=client_key,
        taken_by_id=actor.person,
        received_at=at,
        received_via=Via.OFFICER if heard["origin"] == Origin.OFFICER else heard["received_via"],
        caller_role=heard["caller_role"],
        caller_name=heard["caller_name"],
        callback=heard["callback"],
        extension=heard["extension"],
        said=heard["said"],
        language_needed=heard["language_needed"],
    )


def keep_people(heard: Heard, incident: Incident) -> None:
    """Everyone the call is about."""
    found = [subjects.build(incident, one) for one in heard["subjects"]]
    if found:
        Subject.objects.bulk_create(found)


def keep_answers(heard: Heard, incident: Incident, version: int, actor: Actor, at: datetime) -> None:
    """What was answered so far, with the version of the script that asked."""
    found = [
        Answer(
            agency_id=incident.agency_id,
            incident=incident,
            question=question,
            value=value,
            by_id=actor.person,
            at=at,
            script_version=version,
        )
        for question, value in heard["answers"].items()
    ]
    if found:
        Answer.objects.bulk_create(found)


def announce(call: Call, incident: Incident, actor: Actor, at: datetime) -> None:
    """The call and the incident, in one statement."""
    opened = {"number": incident.number, "nature": incident.nature, "priority": incident.priority}
    ledger.announce_all(
        [
            ledger.Entry("call.logged", call, {"number": call.number, "via": call.received_via}),
            ledger.Entry("incident.opened", incident, opened),
        ],
        actor=actor,
        at=at,
    )
