"""One incident: its page, its assessment, sending a unit, and its end."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from core import clock
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.forms import CloseForm, ReopenForm, SendForm
from incidents.models import Incident
from incidents.selectors import candidates as people
from incidents.selectors import incidents as selector
from incidents.services import assignments, incidents
from incidents.shown import seal
from incidents.views import case, ranking

ENDINGS: dict[str, tuple[Callable[..., Incident], type[VersionForm], Any, Any]] = {
    "close": (incidents.close, CloseForm, _("Close the incident"), _("Close")),
    "cancel": (incidents.cancel, CloseForm, _("Cancel the incident"), _("Cancel the incident")),
    "reopen": (incidents.reopen, ReopenForm, _("Reopen the incident"), _("Reopen")),
}


@require_http_methods(["GET", "POST"])
def send(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose a unit; one click sends it."""
    found = _for_form(request, pk, "dispatch", "reinforce")
    form = SendForm(posted(request), version=found.version, actor=request.actor)
    if attempt(form, act(assignments.send, found, request.actor, form)) is not None:
        return see_other("incident", found.pk)
    at = clock.now()
    recommended = people.recommendation(request.actor, found, at)
    form.write("shown", seal(found.pk, recommended, at))
    shown = {"form": form, "incident": found, "verdict": selector.verdict_of(found)}
    shown |= {**ranking.shown(recommended, at.date()), "may_weigh": may(request.actor, "weights.set")}
    return render(request, "incidents/send.html", case.headed(shown), status=status_of(form))


@require_http_methods(["GET", "POST"])
def end(request: ActorRequest, pk: UUID, move: str) -> HttpResponse:
    """Close, cancel or reopen, with a reason."""
    service, form_class, title, submit = ENDINGS[move]
    found = _for_form(request, pk, move)
    form = form_class(posted(request), version=found.version)
    if attempt(form, act(service, found, request.actor, form)) is not None:
        return see_other("incident", found.pk)
    shown = {"form": form, "incident": found, "title": title, "submit": submit}
    return render(request, "incidents/end.html", shown, status=status_of(form))


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The one move of an incident that needs no words: clear."""
    found = selector.to_try(request.actor, pk, "clear")
    form = VersionForm(request.POST, version=found.version)
    if attempt(form, act(incidents.clear, found, request.actor, form)) is not None:
        return see_other("incident", found.pk)
    shown = {"form": form, "incident": found, "title": _("Clear the incident"), "submit": _("Clear")}
    return render(request, "incidents/end.html", shown, status=status_of(form))


def _for_form(request: ActorRequest, pk: UUID, *moves: str) -> Incident:
    """To show a form its move must be open; what was typed is kept even when it no longer is."""
    if request.method == "POST":
        return selector.to_try(request.actor, pk, moves[0])
    return selector.to_move(request.actor, pk, *moves)
