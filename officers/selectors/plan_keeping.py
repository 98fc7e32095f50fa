"""The plans as their keeper sees them: what is drawn of which building, and what could be."""

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import NotFound
from core.permissions import fetch_for, require, visible
from officers.models import Building, FloorPlan, PlanDrawing, Room
from officers.selectors import plan_rows

P = TypeVar("P", Building, Room)
# More floors and buildings than any district has, and more drawings than anybody looks back over.
PLANS, BUILDINGS, DRAWINGS = 600, 600, 30


def listed(actor: Actor) -> QuerySet[FloorPlan]:
    """Every plan, by campus, building and floor."""
    require(actor, "plan.draw")
    rows = visible(FloorPlan.objects.select_related("building__campus"), actor)
    return rows.order_by("building__campus__name", "building__name", "floor")[:PLANS]


def one(actor: Actor, pk: UUID, code: str) -> FloorPlan:
    """A plan that the actor may do this to."""
    return fetch_for(FloorPlan.objects.select_related("building__campus"), actor, pk, code)


def drawing(plan: FloorPlan) -> PlanDrawing:
    """What is drawn of it now, its background's text included."""
    return plan_rows.current().defer(None).get(plan=plan)


def drawings(plan: FloorPlan) -> list[PlanDrawing]:
    """Its drawings, the newest first."""
    rows = plan.drawings.select_related("drawn_by", "background").defer("background__svg", "marks")
    return list(rows.order_by("-number")[:DRAWINGS])


def building(actor: Actor, pk: UUID) -> Building:
    """A building that the actor may draw."""
    return _own(Building.objects.select_related("campus"), actor, pk, "plan.draw")


def room(actor: Actor, pk: UUID) -> Room:
    """A room that the actor may be told the way to."""
    return _own(Room.objects.select_related("building__campus"), actor, pk, "plan.read")


def rooms(plan: FloorPlan) -> list[str]:
    """The names that a drawing of this floor can use."""
    rows = Room.objects.filter(building=plan.building_id, floor=plan.floor)
    return list(rows.values_list("name", flat=True))


def buildings(actor: Actor) -> list[dict[str, Any]]:
    """Every building with its plans and the floors of its rooms that have none yet."""
    drawn: dict[UUID, list[FloorPlan]] = {}
    for plan in listed(actor):
        drawn.setdefault(plan.building_id, []).append(plan)
    floors: dict[UUID, set[int]] = {}
    for key, floor in Room.objects.filter(agency_id=actor.agency_id).values_list("building_id", "floor").distinct():
        floors.setdefault(key, set()).add(floor)
    rows = Building.objects.filter(agency_id=actor.agency_id).select_related("campus").order_by("campus__name", "name")
    return [_line(row, drawn.get(row.pk, []), floors.get(row.pk, set())) for row in rows[:BUILDINGS]]


def _line(row: Building, plans: list[FloorPlan], floors: set[int]) -> dict[str, Any]:
    missing = sorted(floors - {plan.floor for plan in plans})
    return {"building": row, "campus": row.campus, "plans": plans, "missing": missing}


def _own(rows: QuerySet[P], actor: Actor, pk: UUID, code: str) -> P:
    """What is of another agency does not exist, whoever asks; what is of the own one is refused by name."""
    found = rows.filter(agency_id=actor.agency_id, pk=pk).first()
    if found is None:
        raise NotFound(_("There is no such record."))
    require(actor, code, found)
    return found
