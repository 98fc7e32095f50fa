"""The dispatcher's board."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.web.request import ActorRequest
from incidents.views import queue, units
from incidents.views.asked import asked


@require_GET
def board(request: ActorRequest) -> HttpResponse:
    """Open incidents and officers."""
    chosen = asked(request.GET)
    shown = {"queue": queue.panel(request.actor, chosen), "units": units.panel(request.actor, chosen)}
    return render(request, "incidents/board.html", shown)
