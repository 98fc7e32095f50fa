"""Earlier contacts of people: how many in a year, the last day, what came of it. A fixed number of statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from core.actors import Actor
from incidents.models import DeescalationRecord, Incident, Person, PersonConflict, Subject
from incidents.record_vocabulary import Outcome
from incidents.vocabulary import CloseReason
from incidents.workflow import IncidentState

YEAR_DAYS = 365
# What is only planned, and what was called off without anybody taking it over, is no contact.
NO_CONTACT = Q(incident__status=IncidentState.SCHEDULED) | (
    Q(incident__status=IncidentState.CANCELLED) & ~Q(incident__close_reason=CloseReason.HANDED_OFF)
)
# A record counts once it was filed, and while it is returned it is not believed.
NOT_FILED = ("draft", "returned")
MOST = 2000


@dataclass(frozen=True, slots=True)
class Contacts:
    """Earlier contacts of one person; empty where nobody knows any."""

    count_12m: int = 0
    last_on: date | None = None
    last_result: str | Promise = ""


@dataclass(frozen=True, slots=True)
class _Met:
    incident: UUID
    at: datetime
    outcome: str


NONE = Contacts()


def contacts_of(one: Subject | Person, at: datetime) -> Contacts:
    """Of one person, or of the person of a subject without that encounter itself."""
    if isinstance(one, Person):
        return of_people([one.pk], at).get(one.pk, NONE)
    return of_subjects([one], at).get(one.pk, NONE)


def of_people(people: Iterable[UUID], at: datetime) -> Mapping[UUID, Contacts]:
    """Of each person by key."""
    met = _met(list(people), at)
    return {person: _counted(rows, at) for person, rows in met.items()}


def of_subjects(subjects: Iterable[Subject], at: datetime) -> Mapping[UUID, Contacts]:
    """Of each linked subject by its key; the encounter it belongs to is not an earlier one."""
    linked = [one for one in subjects if one.person_id is not None]
    met = _met([one.person_id for one in linked if one.person_id], at)
    return {
        one.pk: _counted([row for row in met.get(one.person_id, ()) if row.incident != one.incident_id], at)
        for one in linked
        if one.person_id
    }


def shown_to(actor: Actor, subjects: Iterable[Subject], at: datetime) -> Mapping[UUID, Contacts]:
    """Of the linked subjects of an incident, without those whom the actor is too near to."""
    linked = [one for one in subjects if one.person_id is not None]
    if not linked:
        return {}
    near = PersonConflict.objects.filter(user=actor.id, ended_at=None, person__in=[one.person_id for one in linked])
    hidden = set(near.values_list("person", flat=True))
    return of_subjects([one for one in linked if one.person_id not in hidden], at)


def _met(people: list[UUID], at: datetime) -> dict[UUID, list[_Met]]:
    """The encounters of these people, the newest first; what was merged into another incident is one with it."""
    if not people:
        return {}
    found = list(_encounters(people, at).order_by("-incident__received_at")[:MOST])
    ended = outcomes([one.pk for one in found])
    met: dict[UUID, dict[UUID, _Met]] = {}
    for one in found:
        person, subject, received = one.person_id, one.pk, one.incident.received_at
        root = one.incident.merged_into_id or one.incident_id
        if person is None:
            continue
        known = met.setdefault(person, {})
        earlier = known.get(root)
        outcome = ended.get(subject, "") or (earlier.outcome if earlier else "") or _handed(one.incident)
        known[root] = _Met(root, earlier.at if earlier else received, outcome)
    return {person: list(rows_of.values()) for person, rows_of in met.items()}


def _encounters(people: list[UUID], at: datetime) -> QuerySet[Subject]:
    rows = Subject.objects.filter(person__in=people, incident__received_at__lte=at)
    return rows.exclude(NO_CONTACT).select_related("incident")


def outcomes(subjects: list[UUID]) -> dict[UUID, str]:
    """What each encounter ended with, of the record filed last."""
    rows = DeescalationRecord.objects.filter(subject__in=subjects).exclude(status__in=NOT_FILED)
    rows = rows.exclude(primary_outcome="").order_by("submitted_at")
    return dict(rows.values_list("subject", "primary_outcome"))


def _counted(rows: list[_Met], at: datetime) -> Contacts:
    real = [row for row in rows if row.outcome != Outcome.UNFOUNDED]
    if not real:
        return NONE
    lately = sum((at - row.at).days < YEAR_DAYS for row in real)
    told = next((row.outcome for row in real if row.outcome), "")
    return Contacts(lately, timezone.localdate(real[0].at), said(told))


def _handed(incident: Incident) -> str:
    """Without a record, that somebody else took it over is all that is known."""
    return incident.close_reason if incident.close_reason == CloseReason.HANDED_OFF else ""


def said(outcome: str) -> str | Promise:
    """How it ended, in words."""
    found = next((listed for listed in (Outcome, CloseReason) if outcome in listed.values), None)
    return found(outcome).label if found else outcome
