"""What the map of the district shows: campuses with their outlines, the open incidents and the units at each."""

from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q

from core.actors import Actor
from core.permissions import require, visible
from incidents.models import Incident
from incidents.workflow import ACTIVE_ASSIGNMENT, OPEN_INCIDENT
from officers.models import Campus, CampusOutline, Officer
from officers.roles import RESPONDING, Duty
from officers.selectors import outlines

# What one screen can hold; the queue lists everything.
CAMPUSES, INCIDENTS, UNITS = 200, 500, 400


def same_for(actor: Actor) -> UUID:
    """Whom the map is the same for: everyone who may dispatch in this agency, and nobody else gets an answer."""
    require(actor, "incident.dispatch")
    require(actor, "plan.read")
    return actor.agency_id


def campuses(actor: Actor) -> list[dict[str, Any]]:
    """Every campus with its outline, its open incidents by priority, and its units by call sign: four statements."""
    same_for(actor)
    drawn: dict[UUID, CampusOutline] = {row.campus_id: row for row in outlines.of_agency(actor)}
    incidents, units = _by_campus(_incidents(actor)), _by_campus(_units(actor))
    rows = Campus.objects.filter(agency_id=actor.agency_id).order_by("name").values("id", "name", "code")[:CAMPUSES]
    return [
        {
            **row,
            "ring": drawn[row["id"]].ring if row["id"] in drawn else [],
            "incidents": incidents.get(row["id"], []),
            "units": units.get(row["id"], []),
        }
        for row in rows
    ]


def _incidents(actor: Actor) -> list[dict[str, Any]]:
    rows = visible(Incident.objects.filter(status__in=OPEN_INCIDENT), actor).order_by("priority", "received_at")
    found = rows.values("id", "number", "priority", "nature", at=F("campus_id"))
    return [dict(row) for row in found[:INCIDENTS]]


def _units(actor: Actor) -> list[dict[str, Any]]:
    """Where each unit is, as far as is known: at its incident once it has arrived, else where it was last."""
    active = FilteredRelation("assignments", condition=Q(assignments__status__in=ACTIVE_ASSIGNMENT))
    rows = Officer.objects.filter(agency_id=actor.agency_id, license__in=RESPONDING).annotate(current=active)
    rows = rows.filter(~Q(duty=Duty.OFF_DUTY) | Q(current__isnull=False)).order_by("call_sign")
    found = rows.values("call_sign", "duty", "last_campus_id", "current__status", "current__incident__campus_id")
    return [_unit(dict(row)) for row in found[:UNITS]]


def _unit(row: dict[str, Any]) -> dict[str, Any]:
    there = row["current__status"] == "on_scene"
    return {
        "call_sign": row["call_sign"],
        "status": row["current__status"] or row["duty"],
        "at": row["current__incident__campus_id"] if there else row["last_campus_id"],
    }


def _by_campus(rows: list[dict[str, Any]]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["at"], []).append(row)
    return found
