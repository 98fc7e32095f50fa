"""One incident with all that the desk needs to handle it, and the list of open ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import Conflict
from core.moves import open_moves
from core.permissions import fetch, fetch_for, require, visible
from incidents.models import (
    Answer,
    Assignment,
    Call,
    DeescalationRecord,
    Incident,
    IncidentFile,
    IncidentNote,
    PriorityChange,
    Subject,
)
from incidents.priorities import Verdict, judge
from incidents.scripting import Script
from incidents.scripting.reading import counted
from incidents.selectors import contacts, family, scripts
from incidents.selectors import notes as written
from incidents.selectors.contacts import Contacts
from incidents.selectors.family import Member
from incidents.selectors.plans_of_care import Guidance, guidance
from incidents.selectors.timeline import ALL, Entry, timeline
from incidents.workflow import INCIDENT, OPEN_INCIDENT

UNITS, CHANGES = 50, 20


@dataclass(frozen=True, slots=True)
class Case:
    """An incident and what belongs to it."""

    incident: Incident
    # The incident first, then what was merged into it.
    family: list[Member]
    calls: list[Call]
    people: list[Subject]
    guidance: Mapping[str, Guidance]
    # Earlier contacts of people who were recognized, by the key of the subject.
    contacts: Mapping[UUID, Contacts]
    answers: list[Answer]
    # What was answered in calls that joined later, and before a merge.
    beside: list[Answer]
    script: Script
    verdict: Verdict
    changes: list[PriorityChange]
    units: list[Assignment]
    records: list[DeescalationRecord]
    notes: list[IncidentNote]
    files: list[IncidentFile]
    timeline: list[Entry]


def _rows() -> QuerySet[Incident]:
    return Incident.objects.select_related("campus", "building", "room", "merged_into", "agency")


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
    ages = list(incident.subjects.values_list("is_minor", flat=True)[:UNITS])
    return _judged(incident, answers, scripts.of_answers(incident.agency_id, answers), ages)


def _judged(incident: Incident, answers: list[Answer], script: Script, ages: Sequence[bool]) -> Verdict:
    """Everybody counts as a minor until every person of the incident is known to be none."""
    values = {answer.question: answer.value for answer in answers}
    return judge(incident.nature, values, script, minor=not ages or any(ages))


def calls_of(incident: Incident) -> list[Call]:
    """What was said, the first call first, with the calls of what was merged into it."""
    return family.calls(family.members(incident))


def units(actor: Actor, incident: Incident) -> list[Assignment]:
    """The assignments that exist for this actor, in the order they were sent."""
    rows = visible(Assignment.objects.select_related("officer__user"), actor).filter(incident=incident)
    return list(rows.order_by("dispatched_at")[:UNITS])


def records_of(actor: Actor, incident: Incident) -> list[DeescalationRecord]:
    """The records of the incident that exist for this actor."""
    rows = visible(DeescalationRecord.objects.select_related("author"), actor).filter(incident=incident)
    return list(rows.order_by("created_at")[:UNITS])


def whole(actor: Actor, pk: object, *, show: str = ALL) -> Case:
    """Everything about one incident, in a fixed number of statements; `show` filters its timeline."""
    incident = one(actor, pk)
    story = family.members(incident)
    calls, people, notes = family.calls(story), family.people(story), written.notes(story)
    answers = latest_answers(incident)
    script = scripts.of_answers(incident.agency_id, answers)
    return Case(
        incident=incident,
        family=story,
        calls=calls,
        people=people,
        guidance=guidance(people, timezone.localdate(clock.now())),
        contacts=contacts.shown_to(actor, people, clock.now()),
        answers=answers,
        beside=family.answers_beside(story) if _joined(incident, calls) else [],
        script=script,
        verdict=_judged(incident, answers, script, [one.is_minor for one in people]),
        changes=list(incident.priority_trail.select_related("by").order_by("-at", "-created_at")[:CHANGES]),
        units=units(actor, incident),
        records=records_of(actor, incident),
        notes=notes,
        files=written.files(story),
        timeline=timeline(actor, incident, family=story, notes=notes, show=show),
    )


def _joined(incident: Incident, calls: Iterable[Call]) -> bool:
    """Whether a call came later and brought answers of its own."""
    return any(call.nature or call.incident_id != incident.pk for call in calls)
