"""An incident and what was merged into it: one story with several numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from incidents.models import Answer, Call, Incident, Subject

MOST, CALLS, PEOPLE, ANSWERS = 40, 50, 20, 200
# However often what was merged is merged again; UNION drops what was found before, so it always ends.
_FAMILY = """
WITH RECURSIVE family AS (
  SELECT id, case_id, number, 0 AS depth FROM incidents_incident WHERE id = %s AND agency_id = %s
  UNION
  SELECT i.id, i.case_id, i.number, f.depth + 1 FROM incidents_incident i
    JOIN family f ON i.merged_into_id = f.id WHERE i.agency_id = %s AND i.status = 'merged' AND f.depth < %s
) SELECT id, case_id, number FROM family ORDER BY depth, number LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Member:
    """One number of the story; the first is the incident that goes on."""

    pk: UUID
    case_id: UUID
    number: str


def members(incident: Incident) -> list[Member]:
    """The incident itself first, then everything that was merged into it, in one statement."""
    agency = incident.agency_id
    with connection.cursor() as cursor:
        cursor.execute(_FAMILY, [incident.pk, agency, agency, MOST, MOST])
        return [Member(*row) for row in cursor.fetchall()]


def calls(family: Iterable[Member]) -> list[Call]:
    """Every call of the story, the first call first."""
    rows = Call.objects.filter(incident__in=[one.pk for one in family]).select_related("taken_by", "incident")
    return list(rows.order_by("received_at", "number")[:CALLS])


def people(family: Iterable[Member]) -> list[Subject]:
    """Everyone the story is about."""
    rows = Subject.objects.filter(incident__in=[one.pk for one in family])
    return list(rows.order_by("created_at", "pk")[:PEOPLE])


def answers_beside(family: list[Member]) -> list[Answer]:
    """What was answered in calls that joined later and in merged incidents: kept beside the incident's own answers."""
    merged = [one.pk for one in family[1:]]
    rows = Answer.objects.filter(incident__in=merged) | Answer.objects.filter(incident=family[0].pk, call__isnull=False)
    return list(rows.order_by("at", "question")[:ANSWERS])
