"""Suggestions for response plans: made by who was there, answered by who keeps the plan."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.errors import NotFound
from core.moves import open_moves
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.care_forms import ReplyForm, SuggestForm
from incidents.doors.care import SUGGESTION_MOVES
from incidents.models import PlanSuggestion
from incidents.selectors import plans_kept
from incidents.services import care


@require_GET
def inbox(request: ActorRequest) -> HttpResponse:
    """What waits for an answer, and the last answers."""
    return _inbox(request)


def _inbox(request: ActorRequest, refused: tuple[PlanSuggestion, ReplyForm] | None = None) -> HttpResponse:
    found = plans_kept.inbox(request.actor)
    rows = [_row(request, row, refused) for row in found.waiting]
    shown = {"waiting": rows, "answered": found.answered}
    return render(request, "incidents/care/suggestions.html", shown, status=status_of(refused[1]) if refused else 200)


def _row(
    request: ActorRequest, row: PlanSuggestion, refused: tuple[PlanSuggestion, ReplyForm] | None
) -> dict[str, Any]:
    mine = refused is not None and refused[0].pk == row.pk
    form = refused[1] if refused is not None and mine else ReplyForm(version=row.version, auto_id=f"id_{row.pk}_%s")
    return {"row": row, "form": form, "moves": open_moves(row, request.actor)}


@require_POST
def decide(request: ActorRequest, pk: UUID, move: str) -> HttpResponse:
    """Accept it for the next version, or decline it with a reply."""
    if move not in SUGGESTION_MOVES:
        raise NotFound(_("There is no such record."))
    found = plans_kept.suggestion(request.actor, pk, move)
    form = ReplyForm(request.POST, version=found.version, auto_id=f"id_{found.pk}_%s")
    if attempt(form, act(SUGGESTION_MOVES[move][0], found, request.actor, form)) is None:
        return _inbox(request, (found, form))
    messages.success(request, _("The suggestion was answered."))
    return see_other("plan_suggestions")


@require_http_methods(["GET", "POST"])
def suggest(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What was learned, for the next version."""
    found = plans_kept.to_suggest(request.actor, pk)
    form = SuggestForm(posted(request), initial={"client_key": uuid4()})
    if attempt(form, act(care.suggest, found, request.actor, form)) is not None:
        messages.success(request, _("The suggestion was sent to who keeps the plan."))
        return see_other("plan_suggestions")
    return render(request, "incidents/care/suggest.html", {"form": form, "plan": found}, status=status_of(form))
