"""Earlier contacts of people: how many in a year, the last day, what came of it. A fixed number of statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from incidents.models import DeescalationRecord, Person, Subject
from incidents.record_vocabulary import Outcome
from incidents.workflow import IncidentState

YEAR_DAYS = 365
# What was planned or called off is no contact.
NO_CONTACT = (IncidentState.SCHEDULED, IncidentState.CANCELLED)
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
        outcome = ended.get(subject, "") or (earlier.outcome if earlier else "")
        known[root] = _Met(root, earlier.at if earlier else received, outcome)
    return {person: list(rows_of.values()) for person, rows_of in met.items()}


def _encounters(people: list[UUID], at: datetime) -> QuerySet[Subject]:
    rows = Subject.objects.filter(person__in=people, incident__received_at__lte=at)
    return rows.exclude(incident__status__in=NO_CONTACT).select_related("incident")


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


def said(outcome: str) -> str | Promise:
    """How it ended, in words."""
    return Outcome(outcome).label if outcome in Outcome.values else outcome
