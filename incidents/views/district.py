"""The map of the district: a page, and its panel alone for the refresh that all desks share."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.actors import Actor
from core.templatetags.ui import status_pill
from core.web.panels import drawn
from core.web.request import ActorRequest
from incidents.selectors import district as selector
from incidents.vocabulary import Nature
from incidents.workflow import AssignmentState
from officers.plans import picture
from officers.plans.geometry import label_point
from officers.plans.shapes import Kind, Shape
from officers.roles import Duty
from officers.selectors.outlines import Flat

TOPICS = "incident assignment unit"


@require_GET
def district(request: ActorRequest) -> HttpResponse:
    """Campuses, open incidents and units, as a map and as a list of the same."""
    return render(request, "incidents/maps/district.html", _shown(request.actor))


@require_GET
def live(request: ActorRequest) -> HttpResponse:
    """The list alone; the map is drawn from it."""
    agency = selector.same_for(request.actor)
    template = "incidents/maps/_district.html"
    text = drawn(("district",), agency, TOPICS, lambda: render_to_string(template, _shown(request.actor)))
    return HttpResponse(text)


def _shown(actor: Actor) -> dict[str, Any]:
    campuses = [_campus(row) for row in selector.campuses(actor)]
    incidents = sum(len(campus["incidents"]) for campus in campuses)
    return {"campuses": campuses, "incidents": incidents, "drawn": _picture(campuses)}


def _campus(row: dict[str, Any]) -> dict[str, Any]:
    ring = row["ring"]
    middle = label_point(ring) if ring else None
    return {
        "key": row["id"].hex,
        "name": row["name"],
        "code": row["code"],
        "ring": ring,
        "corners": " ".join(f"{x},{y}" for x, y in ring),
        "at": f"{middle[0]:.6f},{middle[1]:.6f}" if middle else "",
        "incidents": [_incident(each) for each in row["incidents"]],
        "units": [_unit(each) for each in row["units"]],
    }


def _incident(row: dict[str, Any]) -> dict[str, str]:
    return {
        "url": reverse("incident", args=[row["id"]]),
        "number": row["number"],
        "priority": row["priority"],
        "level": row["priority"].upper(),
        "nature": str(Nature(row["nature"]).label),
    }


def _unit(row: dict[str, Any]) -> dict[str, str]:
    status = row["status"]
    kinds: Any = Duty if status in Duty.values else AssignmentState
    return {"call_sign": row["call_sign"], "pill": status_pill(status), "status": str(kinds(status).label)}


def _picture(campuses: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The same as one picture, for paper and for browsers without script."""
    rings = [campus["ring"] for campus in campuses if campus["ring"]]
    if not rings:
        return None
    flat = Flat([corner for ring in rings for corner in ring])
    width, height = flat.frame.box
    found = []
    for campus in campuses:
        if not campus["ring"]:
            continue
        shape = Shape(Kind.ROOM, campus["code"], flat.points(campus["ring"]))
        seen = picture.outline(flat.frame, shape, "hot" if campus["incidents"] else "")
        count = _("%(code)s, %(number)d open") % {"code": campus["code"], "number": len(campus["incidents"])}
        found.append({**seen, "label": count if campus["incidents"] else campus["code"]})
    return {"box": f"-24 -24 {width + 48:g} {height + 48:g}", "campuses": found}
