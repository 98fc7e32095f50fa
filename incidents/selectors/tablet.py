"""What the officer's tablet shows of one incident to whoever is on it: the scene as a responder needs it, no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from core.actors import Actor
from core.permissions import require
from incidents import wording
from incidents.console_workflow import OPEN_HANDOFF
from incidents.encounter import facts_of, problems
from incidents.models import (
    Answer,
    Assignment,
    Call,
    DeescalationRecord,
    FieldRequest,
    Handoff,
    Incident,
    Subject,
    Timer,
)
from incidents.record_workflow import FILED
from incidents.scripting.reading import counted
from incidents.selectors import scripts
from incidents.selectors.plans_of_care import Guidance, guidance
from incidents.selectors.timers import check_of
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Officer, TravelTime

CALLS, UNITS, NEARBY, PEOPLE = 5, 30, 5, 20
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Contacts:
    """Earlier encounters of the people of an incident: how often, and how the last one ended. Nothing else."""

    count: int = 0
    last_on: datetime | None = None
    last_result: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One assignment as its officer sees it."""

    part: Assignment
    calls: list[Call]
    facts: list[dict[str, Any]]
    plans: list[Guidance]
    descriptions: list[str]
    units: list[dict[str, Any]]
    handoffs: list[dict[str, Any]]
    requests: list[FieldRequest]
    contacts: Contacts
    check: Timer | None


def scene(actor: Actor, part: Assignment, at: datetime) -> Scene:
    """Everything of the approach, in a fixed number of statements; the actor is the officer of this part."""
    require(actor, "assignment.acknowledge", part)
    incident = part.incident
    calls = list(incident.calls.order_by("received_at", "number")[:CALLS])
    people = list(incident.subjects.order_by("created_at", "pk")[:PEOPLE])
    found = guidance(people, timezone.localdate(at))
    return Scene(
        part=part,
        calls=calls,
        facts=facts(incident, calls),
        plans=[found[number] for number in dict.fromkeys(one.student_number for one in people) if number in found],
        descriptions=[one.description for one in people if one.description],
        units=_units(incident),
        handoffs=_handoffs(incident),
        requests=_requests(actor, incident),
        contacts=contacts(incident, people, at),
        check=check_of(part) if part.status == "on_scene" else None,
    )


def facts(incident: Incident, calls: Sequence[Call]) -> list[dict[str, Any]]:
    """Every topic, whether it was asked or not, with who told it and when; a way or a time only where there is one."""
    rows = list(incident.answers.filter(call=None).order_by("question", "-at", "-created_at").distinct("question"))
    values = {row.question: row.value for row in rows}
    known = counted(scripts.of_answers(incident.agency_id, rows), values) if rows else {}
    answered = {row.question: row for row in rows if row.question in known}
    named = "q05a" in answered and wording.is_alarming("q05a", answered["q05a"].value)
    topics = [topic for topic in wording.TOPICS if topic != "q05a" or named]
    return [_fact(topic, answered.get(topic), calls) for topic in topics]


def _fact(topic: str, answer: Answer | None, calls: Sequence[Call]) -> dict[str, Any]:
    words = wording.TOPICS[topic]
    if answer is None:
        return {"key": topic, "topic": words, "answer": None, "alarming": False, "at": None, "who": ""}
    told = [call for call in calls if call.received_at <= answer.at]
    return {
        "key": topic,
        "topic": words,
        "answer": wording.answer(topic, answer.value),
        "alarming": wording.is_alarming(topic, answer.value),
        "at": answer.at,
        "who": told[-1].get_caller_role_display() if told else "",
    }


def _units(incident: Incident) -> list[dict[str, Any]]:
    """Everybody who is on it now, whatever else this officer may see of them."""
    rows = Assignment.objects.filter(incident=incident, status__in=ACTIVE_ASSIGNMENT).order_by("dispatched_at")
    found = rows.values(
        "status", "primary", "minutes_away", "cit_when_sent", "on_scene_at", unit=F("officer__call_sign")
    )
    return [dict(row) for row in found[:UNITS]]


def _handoffs(incident: Incident) -> list[dict[str, Any]]:
    rows = Handoff.objects.filter(incident=incident).filter(Q(status__in=OPEN_HANDOFF) | Q(status="confirmed"))
    return [dict(row) for row in rows.order_by("started_at").values("destination", "status", "started_at")[:UNITS]]


def _requests(actor: Actor, incident: Incident) -> list[FieldRequest]:
    """What this officer has asked for here, and what has become of it."""
    rows = FieldRequest.objects.filter(incident=incident, by=actor.id).order_by("-at")
    return list(rows[:UNITS])


def contacts(incident: Incident, people: Sequence[Subject], at: datetime) -> Contacts:
    """Encounters of the last year with the same people, by what identifies them; a nameless one has none."""
    numbers = {one.student_number for one in people if one.student_number}
    persons = {one.person_id for one in people if one.person_id}
    if not numbers and not persons:
        return Contacts()
    same = Subject.objects.filter(Q(student_number__in=numbers) | Q(person__in=persons), agency_id=incident.agency_id)
    earlier = Incident.objects.filter(
        pk__in=same.values("incident"), received_at__lt=incident.received_at, received_at__gte=_year_before(at)
    ).exclude(status__in=("cancelled", "merged"))
    filed = DeescalationRecord.objects.filter(incident=OuterRef("pk"), status__in=FILED).order_by("-submitted_at")
    rows = list(
        earlier.annotate(result=Subquery(filed.values("primary_outcome")[:1]))
        .order_by("-received_at")
        .values_list("received_at", "result")[:UNITS]
    )
    return Contacts(len(rows), rows[0][0], rows[0][1] or "") if rows else Contacts()


def _year_before(at: datetime) -> datetime:
    return at - timedelta(days=YEAR_DAYS)


def nearby(actor: Actor, officer: Officer) -> list[dict[str, Any]]:
    """Open calls that wait for a unit, the nearest first: what and where, for an officer who is free."""
    require(actor, "record.open")
    way = TravelTime.objects.filter(origin=officer.last_campus_id, destination=OuterRef("campus"))
    rows = Incident.objects.filter(agency_id=actor.agency_id, status__in=("received", "triaged"))
    found = rows.annotate(minutes=Subquery(way.values("minutes")[:1]))
    ordered = found.order_by(F("minutes").asc(nulls_last=True), "priority", "received_at")
    shown = ordered.values("priority", "nature", "minutes", "received_at", place=F("campus__name"))
    return [dict(row) for row in shown[:NEARBY]]


def answers_left(actor: Actor, part: Assignment) -> int | None:
    """How many answers keep the officer's record of this from being filed; nothing when it is not begun."""
    mine = DeescalationRecord.objects.filter(incident=part.incident_id, author=actor.id)
    record = mine.select_related("subject", "incident").first()
    return len(problems(facts_of(record))) if record else None


def last_cleared(actor: Actor) -> Assignment | None:
    """The own part that ended last: for a moment its end can be taken back."""
    rows = Assignment.objects.filter(agency_id=actor.agency_id, officer__user=actor.id, clear_at__isnull=False)
    return rows.select_related("officer", "incident__campus").order_by("-clear_at").first()
