"""The planner's week, and the pages of one shift."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from officers.forms.planner import DayQuery, PlannerQuery
from officers.forms.shifts import AskCoverForm, ChangeShiftForm, HandOverForm, PlanForm
from officers.models import Shift
from officers.planning.local import DAY
from officers.selectors import choices, planner
from officers.selectors import shifts as selector
from officers.services import covers
from officers.services import shifts as services
from officers.views.coverage_told import lookout, tell_of_plan
from officers.views.shift_pages import SHIFT_PAGES, buttons, form_page, places, to_week, week_name
from officers.vocabulary import Position


@require_GET
def week(request: ActorRequest) -> HttpResponse:
    """People by days."""
    asked = parse(request.GET, PlannerQuery)
    at = clock.now()
    found = planner.week(request.actor, asked["week"], at, position=asked["position"], campus=asked["campus"])
    chosen = {key: value for key, value in (("position", asked["position"]), ("campus", asked["campus"])) if value}
    context = {
        "week": found,
        "name": week_name(found.first),
        "before": week_name(found.first - DAY * 7),
        "after": week_name(found.first + DAY * 7),
        "today": timezone.localdate(at),
        "positions": Position.choices,
        "campuses": choices.campuses(request.actor),
        "chosen": chosen,
        "query": "".join(f"&{key}={value}" for key, value in chosen.items()),
        **places(request.actor),
    }
    return render(request, "officers/shifts/week.html", context)


@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One shift of one person."""
    officer = selector.officer_for(request.actor, pk, "shift.plan")
    day = None if request.method == "POST" else parse(request.GET, DayQuery)["day"]
    initial = {"day": day or timezone.localdate(clock.now())}
    form = PlanForm(posted(request), actor=request.actor, initial=initial)
    made = attempt(form, act(services.plan, officer, request.actor, form))
    if made is not None:
        messages.success(request, _("The shift is planned."))
        tell_of_plan(request, made)
        return to_week(timezone.localdate(made.starts_at))
    title = _("Plan a shift for %(unit)s") % {"unit": officer.call_sign}
    url = reverse("shift_plan", args=[pk])
    return form_page(request, form, title, _("Plan"), reverse("shifts"), who=officer, action=url)


@require_GET
def shift(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One shift and what may be done with it."""
    return render(request, "officers/shifts/shift.html", _read(request, selector.one(request.actor, pk)))


@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Other hours, position or place."""
    found = selector.to_try(request.actor, pk, "change")
    form = ChangeShiftForm(posted(request), actor=request.actor, version=found.version, initial=_stored(found))
    look = lookout(request, found)
    if attempt(form, act(services.change, found, request.actor, form)) is not None:
        messages.success(request, _("The shift is changed."))
        look.tell()
        return see_other("shift", pk)
    title = _("Change the shift of %(unit)s") % {"unit": found.officer.call_sign}
    return form_page(request, form, title, _("Change"), reverse("shift", args=[pk]), who=found.officer)


@require_http_methods(["GET", "POST"])
def hand_over(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Somebody else works it."""
    found = selector.to_try(request.actor, pk, "hand_over")
    form = HandOverForm(posted(request), actor=request.actor, version=found.version)
    look = lookout(request, found)
    if attempt(form, act(services.hand_over, found, request.actor, form)) is not None:
        messages.success(request, _("The shift is handed over."))
        look.tell()
        return see_other("shift", pk)
    title = _("Hand over the shift of %(unit)s") % {"unit": found.officer.call_sign}
    return form_page(request, form, title, _("Hand over"), reverse("shift", args=[pk]), who=found.officer)


@require_POST
def cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """It is not worked."""
    found = selector.to_try(request.actor, pk, "cancel")
    form = VersionForm(request.POST, version=found.version)
    look = lookout(request, found)
    if attempt(form, act(services.cancel, found, request.actor, form)) is not None:
        messages.success(request, _("The shift is cancelled."))
        look.tell()
        return to_week(timezone.localdate(found.starts_at))
    context = {**_read(request, found), "form": form}
    return render(request, "officers/shifts/shift.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
def ask_cover(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask that somebody takes one's own shift."""
    found = selector.to_ask(request.actor, pk)
    form = AskCoverForm(posted(request), actor=request.actor)
    asked = attempt(form, act(covers.ask, found, request.actor, form))
    if asked is not None:
        messages.success(request, _("Asked. You keep the shift until somebody takes it and it is approved."))
        return see_other("my_shifts")
    return form_page(request, form, _("Ask for cover"), _("Ask"), reverse("my_shifts"), shift=found)


def _read(request: ActorRequest, found: Shift) -> dict[str, Any]:
    return {
        "shift": found,
        "item": planner.Item(found, found.officer.agency.zone),
        "moves": buttons(found, request.actor, SHIFT_PAGES),
        "asked": selector.requests_about(request.actor, found),
        "asks": may(request.actor, "cover.ask", found) and found.starts_at > clock.now(),
        "week_name": week_name(timezone.localdate(found.starts_at)),
    }


def _stored(found: Shift) -> dict[str, Any]:
    starts, ends = timezone.localtime(found.starts_at), timezone.localtime(found.ends_at)
    return {
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "position": found.position,
        "campus": found.campus_id,
        "override_reason": found.override_reason,
    }
