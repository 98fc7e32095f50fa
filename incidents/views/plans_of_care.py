"""The upkeep of response plans: the list, a new version, its words, and the moves that need no page of their own."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import may, require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.care_forms import SHOWN, BeginForm, MoveForm, PlanForm, PlansQuery, ReturnForm
from incidents.doors.care import PLAN_MOVES
from incidents.models import ResponsePlan
from incidents.selectors import plans_kept
from incidents.services import plan_views, plans_of_care

# Moves that are a button; the others have pages.
BUTTONS = ("submit", "withdraw", "retire")


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """The plans that exist for the reader, what waits, and what ends soon."""
    show = parse(request.GET, PlansQuery)["show"]
    today = timezone.localdate(clock.now())
    plans = plans_kept.listed(request.actor, show, today)
    shown = {
        "plans": plans,
        "tabs": _tabs(request.actor, show),
        "show": show,
        "today": today,
        "reminders": plans_kept.reminders(request.actor, today) if show == "ending" else [],
        "waiting": len(plans_kept.inbox(request.actor).waiting),
        "may_write": may(request.actor, "response_plan.write", _blank(request.actor)),
    }
    return render(request, "incidents/care/plans.html", shown)


def _tabs(actor: Actor, show: str) -> list[dict[str, Any]]:
    counts = plans_kept.counts(actor, timezone.localdate(clock.now()))
    here = reverse("response_plans")
    return [
        {
            "label": label,
            "url": f"{here}?{urlencode({'show': name})}" if name else here,
            "current": name == show,
            "count": counts.get(name) or None,
        }
        for name, label in SHOWN
    ]


def _blank(actor: Actor) -> ResponsePlan:
    return ResponsePlan(agency_id=actor.agency_id)


@require_http_methods(["GET", "POST"])
def write(request: ActorRequest) -> HttpResponse:
    """Begin a version; its words follow on the next page."""
    require(request.actor, "response_plan.write", _blank(request.actor))
    form = BeginForm(posted(request), actor=request.actor)
    made = attempt(form, lambda: plans_of_care.begin(actor=request.actor, **form.cleaned_data))
    if made is not None:
        return see_other("response_plan_edit", made.pk)
    return render(request, "incidents/care/new.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The words of a draft. More rows are drawn without saving; nothing typed is lost by a refusal."""
    found = plans_kept.to_do(request.actor, pk, "response_plan.revise")
    if request.method == "GET" and found.status != "draft":
        raise Conflict(_("Only a draft is edited. Write the next version instead."))
    plan_views.opened(found, actor=request.actor)
    initial = {**found.content, "private_notes": found.private_notes}
    form = PlanForm(posted(request), version=found.version, initial=initial)
    more = "more" in request.POST
    saved = None if more else attempt(form, act(plans_of_care.revise, found, request.actor, form))
    if saved is not None:
        return _saved(request, saved)
    shown = {"form": form, "plan": found, "more": more, "errors": form.is_bound and not more}
    return render(request, "incidents/care/edit.html", shown, status=200 if more else status_of(form))


def _saved(request: ActorRequest, plan: ResponsePlan) -> HttpResponse:
    """Save, or save and hand it in: what is missing then is said on the plan's page."""
    messages.success(request, _("The draft was saved."))
    if "submit" in request.POST:
        try:
            plans_of_care.submit(plan, actor=request.actor, expected_version=None)
            messages.success(request, _("It waits for a supervisor who did not write it."))
        except BrokenRule as refusal:
            messages.error(request, str(refusal))
            return see_other("response_plan_edit", plan.pk)
    return see_other("response_plan", plan.pk)


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Submit, withdraw or retire."""
    found = plans_kept.one(request.actor, pk)
    name = request.POST.get("move", "")
    if name not in BUTTONS:
        raise BrokenRule(_("There is no such button."))
    require(request.actor, f"response_plan.{name}", found)
    form = MoveForm(request.POST, version=found.version)
    if attempt(form, act(PLAN_MOVES[name][0], found, request.actor, form)) is None:
        for text in form.errors.values():
            messages.error(request, " ".join(map(str, text)))
    return see_other("response_plan", found.pk)


@require_http_methods(["GET", "POST"])
def send_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Return it to its author with a comment."""
    found = plans_kept.to_do(request.actor, pk, "response_plan.send_back")
    form = ReturnForm(posted(request), version=found.version)
    if attempt(form, act(plans_of_care.send_back, found, request.actor, form)) is not None:
        messages.success(request, _("The plan was returned to its author."))
        return see_other("response_plans")
    return render(request, "incidents/care/return.html", {"form": form, "plan": found}, status=status_of(form))


@require_POST
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Nobody is to follow it from now."""
    found = plans_kept.to_do(request.actor, pk, "response_plan.retire")
    plans_of_care.retire(found, actor=request.actor, expected_version=None)
    messages.success(request, _("The plan was retired."))
    return see_other("response_plans")
