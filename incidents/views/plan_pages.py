"""One version of a response plan: why it is opened, what it says, what has changed, and its card."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.actors import Actor
from core.moves import open_moves
from core.permissions import may, require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.care import compare
from incidents.care_forms import ApproveForm, CardForm, ReasonForm
from incidents.care_vocabulary import OPEN_PLAN
from incidents.models import ResponsePlan
from incidents.selectors import plans_kept
from incidents.selectors.plans_of_care import is_over
from incidents.services import plan_cards, plan_views, plans_of_care
from incidents.views import plan_words
from incidents.views.plans_of_care import BUTTONS


@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One version, once it is known why it is read; a supervisor who did not write it approves it here."""
    found = plans_kept.one(request.actor, pk)
    if request.method == "POST":
        require(request.actor, "response_plan.approve", found)
    if not plan_views.opened(found, actor=request.actor):
        # Nobody approves what they have not read.
        return _ask(request, found, ReasonForm(), status=422 if request.method == "POST" else 200)
    form = ApproveForm(posted(request), version=found.version)
    if attempt(form, act(plans_of_care.approve, found, request.actor, form)) is not None:
        messages.success(request, _("The plan was approved."))
        return see_other("response_plans")
    shown = {**_head(request.actor, found), **_words(request.actor, found), "form": form}
    return render(request, "incidents/care/plan.html", shown, status=status_of(form))


@require_POST
def open_it(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say why, then read."""
    found = plans_kept.one(request.actor, pk)
    form = ReasonForm(request.POST)
    if attempt(form, act(plan_views.open_plan, found, request.actor, form)) is not None:
        return see_other("response_plan", found.pk)
    return _ask(request, found, form, status=status_of(form))


def _ask(request: ActorRequest, found: ResponsePlan, form: ReasonForm, *, status: int = 200) -> HttpResponse:
    shown = {**_head(request.actor, found), "form": form}
    return render(request, "incidents/care/ask.html", shown, status=status)


def _head(actor: Actor, found: ResponsePlan) -> dict[str, Any]:
    """What is said of a version before its words: its state, its people, its days."""
    logged = may(actor, "response_plan.read_log", found)
    return {
        "plan": found,
        "today": timezone.localdate(clock.now()),
        "versions": plans_kept.versions(actor, found),
        "looks": plans_kept.looks(actor, found) if logged else None,
    }


def _words(actor: Actor, found: ResponsePlan) -> dict[str, Any]:
    moves = {each.name: each for each in open_moves(found, actor)}
    over = is_over(found, timezone.localdate(clock.now()))
    held = found.status == "approved" and not over
    return {
        "expired": over,
        "name": found.person.name if found.person is not None else "",
        "sections": () if over else plan_words.sections(found),
        "notes": found.private_notes if may(actor, "response_plan.read_notes", found) else "",
        "moves": [plan_words.button(found, each) for name, each in moves.items() if name in BUTTONS],
        "may_edit": "revise" in moves,
        "may_approve": "approve" in moves,
        "may_return": "send_back" in moves,
        "may_compare": plans_kept.approved_before(actor, found) is not None,
        "may_print": held and may(actor, "response_plan.print", found),
        "may_suggest": held and may(actor, "response_plan.suggest", found),
        "may_write": may(actor, "response_plan.write", found) and not _open_among(plans_kept.versions(actor, found)),
        "suggestions": plans_kept.suggestions_of(actor, found),
    }


def _open_among(versions: list[ResponsePlan]) -> bool:
    """Whether one is being written, or waits."""
    return any(each.status in OPEN_PLAN for each in versions)


@require_GET
def changes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What differs from the version that was approved before."""
    found = plans_kept.one(request.actor, pk)
    if not plan_views.opened(found, actor=request.actor):
        return _ask(request, found, ReasonForm())
    before = plans_kept.approved_before(request.actor, found)
    differing = compare.changes(before.content, found.content) if before else []
    shown = {"plan": found, "before": before, "changes": differing}
    return render(request, "incidents/care/changes.html", shown)


@require_http_methods(["GET", "POST"])
def card(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The card on one page, in the language of who will read it; why it is printed is kept."""
    found = plans_kept.to_do(request.actor, pk, "response_plan.print")
    form = CardForm(posted(request))
    made = attempt(form, act(plan_cards.print_card, found, request.actor, form))
    if made is None:
        return render(request, "incidents/care/card.html", {"form": form, "plan": found}, status=status_of(form))
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="response-plan.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
