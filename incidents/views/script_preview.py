"""A version as the dispatcher will see it. Nothing that is answered here is kept."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core.web.pages import posted
from core.web.request import ActorRequest
from incidents.priorities import judge
from incidents.scripting import Script, content
from incidents.scripting.draw import drawn, sent
from incidents.scripting.words import explain
from incidents.selectors import scripts as selector
from incidents.vocabulary import Nature


@require_http_methods(["GET", "POST"])
def now(request: ActorRequest) -> HttpResponse:
    """The version that is asked now."""
    selector.require_read(request.actor)
    return _walk(request, selector.active(request.actor.agency_id), "")


@require_http_methods(["GET", "POST"])
def version(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Any version, a draft too."""
    row = selector.one(request.actor, pk)
    return _walk(request, content.read(row.content, row.number), row.title)


def _walk(request: ActorRequest, script: Script, title: str) -> HttpResponse:
    data = posted(request)
    given = sent(data, script) if data is not None else {}
    nature = data.get("nature", "") if data is not None else ""
    chosen = nature if nature in Nature.values else Nature.WELFARE.value
    shown: dict[str, Any] = {
        "title": title,
        "number": script.version,
        "natures": Nature.choices,
        "nature": chosen,
        "questions": drawn(script, given),
        "result": explain(judge(chosen, given, script), script),
    }
    fragment = bool(request.headers.get("HX-Request"))
    return render(request, f"incidents/scripts/{'_walk' if fragment else 'preview'}.html", shown)
