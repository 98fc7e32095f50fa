"""Floor plans: added, drawn, laid over a picture, withdrawn. Each change is a new drawing; none is ever lost."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict, NotFound
from core.permissions import require
from officers.models import Building, FloorPlan, PlanDrawing
from officers.plans import sketch
from officers.plans.shapes import NODES, OF_ROOM, Kind, Mistake, Shape
from officers.selectors import plan_rows
from officers.services import plan_backgrounds, plan_drawings
from officers.services.plan_drawings import refusal
from officers.services.versions import hold


def add(
    building: Building, *, actor: Actor, floor: int, width: int, height: int, at: datetime | None = None
) -> FloorPlan:
    """An empty plan of one floor, of this size in units of one's own choice."""
    require(actor, "plan.draw", building)
    plan = FloorPlan(agency_id=building.agency_id, building=building, floor=floor)
    moment = at or clock.now()
    with transaction.atomic():
        try:
            with transaction.atomic():
                plan.save(force_insert=True)
        except IntegrityError as error:
            text = _("There is already a plan of this floor.")
            raise BrokenRule(text, fields={"floor": text}) from error
        size = {"width": width, "height": height}
        PlanDrawing.objects.create(agency_id=plan.agency_id, plan=plan, number=1, drawn_by_id=actor.person, **size)
        facts = {"building": str(building.pk), "floor": floor}
        ledger.announce("plan.added", record=plan, actor=actor, at=moment, facts=facts)
    return plan


def draw(
    plan: FloorPlan, *, actor: Actor, expected_version: int | None, drawing: str, at: datetime | None = None
) -> FloorPlan:
    """Everything that is drawn over the floor, as text."""
    try:
        found = list(sketch.parse(drawing))
    except Mistake as mistake:
        raise refusal(mistake) from mistake
    with transaction.atomic():
        held = _held(plan, actor, expected_version)
        return _drawn(held, found, actor, at)


def place(
    plan: FloorPlan,
    *,
    actor: Actor,
    expected_version: int | None,
    kind: str,
    name: str,
    points: str,
    at: datetime | None = None,
) -> FloorPlan:
    """One thing: new, or in the place of what had this name. A way is named by what it leads over."""
    with transaction.atomic():
        held = _held(plan, actor, expected_version)
        shape = _shape(Kind(kind), name, points)
        found = plan_rows.shapes(plan_drawings.now(held))
        keys = [each.key for each in found]
        if shape.key in keys:
            found[keys.index(shape.key)] = shape
        else:
            found.append(shape)
        return _drawn(held, found, actor, at)


def erase(
    plan: FloorPlan, *, actor: Actor, expected_version: int | None, kind: str, name: str, at: datetime | None = None
) -> FloorPlan:
    """One thing is taken away; what was said of a room goes with the room, and a way with a point that it led over."""
    with transaction.atomic():
        held = _held(plan, actor, expected_version)
        found = plan_rows.shapes(plan_drawings.now(held))
        left = [shape for shape in found if shape.key != (kind, name) and not _leans(shape, kind, name)]
        if len(left) == len(found):
            raise Conflict(_("This is not drawn, or no longer."))
        return _drawn(held, left, actor, at)


def set_background(
    plan: FloorPlan, *, actor: Actor, expected_version: int | None, file: Any, at: datetime | None = None
) -> FloorPlan:
    """Another picture beneath: what is drawn grows or shrinks with it, so that it lies where it lay."""
    require(actor, "plan.draw", plan)
    checked = plan_backgrounds.check(file)
    with transaction.atomic():
        held = _held(plan, actor, expected_version)
        before = plan_drawings.now(held)
        beneath = plan_backgrounds.keep(checked, actor=actor, agency_id=held.agency_id)
        across, down = beneath.width / before.width, beneath.height / before.height
        found = [_stretched(shape, across, down) for shape in plan_rows.shapes(before)]
        size = (beneath.width, beneath.height)
        event = "plan.background_set"
        return plan_drawings.keep(
            held, found, actor=actor, at=at, event=event, size=size, background=beneath, kind=beneath.kind
        )


def restore(
    plan: FloorPlan, *, actor: Actor, expected_version: int | None, number: int, at: datetime | None = None
) -> FloorPlan:
    """An earlier drawing counts again, as a new number."""
    with transaction.atomic():
        held = _held(plan, actor, expected_version)
        rows = PlanDrawing.objects.select_related("background").prefetch_related("rooms__room")
        earlier = rows.filter(plan=held, number=number).first()
        if earlier is None:
            raise NotFound(_("There is no such drawing."))
        return _drawn(held, plan_rows.shapes(earlier), actor, at, earlier)


def withdraw(plan: FloorPlan, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> FloorPlan:
    """The plan is shown no longer; its drawings stay."""
    return _turn(plan, actor, expected_version, at, active=False)


def resume(plan: FloorPlan, *, actor: Actor, expected_version: int | None, at: datetime | None = None) -> FloorPlan:
    """The plan is shown again."""
    return _turn(plan, actor, expected_version, at, active=True)


def _held(plan: FloorPlan, actor: Actor, expected_version: int | None) -> FloorPlan:
    held = hold(plan, expected_version)
    require(actor, "plan.draw", held)
    return held


def _drawn(
    held: FloorPlan, found: list[Shape], actor: Actor, at: datetime | None, model: PlanDrawing | None = None
) -> FloorPlan:
    like = model or plan_drawings.now(held)
    rooms = sum(shape.kind == Kind.ROOM for shape in found)
    facts = {"rooms": rooms, "marks": len(found) - rooms}
    size, beneath = (like.width, like.height), like.background
    return plan_drawings.keep(
        held, found, actor=actor, at=at, event="plan.drawn", size=size, background=beneath, **facts
    )


def _shape(kind: Kind, name: str, points: str) -> Shape:
    try:
        if kind == Kind.WAY:
            return sketch.way(points)
        if kind == Kind.CALM:
            return Shape(kind, name, note=points.strip()[:40])
        return Shape(kind, name, sketch.points_of(points))
    except Mistake as mistake:
        raise refusal(mistake, "points") from mistake


def _leans(shape: Shape, kind: str, name: str) -> bool:
    if kind == Kind.ROOM:
        return shape.kind in OF_ROOM and shape.name == name
    return kind in NODES and name in shape.links


def _stretched(shape: Shape, across: float, down: float) -> Shape:
    return replace(shape, points=tuple((round(x * across, 2), round(y * down, 2)) for x, y in shape.points))


def _turn(
    plan: FloorPlan, actor: Actor, expected_version: int | None, at: datetime | None, *, active: bool
) -> FloorPlan:
    with transaction.atomic():
        held = _held(plan, actor, expected_version)
        if held.active == active:
            raise Conflict(_("The plan is already shown.") if active else _("The plan is already withdrawn."))
        held.active = active
        held.save(update_fields=["active"])
        event = "plan.resumed" if active else "plan.withdrawn"
        ledger.announce(event, record=held, actor=actor, at=at or clock.now(), facts={})
    return held
