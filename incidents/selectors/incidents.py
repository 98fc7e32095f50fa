"""One incident with all that the desk needs to handle it, and the list of open ones."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import Conflict
from core.moves import open_moves
from core.permissions import fetch, fetch_for, require, visible
from incidents.models import Answer, Assignment, Call, DeescalationRecord, Incident, PriorityChange
from incidents.priorities import Verdict, judge
from incidents.scripting import Script
from incidents.scripting.reading import counted
from incidents.selectors import scripts
from incidents.selectors.timeline import Entry, timeline
from incidents.workflow import INCIDENT, OPEN_INCIDENT

CALLS, UNITS, CHANGES = 50, 50, 20


@dataclass(frozen=True, slots=True)
class Case:
    """An incident and what belongs to it."""

    incident: Incident
    calls: list[Call]
    answers: list[Answer]
    script: Script
    verdict: Verdict
    changes: list[PriorityChange]
    units: list[Assignment]
    records: list[DeescalationRecord]
    timeline: list[Entry]


def _rows() -> QuerySet[Incident]:
    return Incident.objects.select_related("campus", "building", "room")


def one(actor: Actor, pk: object) -> Incident:
    """An incident that exists for this actor."""
    return fetch(_rows(), actor, pk)


def to_move(actor: Actor, pk: object, *names: str) -> Incident:
    """The incident when one of these moves is open to the actor: a form that cannot be sent is not shown."""
    incident = one(actor, pk)
    if {move.name for move in open_moves(incident, actor)}.isdisjoint(names):
        require(actor, incident.workflow.permission(names[0]), incident)
        raise Conflict(_("This is not possible: the status is already “%s”.") % incident.get_status_display())
    return incident


def to_try(actor: Actor, pk: object, name: str) -> Incident:
    """The incident of a sent form: the permission is asked before the input, the status only with the move itself."""
    return fetch_for(_rows(), actor, pk, INCIDENT.permission(name))


def open_ones(actor: Actor, limit: int) -> QuerySet[Incident]:
    """Open incidents, the most urgent first."""
    rows = visible(_rows(), actor).filter(status__in=OPEN_INCIDENT)
    return rows.order_by("priority", "received_at")[:limit]


def latest_answers(incident: Incident) -> list[Answer]:
    """The answer that counts for each question, in the order of the script; those of calls that joined stand beside."""
    rows = list(incident.answers.filter(call=None).order_by("question", "-at", "-created_at").distinct("question"))
    values = {answer.question: answer.value for answer in rows}
    known = counted(scripts.of_answers(incident.agency_id, rows), values) if rows else {}
    return sorted((row for row in rows if row.question in known), key=lambda answer: answer.question)


def verdict_of(incident: Incident) -> Verdict:
    """What the answers that count now come to, and why."""
    answers = latest_answers(incident)
    return _judged(incident, answers, scripts.of_answers(incident.agency_id, answers))


def _judged(incident: Incident, answers: list[Answer], script: Script) -> Verdict:
    """Everybody counts as a minor until every person of the incident is known to be none."""
    ages = incident.subjects.values_list("is_minor", flat=True)[:UNITS]
    values = {answer.question: answer.value for answer in answers}
    return judge(incident.nature, values, script, minor=not ages or any(ages))


def calls_of(incident: Incident) -> list[Call]:
    """What was said, the first call first."""
    return list(incident.calls.select_related("taken_by").order_by("received_at")[:CALLS])


def units(actor: Actor, incident: Incident) -> list[Assignment]:
    """The assignments that exist for this actor, in the order they were sent."""
    rows = visible(Assignment.objects.select_related("officer__user"), actor).filter(incident=incident)
    return list(rows.order_by("dispatched_at")[:UNITS])


def records_of(actor: Actor, incident: Incident) -> list[DeescalationRecord]:
    """The records of the incident that exist for this actor."""
    rows = visible(DeescalationRecord.objects.select_related("author"), actor).filter(incident=incident)
    return list(rows.order_by("created_at")[:UNITS])


def whole(actor: Actor, pk: object) -> Case:
    """Everything about one incident, in a fixed number of statements."""
    incident = one(actor, pk)
    answers = latest_answers(incident)
    script = scripts.of_answers(incident.agency_id, answers)
    return Case(
        incident=incident,
        calls=calls_of(incident),
        answers=answers,
        script=script,
        verdict=_judged(incident, answers, script),
        changes=list(incident.priority_trail.select_related("by").order_by("-at")[:CHANGES]),
        units=units(actor, incident),
        records=records_of(actor, incident),
        timeline=timeline(actor, incident),
    )
