"""Asking the script, and setting a priority against it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from core.moves import open_moves
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.assess_forms import AssessForm, PrioritizeForm
from incidents.models import Incident
from incidents.selectors import incidents as selector
from incidents.selectors import scripts
from incidents.selectors.priorities_set import by_hand
from incidents.services import assessments, priorities_set


@require_http_methods(["GET", "POST"])
def assess(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask the script; the priority and its reasons are on the incident's page afterwards."""
    found = _for_form(request, pk, "triage", "reassess")
    form = _form(request, found)
    done = attempt(form, act(assessments.assess, found, request.actor, form))
    if done is not None:
        needs_unit = "dispatch" in {move.name for move in open_moves(done, request.actor)}
        return see_other("incident_send" if needs_unit else "incident", found.pk)
    shown = _shown(form, found) | {"calls": selector.calls_of(found)}
    return render(request, "incidents/assess.html", shown, status=status_of(form))


@require_POST
def questions(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The questions that follow from the answers so far, and what those come to; nothing is kept."""
    found = selector.to_try(request.actor, pk, "triage")
    return render(request, "incidents/scripts/_assessment.html", _shown(_form(request, found), found))


@require_http_methods(["GET", "POST"])
def prioritize(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Set another priority than the script's."""
    found = _for_form(request, pk, "prioritize")
    initial = {"priority": found.priority, "cit": found.cit_required}
    form = PrioritizeForm(posted(request), version=found.version, initial=initial)
    if attempt(form, act(priorities_set.prioritize, found, request.actor, form)) is not None:
        return see_other("incident", found.pk)
    shown = {"form": form, "incident": found}
    return render(request, "incidents/scripts/prioritize.html", shown, status=status_of(form))


def _form(request: ActorRequest, found: Incident) -> AssessForm:
    script = scripts.active(found.agency_id)
    given = {answer.question: answer.value for answer in selector.latest_answers(found)}
    return AssessForm(posted(request), version=found.version, script=script, initial={"answers": given})


def _shown(form: AssessForm, found: Incident) -> dict[str, Any]:
    drawn = {"result": form.result(found.nature), "questions": form.questions()}
    return {"form": form, "incident": found, "by_hand": by_hand(found), **drawn}


def _for_form(request: ActorRequest, pk: UUID, *moves: str) -> Incident:
    """To show a form its move must be open; what was typed is kept even when it no longer is."""
    if request.method == "POST":
        return selector.to_try(request.actor, pk, moves[0])
    return selector.to_move(request.actor, pk, *moves)
