"""What the pages of the record read: whom an officer writes about, what waits for a reviewer, and what happened."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from core.actors import SYSTEM, Actor
from core.events import EVENT_TYPES
from core.models import Event
from core.permissions import may, require, visible
from incidents import wording
from incidents.models import DeescalationRecord, Incident, Subject
from officers.models import User

PAGE, WAITING, STEPS, PEOPLE = 50, 100, 100, 20
FORCE = Q(force_reportable=True) | Q(restraint_used=True) | ~Q(restraints=[]) | Q(force_highest__gte=2)


class Step(NamedTuple):
    """One thing that happened to a record."""

    at: datetime
    who: str
    text: str


def _rows() -> QuerySet[DeescalationRecord]:
    return DeescalationRecord.objects.select_related("incident__campus", "author", "subject")


def own(actor: Actor, incident: Incident) -> list[DeescalationRecord]:
    """The actor's records of an incident, the first first."""
    require(actor, "record.open", incident)
    rows = visible(_rows(), actor).filter(incident=incident, author=actor.id)
    return list(rows.order_by("created_at")[:PEOPLE])


def people(incident: Incident) -> list[Subject]:
    """Whom the incident is known to be about."""
    return list(incident.subjects.order_by("created_at")[:PEOPLE])


def waiting(actor: Actor) -> list[DeescalationRecord]:
    """What waits for this reviewer: force first, then whatever has waited longest."""
    if not may(actor, "record.approve"):
        return []
    rows = visible(_rows(), actor).filter(status="submitted").exclude(author=actor.id)
    first = Case(When(FORCE, then=Value(0)), default=Value(1), output_field=IntegerField())
    return list(rows.order_by(first, "submitted_at").prefetch_related("officers")[:WAITING])


def next_waiting(actor: Actor, record: DeescalationRecord) -> DeescalationRecord | None:
    """What this reviewer would read after this record."""
    return next((one for one in waiting(actor) if one.pk != record.pk), None)


def unconfirmed(actor: Actor) -> list[DeescalationRecord]:
    """Filed records of others on which this officer stands and which they have not confirmed."""
    rows = visible(_rows(), actor).filter(officers__officer__user=actor.id, officers__confirmed_at=None)
    return list(
        rows.exclude(author=actor.id).filter(status__in=("submitted", "approved")).order_by("submitted_at")[:PAGE]
    )


def listed(actor: Actor, status: str, page: int) -> Page[DeescalationRecord]:
    """One page of the records an actor writes or reviews, the newest first."""
    if not may(actor, "record.open"):
        require(actor, "record.approve")
    rows = visible(_rows(), actor)
    if status:
        rows = rows.filter(status=status)
    return Paginator(rows.order_by("-created_at"), PAGE).get_page(page)


def story(actor: Actor, records: Iterable[DeescalationRecord]) -> list[Step]:
    """What happened to these records, the first first; every saving of a draft but the last is left out."""
    keys = [one.pk for one in records]
    rows = Event.objects.filter(agency_id=actor.agency_id, record_id__in=keys).order_by("-at")
    events = [json.loads(payload) for payload in rows.values_list("payload", flat=True)[:STEPS]]
    found = User.objects.filter(agency_id=actor.agency_id, pk__in={event["actor"] for event in events} - {SYSTEM})
    names = {str(key): name for key, name in found.values_list("pk", "name")}
    steps: list[Step] = []
    for before, event in zip([None, *events], events, strict=False):
        if before is not None and before["type"] == event["type"] == "record.revised":
            continue
        steps.append(
            Step(
                datetime.fromisoformat(event["at"]),
                names.get(event["actor"], str(wording.SYSTEM)),
                wording.told(str(EVENT_TYPES[event["type"]].sentence), event["facts"]),
            )
        )
    return steps[::-1]
