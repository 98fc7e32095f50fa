"""The upkeep of response plans: the list, a new version, its approval, its end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.permissions import may, require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.notes_forms import ApproveForm, PlanForm
from incidents.selectors import plans_of_care as selector
from incidents.services import plans_of_care


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """Every plan with its newest version, and what waits for approval."""
    plans = selector.listed(request.actor)
    shown = {"plans": plans, "today": timezone.localdate(clock.now())}
    return render(request, "incidents/notes/plans.html", shown)


@require_http_methods(["GET", "POST"])
def write(request: ActorRequest) -> HttpResponse:
    """Write a version; another supervisor approves it."""
    require(request.actor, "response_plan.write")
    form = PlanForm(posted(request))
    if attempt(form, lambda: plans_of_care.write(actor=request.actor, **form.cleaned_data)) is not None:
        messages.success(request, _("The plan was saved. Responders see it once another supervisor has approved it."))
        return see_other("response_plans")
    return render(request, "incidents/notes/plan_new.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One version; a supervisor who did not write it approves it here, and anyone who may write goes on from it."""
    found = selector.one(request.actor, pk)
    if request.method == "POST":
        require(request.actor, "response_plan.approve", found)
    form = ApproveForm(posted(request))
    if attempt(form, act(plans_of_care.approve, found, request.actor, form)) is not None:
        messages.success(request, _("The plan was approved."))
        return see_other("response_plans")
    shown = {
        "form": form,
        "plan": found,
        "today": timezone.localdate(clock.now()),
        "may_approve": found.approved_by_id is None and may(request.actor, "response_plan.approve", found),
        "may_end": found.approved_by_id is not None and may(request.actor, "response_plan.end", found),
        "next_form": PlanForm(initial={name: getattr(found, name) for name in PlanForm.base_fields}),
    }
    return render(request, "incidents/notes/plan.html", shown, status=status_of(form))


@require_POST
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Nobody is to follow it from today."""
    plans_of_care.end(selector.one(request.actor, pk), actor=request.actor)
    messages.success(request, _("The plan was ended."))
    return see_other("response_plans")
