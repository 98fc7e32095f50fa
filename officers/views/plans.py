"""Floor plans as their keeper sees them: the list, a new floor, the picture beneath, and where a campus lies."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from officers.api.plans_out import ground_of
from officers.forms.plans import AddPlanForm, BackgroundForm, FloorQuery, NumberQuery, OutlineForm
from officers.plans import ground
from officers.selectors import kept_files, plan_keeping
from officers.selectors import outlines as outline_selector
from officers.services import outlines, plans
from officers.services.outlines import UNDRAWN
from officers.views import answers

SIZE = {"width": 404, "height": 214}


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """Every building, what is drawn of it and what is not."""
    return render(request, "officers/plans/list.html", {"buildings": plan_keeping.buildings(request.actor)})


@require_http_methods(["GET", "POST"])
def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new floor of a building."""
    building = plan_keeping.building(request.actor, pk)
    asked = parse(request.GET, FloorQuery) if request.method == "GET" else {}
    form = AddPlanForm(posted(request), initial={**SIZE, **asked})
    made = attempt(form, act(plans.add, building, request.actor, form)) if request.method == "POST" else None
    if made is not None:
        return see_other("plan", made.pk)
    title = _("New floor of %(campus)s, building %(building)s") % {"campus": building.campus, "building": building}
    context = {"form": form, "title": title, "back": reverse("plans")}
    return render(request, "officers/plans/form.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
def picture(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Hand in the picture that the floor is drawn over."""
    plan = plan_keeping.one(request.actor, pk, "plan.draw")
    form = BackgroundForm(posted(request), version=plan.version, files=request.FILES or None)
    if request.method == "POST" and attempt(form, act(plans.set_background, plan, request.actor, form)):
        messages.success(request, _("The background was set. What was drawn lies where it lay."))
        return see_other("plan", plan.pk)
    context = {"form": form, "title": _("Background of floor %(number)d") % {"number": plan.floor}}
    context["back"] = reverse("plan", args=[plan.pk])
    return render(request, "officers/plans/form.html", context, status=status_of(form))


@require_GET
def background(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The image beneath a plan, from our own origin and as nothing but an image."""
    number = parse(request.GET, NumberQuery)["number"]
    return answers.picture(kept_files.plan_background(request.actor, pk, number))


@require_http_methods(["GET", "POST"])
def outline(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Where a campus lies."""
    campus, row = outline_selector.one(request.actor, pk, "plan.draw")
    start = {"outline": ground.written(ground_of(row)) if row is not None else ""}
    form = OutlineForm(posted(request), version=row.version if row is not None else UNDRAWN, initial=start)
    if request.method == "POST" and attempt(form, act(outlines.draw, campus, request.actor, form)):
        messages.success(request, _("Saved."))
        return see_other("plans")
    drawn = outline_selector.picture_of(request.actor, campus, None)
    context = {
        "form": form,
        "title": _("Outline of %(campus)s") % {"campus": campus},
        "back": reverse("plans"),
        **drawn,
    }
    return render(request, "officers/plans/form.html", context, status=status_of(form))
