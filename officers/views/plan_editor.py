"""The page on which a floor is drawn: one thing at a time, or everything as text. Each save is a new drawing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.web.doors import act
from core.web.pages import attempt, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from officers.doors.plans import TURNS
from officers.forms.plans import KINDS, DrawForm, EditQuery, EraseForm, RestoreForm, ShapeForm, TurnForm
from officers.models import FloorPlan, PlanDrawing
from officers.plans import picture, sketch
from officers.plans.shapes import Kind, Shape
from officers.selectors import plan_keeping, plan_rows
from officers.selectors.plans import beneath
from officers.services import plans


@require_GET
def plan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The floor, and everything that can be drawn on it."""
    found = plan_keeping.one(request.actor, pk, "plan.draw")
    return _page(request, found, edit=parse(request.GET, EditQuery))


@require_POST
def place(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep one thing."""
    return _save(request, pk, ShapeForm, plans.place, "shape_form")


@require_POST
def erase(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take one thing away."""
    return _save(request, pk, EraseForm, plans.erase, "refused")


@require_POST
def draw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep everything as it was typed."""
    return _save(request, pk, DrawForm, plans.draw, "text_form")


@require_POST
def restore(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take an earlier drawing again."""
    return _save(request, pk, RestoreForm, plans.restore, "refused")


@require_POST
def turn(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Withdraw it, or show it again."""

    def service(held: FloorPlan, *, move: str, **rest: Any) -> Any:
        return TURNS[move][0](held, **rest)

    return _save(request, pk, TurnForm, service, "refused")


def _save(
    request: ActorRequest, pk: UUID, form_of: type[VersionForm], service: Callable[..., Any], place: str
) -> HttpResponse:
    found = plan_keeping.one(request.actor, pk, "plan.draw")
    form = form_of(request.POST, version=found.version)
    if attempt(form, act(service, found, request.actor, form)):
        messages.success(request, _("Saved."))
        return see_other("plan", found.pk)
    sent: dict[str, Any] = {place: form}
    return _page(request, plan_keeping.one(request.actor, pk, "plan.draw"), status=status_of(form), **sent)


def _page(
    request: ActorRequest, plan: FloorPlan, edit: dict[str, str] | None = None, status: int = 200, **sent: Any
) -> HttpResponse:
    drawing = plan_keeping.drawing(plan)
    shapes = plan_rows.shapes(drawing)
    start = _start(shapes, edit or {})
    context = {
        "plan_row": plan,
        "rooms": plan_keeping.rooms(plan),
        "shape_form": ShapeForm(version=plan.version, initial=start),
        "text_form": DrawForm(version=plan.version, auto_id="text_%s", initial={"drawing": sketch.written(shapes)}),
        "things": [_thing(plan, shape) for shape in shapes],
        "drawings": plan_keeping.drawings(plan),
        "moves": _moves(plan),
        **_seen(plan, drawing, shapes),
        **sent,
    }
    return render(request, "officers/plans/editor.html", context, status=status)


def _seen(plan: FloorPlan, drawing: PlanDrawing, shapes: list[Shape]) -> dict[str, Any]:
    frame = picture.Frame(drawing.width, drawing.height)
    seen = {**picture.floor(frame, shapes, level=plan.floor), **picture.workings(frame, shapes)}
    words = {"building": plan.building, "number": plan.floor}
    return {
        "plan": seen,
        "beneath": beneath(drawing, frame),
        "scale": f"{frame.scale:.8g}",
        "size": (drawing.width, drawing.height),
        "label": _("Building %(building)s, floor %(number)d, as it is drawn") % words,
    }


def _start(shapes: list[Shape], edit: dict[str, str]) -> dict[str, str]:
    key = (edit.get("kind", ""), edit.get("name", ""))
    found = next((shape for shape in shapes if shape.key == key), None)
    if found is None:
        return {"kind": key[0] or Kind.ROOM, "name": key[1][:40]}
    return {"kind": found.kind, "name": "" if found.kind == Kind.WAY else found.name, "points": _value(found)}


def _thing(plan: FloorPlan, shape: Shape) -> dict[str, Any]:
    initial = {"kind": shape.kind, "name": shape.name}
    return {
        "kind": shape.kind.value,
        "label": dict(KINDS)[shape.kind.value],
        "name": "" if shape.kind == Kind.WAY else shape.name,
        "key": shape.name,
        "value": _value(shape),
        "erase": EraseForm(version=plan.version, auto_id=False, initial=initial),
    }


def _value(shape: Shape) -> str:
    if shape.kind == Kind.WAY:
        return sketch.BETWEEN.join(shape.links)
    return shape.note if shape.kind == Kind.CALM else sketch.pairs(shape.points)


def _moves(plan: FloorPlan) -> list[dict[str, Any]]:
    name, label = ("withdraw", _("Withdraw this plan")) if plan.active else ("resume", _("Show this plan again"))
    url = reverse("plan_turn", args=[plan.pk])
    return [
        {"name": name, "label": label, "url": url, "version": plan.version, "tone": "danger" if plan.active else ""}
    ]
