"""Hand-offs: called, connected, confirmed or not taken; they stay in view until then."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from core.actors import Actor
from core.moves import open_moves
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.console_vocabulary import Destination
from incidents.console_workflow import OPEN_HANDOFF
from incidents.handoffs_forms import FailForm, StartForm, TakenForm
from incidents.models import Handoff, Incident
from incidents.scripting.parts import TAKES_OVER
from incidents.selectors import handoffs as selector
from incidents.selectors import incidents as cases
from incidents.services import handoffs
from incidents.workflow import OPEN_INCIDENT

# From here on the caller has waited too long for a connection.
LIMIT = 120
MOVES: dict[str, tuple[Callable[..., Handoff], type[VersionForm], Any, Any]] = {
    "connect": (handoffs.connect, TakenForm, _("Connected"), _("Connected")),
    "confirm": (handoffs.confirm, TakenForm, _("They took over"), _("Confirm")),
    "fail": (handoffs.fail, FailForm, _("Not taken"), _("Not taken")),
}


def panel(actor: Actor, incident: Incident) -> dict[str, Any]:
    """What `incidents/handoffs/_panel.html` draws of one incident."""
    rows = selector.of_incident(actor, incident)
    wanted = [who.slug for who in cases.verdict_of(incident).responders if who.slug in TAKES_OVER]
    calling = {row.destination for row in rows if row.status in OPEN_HANDOFF}
    may_start = may(actor, "handoff.start", incident) and incident.status in OPEN_INCIDENT
    following = selector.next_after(rows)
    return {
        "incident": incident,
        "limit": LIMIT,
        "beside": incident.priority in ("p1", "p2"),
        "handoffs": [_row(row, actor) for row in rows],
        "next": Destination(following).label if following else "",
        "destinations": [
            {
                "value": value,
                "label": label,
                "first": value == (following or (wanted[0] if wanted else "")),
                "advised": value in wanted,
                "key": "M" if value == Destination.MOBILE_CRISIS else "",
            }
            for value, label in sorted(Destination.choices, key=lambda pair: pair[0] not in wanted)
            if may_start and value not in calling
        ],
    }


def _row(row: Handoff, actor: Actor) -> dict[str, Any]:
    names = {move.name for move in open_moves(row, actor)}
    return {"row": row, "open": row.status in OPEN_HANDOFF, "moves": names, "since": row.started_at}


@require_http_methods(["GET", "POST"])
def of_incident(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The hand-offs of an incident; a POST calls somebody."""
    found = cases.one(request.actor, pk)
    form = StartForm(posted(request))
    if request.method == "POST":
        handoffs.require_start(found, request.actor)
        made = attempt(form, lambda: handoffs.start(found, actor=request.actor, **form.cleaned_data))
        if made is not None and not request.headers.get("HX-Request"):
            return see_other("incident", found.pk)
    shown = {"form": form, **panel(request.actor, found)}
    fragment = bool(request.headers.get("HX-Request"))
    page = "incidents/handoffs/_panel.html" if fragment else "incidents/handoffs/page.html"
    return render(request, page, shown, status=200 if fragment else status_of(form))


@require_http_methods(["GET", "POST"])
def step(request: ActorRequest, pk: UUID, move: str) -> HttpResponse:
    """Connected, confirmed or not taken."""
    service, form_class, title, submit = MOVES[move]
    found = selector.to_try(request.actor, pk, move)
    initial = {"spoke_with": found.spoke_with, "reference": found.reference}
    form = form_class(posted(request), version=found.version, initial=initial)
    if attempt(form, act(service, found, request.actor, form)) is not None:
        return see_other("incident_handoffs" if move == "fail" else "incident", found.incident_id)
    shown = {"form": form, "handoff": found, "incident": found.incident, "title": title, "submit": submit}
    return render(request, "incidents/handoffs/step.html", shown, status=status_of(form))
