"""The versions of the script: begun, changed, tried, approved, put in use."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from core import clock
from core.moves import open_moves
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.doors.scripts import SCRIPT_MOVES
from incidents.scripting import content
from incidents.scripting.overview import overview
from incidents.scripts_forms import DraftForm, ReviseForm
from incidents.selectors import script_trials
from incidents.selectors import scripts as selector
from incidents.services import scripts
from incidents.views.common import blocked, buttons
from incidents.views.script_words import told

MOVE_PAGES = {"try": "script_trial", "approve": "script_move", "activate": "script_move", "retire": "script_move"}


@require_http_methods(["GET", "POST"])
def listed(request: ActorRequest) -> HttpResponse:
    """Which version is asked, and all there are; a POST begins a draft."""
    rows = selector.versions(request.actor)
    form = DraftForm(posted(request), versions=[(row.number, row.title) for row in rows])
    if request.method == "POST":
        agency = selector.agency(request.actor)
        made = attempt(form, lambda: scripts.write(agency, actor=request.actor, **form.cleaned_data))
        if made is not None:
            return see_other("script_version", made.pk)
    shown: dict[str, Any] = {"form": form, "versions": rows, "may_write": may(request.actor, "script.write")}
    shown["now"] = selector.active(request.actor.agency_id).version
    return render(request, "incidents/scripts/list.html", shown, status=status_of(form))


@require_http_methods(["GET"])
def version(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One version: what it asks, what follows, and what can be done with it."""
    row = selector.one(request.actor, pk)
    moves = open_moves(row, request.actor)
    refused = blocked(row, request.actor, clock.now())
    shown = {
        "row": row,
        "questions": overview(content.read(row.content, row.number)),
        "may_change": "revise" in {move.name for move in moves},
        "moves": [each for each in buttons(row, request.actor, MOVE_PAGES) if each["name"] not in refused],
        "missing": list(refused.values()),
    }
    return render(request, "incidents/scripts/version.html", shown)


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The whole draft as JSON; every mistake is said with its place."""
    row = selector.to_try(request.actor, pk, "revise")
    initial = {"title": row.title, "content": row.content}
    form = ReviseForm(posted(request), version=row.version, initial=initial)
    if attempt(form, act(scripts.revise, row, request.actor, form)) is not None:
        messages.success(request, _("The draft is saved."))
        return see_other("script_version", pk)
    return render(request, "incidents/scripts/edit.html", {"form": form, "row": row}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def trial(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The dry run: what would change; a POST keeps that exactly these words were tried."""
    row = selector.to_try(request.actor, pk, "try")
    form = VersionForm(posted(request), version=row.version)
    if attempt(form, act(scripts.try_out, row, request.actor, form)) is not None:
        messages.success(request, _("The dry run of these words is kept."))
        return see_other("script_version", pk)
    shown = {"form": form, "row": row, **told(script_trials.trial(request.actor, row), row)}
    return render(request, "incidents/scripts/trial.html", shown, status=status_of(form))


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Approve, put in use, retire."""
    name = request.POST.get("move", "")
    known = name if name in SCRIPT_MOVES else "approve"
    row = selector.to_try(request.actor, pk, known)
    form = VersionForm(request.POST if name == known else {}, version=row.version)
    if attempt(form, act(SCRIPT_MOVES[known][0], row, request.actor, form)) is not None:
        return see_other("script_version", pk)
    shown = {"form": form, "row": row}
    return render(request, "incidents/scripts/refused.html", shown, status=status_of(form))
