"""Keeping a drawing: checked as a whole, and always as the next number, so that every earlier one can be read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from officers.models import FloorPlan, PlanBackground, PlanDrawing, PlanRoom, Room
from officers.plans import shapes as rules
from officers.plans.shapes import OF_ROOM, Kind, Mistake, Shape, as_data, of_kind
from officers.selectors import plan_rows

FIELD = "drawing"


def now(plan: FloorPlan) -> PlanDrawing:
    """The drawing that counts, with everything of it."""
    return plan_rows.current().get(plan=plan)


def keep(
    plan: FloorPlan,
    found: Sequence[Shape],
    *,
    actor: Actor,
    at: datetime | None,
    event: str,
    size: tuple[float, float],
    background: PlanBackground | None,
    **facts: Any,
) -> FloorPlan:
    """The next drawing of a plan whose row is held."""
    rooms = _rooms(plan, found)
    refuse_wrong(found, size)
    number = plan.drawings.count() + 1
    drawing = PlanDrawing.objects.create(
        agency_id=plan.agency_id,
        plan=plan,
        number=number,
        background=background,
        width=size[0],
        height=size[1],
        marks=[as_data(shape) for shape in found if shape.kind != Kind.ROOM and shape.kind not in OF_ROOM],
        drawn_by_id=actor.person,
    )
    PlanRoom.objects.bulk_create(_rows(drawing, found, rooms))
    plan.version = number
    plan.save(update_fields=["version"])
    ledger.announce(event, record=plan, actor=actor, at=at or clock.now(), facts={"drawing": number, **facts})
    return plan


def refuse_wrong(found: Sequence[Shape], size: tuple[float, float]) -> None:
    """The first mistake of a drawing, in words."""
    try:
        rules.check(found, *size)
    except Mistake as mistake:
        raise refusal(mistake) from mistake


def refusal(mistake: Mistake, field: str = FIELD) -> BrokenRule:
    """A mistake as the page says it, with the thing that it is about."""
    name = f"{mistake.shape.kind.value} {mistake.shape.name[:60]}: " if mistake.shape else ""
    text = f"{name}{mistake.text}"
    return BrokenRule(text, fields={field: text})


def _rooms(plan: FloorPlan, found: Sequence[Shape]) -> dict[str, Room]:
    rows = Room.objects.filter(building_id=plan.building_id, floor=plan.floor)
    known = {room.name: room for room in rows}
    for shape in of_kind(found, Kind.ROOM):
        if shape.name not in known:
            raise refusal(Mistake(_("There is no room of this name on this floor of the building."), shape))
    return known


def _rows(drawing: PlanDrawing, found: Sequence[Shape], rooms: dict[str, Room]) -> list[PlanRoom]:
    doorways = {shape.name: list(shape.points[0]) for shape in of_kind(found, Kind.DOORWAY)}
    calm = {shape.name: shape.note for shape in of_kind(found, Kind.CALM)}
    return [
        PlanRoom(
            agency_id=drawing.agency_id,
            drawing=drawing,
            room=rooms[shape.name],
            points=[list(point) for point in shape.points],
            doorway=doorways.get(shape.name),
            calm=calm.get(shape.name, ""),
        )
        for shape in of_kind(found, Kind.ROOM)
    ]
