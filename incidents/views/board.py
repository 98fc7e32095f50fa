"""The dispatcher's board."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from core import clock
from core.actors import Actor
from core.web.panels import shared
from core.web.request import ActorRequest
from incidents.selectors import board as selector
from incidents.views import rows
from officers.selectors import coverage

TOPICS = "incident assignment unit"


@require_GET
def board(request: ActorRequest) -> HttpResponse:
    """Open incidents and officers."""
    return render(request, "incidents/board.html", _shown(request.actor))


@require_GET
def board_queue(request: ActorRequest) -> HttpResponse:
    """The panels of the board alone, for its refresh: fifty desks ask in the same moment, and one is drawn for all."""
    agency = selector.same_for(request.actor)
    return shared("board", agency, TOPICS, lambda: render_to_string("incidents/_desk.html", _shown(request.actor)))


def _shown(actor: Actor) -> dict[str, Any]:
    at = clock.now()
    roster = selector.roster(actor, at)
    lines = rows.lines(selector.open_incidents(actor), roster, at)
    units = rows.officers(roster, at)
    free = [unit for unit in units if unit["pill"] == "av"]
    return {
        "lines": lines,
        "waiting": sum(line["waits"] for line in lines),
        "officers": units,
        "free": len(free),
        "cit_free": sum(unit["cit"] != "none" for unit in free),
        "coverage": coverage.watched(actor, at).warnings,
        "at": at,
    }
