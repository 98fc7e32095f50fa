"""The dispatcher's console: its panels in one page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.actors import Actor
from core.web.request import ActorRequest
from incidents.selectors import maps as map_selector
from incidents.views import intake_panel, maps, queue, timers, units
from incidents.views.asked import Asked, asked


@require_GET
def board(request: ActorRequest) -> HttpResponse:
    """The call being taken, open incidents, officers, clocks, and the incident that is selected."""
    actor, chosen = request.actor, asked(request.GET)
    shown = {
        "queue": queue.panel(actor, chosen),
        "units": units.panel(actor, chosen),
        "timers": timers.panel(actor),
        "intake": intake_panel.panel(actor),
    }
    return render(request, "incidents/board.html", {**shown, **_selected(actor, chosen)})


def _selected(actor: Actor, chosen: Asked) -> dict[str, Any]:
    if chosen.incident is None:
        return {}
    incident = map_selector.one(actor, chosen.incident)
    return {"map": maps.panel(actor, incident)}
