"""What the map beside an incident shows: its building, and the units that are there or near."""

from typing import Any

from core.actors import Actor
from core.permissions import fetch, require
from incidents.models import Assignment, Incident
from incidents.workflow import ACTIVE_ASSIGNMENT
from officers.models import Campus, Officer
from officers.roles import Duty
from officers.selectors import plans
from officers.selectors.plans import Units

MOST_UNITS = 30


def panel(actor: Actor, incident: Incident, floor: str = "", note: str = "") -> dict[str, Any]:
    """The plan of the incident's building with its room, the way to it and the units; tabs have no addresses yet."""
    require(actor, "plan.read")
    placed = units(actor, incident.campus)
    return plans.panel(actor, incident.campus, incident.building, incident.room, floor, placed, note)


def one(actor: Actor, pk: object) -> Incident:
    """An incident that exists for this actor, with all that says where it is."""
    return fetch(Incident.objects.select_related("campus", "building", "room__building"), actor, pk)


def units(actor: Actor, campus: Campus) -> Units:
    """Call signs with the room that each is in; those who are on the campus and in no known room have none."""
    active = Assignment.objects.filter(agency_id=actor.agency_id, status__in=ACTIVE_ASSIGNMENT)
    there = active.filter(status="on_scene", incident__campus=campus).select_related("officer", "incident__room")
    found = [(part.officer.call_sign, part.incident.room) for part in there.order_by("officer__call_sign")[:MOST_UNITS]]
    near = Officer.objects.filter(agency_id=actor.agency_id, last_campus=campus, active=True)
    free = near.exclude(duty=Duty.OFF_DUTY).exclude(pk__in=active.values("officer"))
    signs = free.order_by("call_sign").values_list("call_sign", flat=True)[:MOST_UNITS]
    return [*found, *((sign, None) for sign in signs)]
