"""The floor plan beside an incident, as a panel of the console and as a page of its own."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from core.actors import Actor
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.maps_forms import FloorQuery
from incidents.models import Incident
from incidents.selectors import maps as selector

ASKED_BY_SCRIPT = "HX-Request"


@require_GET
def board_map(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One floor, or the campus; without script the same as a whole page."""
    incident = selector.one(request.actor, pk)
    floor = parse(request.GET, FloorQuery)["floor"]
    alone = request.headers.get(ASKED_BY_SCRIPT) == "true"
    template = "officers/plans/_panel.html" if alone else "incidents/maps/page.html"
    response = render(request, template, panel(request.actor, incident, floor))
    patch_vary_headers(response, [ASKED_BY_SCRIPT])
    return response


def panel(actor: Actor, incident: Incident, floor: str = "") -> dict[str, Any]:
    """The context of `officers/plans/_panel.html` for an incident."""
    found = selector.panel(actor, incident, floor)
    here = reverse("board_map", args=[incident.pk])
    for tab in found["tabs"]:
        tab["url"] = f"{here}?floor={tab['value']}"
    return {**found, "incident": incident}
