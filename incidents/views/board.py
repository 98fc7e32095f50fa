"""The dispatcher's console: its panels in one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from core.web.request import ActorRequest
from incidents.selectors import maps as map_selector
from incidents.views import case_panel, intake_panel, maps, queue, timers, units
from incidents.views.asked import Asked, asked


@require_GET
def board(request: ActorRequest) -> HttpResponse:
    """The call being taken, open incidents, officers, clocks, and the incident that is selected."""
    actor, chosen = request.actor, asked(request.GET)
    shown = {
        "queue": queue.panel(actor, chosen),
        "units": units.panel(actor, chosen),
        "timers": timers.panel(actor),
        "intake": render_to_string("incidents/intake/_panel.html", intake_panel.panel(actor), request),
        "detail": case_panel.drawing(request, chosen.incident),
        "map": _map(request, chosen),
    }
    return render(request, "incidents/board.html", shown)


def _map(request: ActorRequest, chosen: Asked) -> SafeString | str:
    if chosen.incident is None:
        return ""
    incident = map_selector.one(request.actor, chosen.incident)
    return render_to_string("officers/plans/_panel.html", maps.panel(request.actor, incident), request)
