"""One incident in the console's panel and on its own page: the same parts, live, with the note form beside them."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from core.actors import Actor
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.notes_forms import SHOWN, CaseQuery, FileForm, NoteForm
from incidents.selectors import incidents as selector
from incidents.selectors.timeline import ALL
from incidents.services import plan_views
from incidents.views import case

TOPICS = "incident:{}"
# The panel of the console sends its forms with this target, and gets itself as the answer.
PANEL = "detail"


@require_GET
def incident_panel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The panel alone, for its refresh."""
    chosen = parse(request.GET, CaseQuery)
    return render(request, "incidents/case/_panel.html", panel(request.actor, pk, **chosen))


@require_GET
def incident(request: ActorRequest, pk: UUID) -> HttpResponse:
    """All that is known and can be done about one incident."""
    chosen = parse(request.GET, CaseQuery)
    return render(request, "incidents/incident.html", page(request.actor, pk, **chosen))


def answer(request: ActorRequest, pk: UUID, *, status: int = 200, **changes: Any) -> HttpResponse:
    """The incident again after one of its forms was sent: as panel where the panel sent it, as page elsewhere."""
    if in_panel(request):
        shown = panel(request.actor, pk, **changes) | {"is_answer": True}
        return render(request, "incidents/case/_panel.html", shown, status=status)
    return render(request, "incidents/incident.html", page(request.actor, pk, **changes), status=status)


def in_panel(request: ActorRequest) -> bool:
    """Whether the console's panel sent this."""
    return PANEL in request.headers.get("HX-Target", "")


def drawing(request: ActorRequest, pk: UUID | None) -> SafeString:
    """The panel for the console's page: of the selected incident, or that none is selected."""
    if pk is None:
        return render_to_string("incidents/case/_none.html", request=request)
    return render_to_string("incidents/case/_panel.html", panel(request.actor, pk), request=request)


def panel(actor: Actor, pk: UUID, **changes: Any) -> dict[str, Any]:
    """The context of `incidents/case/_panel.html`: the selected incident of the console."""
    return _context(actor, pk, "incident_panel", **changes) | {"is_panel": True}


def page(actor: Actor, pk: UUID, **changes: Any) -> dict[str, Any]:
    """The context of the incident's own page."""
    return _context(actor, pk, "incident", **changes)


def _context(
    actor: Actor,
    pk: UUID,
    route: str,
    *,
    show: str = "",
    follow: str = "",
    named: bool = False,
    note: BaseForm | None = None,
    file: BaseForm | None = None,
    said: str = "",
) -> dict[str, Any]:
    chosen = show or ALL
    found = selector.whole(actor, pk, show=chosen)
    # That the plan was read with the incident is kept before it is drawn.
    plan_views.shown_with(found.incident, [each.plan for each in found.guidance.values() if each.plan], actor=actor)
    here = reverse(route, args=[pk])
    return {
        **case.shown(found, actor, named=named),
        "topics": TOPICS.format(pk),
        "here": here + _query(chosen, follow),
        "filters": _filters(here, chosen, follow, len(found.notes)),
        "follow": bool(follow),
        "follow_url": here + _query(chosen, "" if follow else "1"),
        "note_form": note if note is not None else NoteForm(),
        "file_form": file if file is not None else FileForm(),
        # What was just done, said once to who listens.
        "said": said,
    }


def _filters(here: str, chosen: str, follow: str, notes: int) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "label": label,
            "url": here + _query(name, follow),
            "current": name == chosen,
            "count": notes if name == "notes" and notes else None,
        }
        for name, label in SHOWN
    ]


def _query(show: str, follow: str) -> str:
    asked = {name: value for name, value in (("show", show if show != ALL else ""), ("follow", follow)) if value}
    return f"?{urlencode(asked)}" if asked else ""
