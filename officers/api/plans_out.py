"""What the API says about plans."""

from typing import Any

from core.actors import Actor
from core.permissions import may
from officers.models import Campus, CampusOutline, FloorPlan, PlanDrawing, Room
from officers.plans import ground, sketch
from officers.plans.ground import Ground
from officers.plans.route import Route
from officers.plans.shapes import as_data
from officers.selectors import plan_rows
from officers.services.outlines import UNDRAWN


def plan_line(plan: FloorPlan) -> dict[str, Any]:
    """One plan among others."""
    return {
        "id": plan.pk,
        "campus": plan.building.campus_id,
        "building": plan.building_id,
        "floor": plan.floor,
        "active": plan.active,
        "version": plan.version,
    }


def plan_out(plan: FloorPlan, drawing: PlanDrawing, actor: Actor) -> dict[str, Any]:
    """A plan with everything that is drawn: as data, and as the text that is sent back to change it."""
    shapes = plan_rows.shapes(drawing)
    beneath = drawing.background
    return {
        **plan_line(plan),
        "width": drawing.width,
        "height": drawing.height,
        "background": beneath.kind if beneath is not None else None,
        "shapes": [as_data(shape) for shape in shapes],
        "drawing": sketch.written(shapes),
        "actions": _actions(plan, actor),
    }


def route_out(room: Room, words: str, way: Route | None) -> dict[str, Any]:
    """The way to a room: always in words, and as points where it is drawn."""
    legs = way.legs if way is not None else ()
    return {
        "room": room.pk,
        "door": way.door if way is not None else room.nearest_door,
        "words": words,
        "drawn": way is not None,
        "legs": [{"floor": leg.floor, "points": [list(point) for point in leg.points]} for leg in legs],
    }


def outline_out(campus: Campus, outline: CampusOutline | None) -> dict[str, Any]:
    """Where a campus lies, as GeoJSON and as the text that is sent back to change it."""
    return {
        "campus": campus.pk,
        "name": campus.name,
        "geometry": {"type": "Polygon", "coordinates": [_closed(outline.ring)]} if outline is not None else None,
        "buildings": outline.buildings if outline is not None else [],
        "outline": ground.written(ground_of(outline)) if outline is not None else "",
        "version": outline.version if outline is not None else UNDRAWN,
    }


def ground_of(outline: CampusOutline) -> Ground:
    """The row as a plain value."""
    buildings = {each["name"]: tuple((x, y) for x, y in each["ring"]) for each in outline.buildings}
    return Ground(tuple((x, y) for x, y in outline.ring), buildings)


def _closed(ring: list[list[float]]) -> list[list[float]]:
    """A ring of GeoJSON ends where it began."""
    return [*ring, ring[0]]


def _actions(plan: FloorPlan, actor: Actor) -> list[str]:
    if not may(actor, "plan.draw", plan):
        return []
    return ["draw", "place", "erase", "restore", "set_background", "withdraw" if plan.active else "resume"]
