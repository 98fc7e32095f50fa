"""The rows of a call that joins an incident, and of the incident that a call becomes when it leaves again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID, uuid4

from core.actors import Actor
from core.moves import advance
from incidents.models import Answer, Call, Incident, PriorityChange, Subject
from incidents.priorities import Verdict, judge
from incidents.scripting.reading import is_offered
from incidents.selectors import scripts
from incidents.selectors.duplicates import GOING_ON
from incidents.services import subjects
from incidents.vocabulary import PriorityReason

# Before a reason for a CIT officer that a joining call brought, in the rules of the change.
ADDED = "cit:"


class Told(TypedDict):
    """What was typed of a call that joins an incident."""

    received_via: str
    caller_role: str
    caller_name: str
    callback: str
    extension: str
    language_needed: str
    nature: str
    said: str
    answers: Mapping[str, str]
    subjects: Sequence[Mapping[str, str]]


def keep_call(told: Told, incident: Incident, number: str, client_key: UUID, actor: Actor, at: datetime) -> Call:
    """The call with its own answers and people, as it was told."""
    call = Call.objects.create(
        agency_id=incident.agency_id,
        incident=incident,
        case_id=incident.case_id,
        number=number,
        client_key=client_key,
        taken_by_id=actor.person,
        received_at=at,
        received_via=told["received_via"],
        caller_role=told["caller_role"],
        caller_name=told["caller_name"],
        callback=told["callback"],
        extension=told["extension"],
        said=told["said"],
        language_needed=told["language_needed"],
        nature=told["nature"] or incident.nature,
    )
    Subject.objects.bulk_create([subjects.build(incident, one, call) for one in told["subjects"]])
    Answer.objects.bulk_create(_answers(told, call, actor, at))
    return call


def _answers(told: Told, call: Call, actor: Actor, at: datetime) -> list[Answer]:
    script = scripts.active(call.agency_id)
    return [
        Answer(
            agency_id=call.agency_id,
            incident_id=call.incident_id,
            call=call,
            question=question,
            value=value,
            by_id=actor.person,
            at=at,
            script_version=script.version,
        )
        for question, value in told["answers"].items()
        if question in script.by_key and is_offered(script.by_key[question], value)
    ]


def judged(incident: Incident, nature: str, answers: Mapping[str, str]) -> Verdict | None:
    """What a joining call comes to by itself; None when it says nothing that was not known."""
    if not answers and nature in ("", incident.nature):
        return None
    return judge(nature or incident.nature, answers, scripts.active(incident.agency_id))


def urge(incident: Incident, priority: str, triggers: Sequence[str], rule: str, actor: Actor, at: datetime) -> None:
    """The most urgent priority wins: raise to it, and say what raised it. Nothing is lowered here."""
    added = [name for name in triggers if name not in incident.cit_triggers]
    if priority >= incident.priority and not added:
        return
    rules = [rule, *(ADDED + name for name in added)]
    wanted = [*incident.cit_triggers, *added]
    _set(incident, min(priority, incident.priority), wanted, rules, PriorityReason.ANSWERS_CHANGED, actor, at)


def calm(incident: Incident, rule: str, actor: Actor, at: datetime) -> None:
    """What was raised for a call that did not belong here goes back, unless somebody decided otherwise since."""
    last = incident.priority_trail.order_by("-at", "-created_at").first()
    if last is None or last.rules[:1] != [rule] or last.new != incident.priority or incident.status not in GOING_ON:
        return
    left = [name for name in incident.cit_triggers if ADDED + name not in last.rules]
    _set(incident, last.old, left, [rule], PriorityReason.ERROR, actor, at)


def _set(
    incident: Incident, priority: str, triggers: list[str], rules: list[str], reason: str, actor: Actor, at: datetime
) -> None:
    was = incident.priority
    advance(
        incident,
        "prioritize",
        actor=actor,
        expected_version=None,
        at=at,
        facts={"priority": priority, "was": was, "reason": reason},
        priority=priority,
        cit_required=bool(triggers),
        cit_triggers=triggers,
    )
    PriorityChange.objects.create(
        agency_id=incident.agency_id,
        incident=incident,
        old=was,
        new=priority,
        rules=rules,
        reason=reason,
        by_id=actor.person,
        at=at,
    )


def own_incident(call: Call, number: str) -> Incident:
    """A new incident at the same place for a call that leaves; it is assessed anew."""
    left = call.incident
    nature = call.nature or left.nature
    answers = {row.question: row.value for row in call.answers.order_by("at")}
    verdict = judge(nature, answers, scripts.active(call.agency_id))
    return Incident.objects.create(
        agency_id=left.agency_id,
        case_id=uuid4(),
        number=number,
        campus_id=left.campus_id,
        building_id=left.building_id,
        room_id=left.room_id,
        place_text=left.place_text,
        desk_id=left.desk_id,
        nature=nature,
        priority=verdict.priority,
        cit_required=bool(verdict.triggers),
        cit_triggers=list(verdict.triggers),
        received_at=call.received_at,
    )
