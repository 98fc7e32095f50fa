"""The coverage of a week, and who could close a gap in it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock
from core.actors import Actor
from core.permissions import may, require
from core.web.pages import attempt, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from officers.forms.coverage import CoverForm, SpanForm, SpanQuery, WeekQuery
from officers.models import CoverageRule, Shift
from officers.planning.spans import Span
from officers.selectors import cover as finder
from officers.selectors import coverage as selector
from officers.selectors import minimums
from officers.services import shifts
from officers.views import coverage_shown as shown
from officers.views.coverage_told import tell_of_plan


@require_GET
def coverage(request: ActorRequest) -> HttpResponse:
    """Next week, or the week that is asked for."""
    require(request.actor, "coverage.read")
    asked = parse(request.GET, WeekQuery)["week"]
    today = timezone.localdate(clock.now())
    found = selector.week(request.actor, asked or selector.monday_after(today))
    context = shown.week(found, today, finds=may(request.actor, "coverage.find_cover"))
    return render(request, "officers/coverage.html", {**context, "sets": may(request.actor, "coverage.set")})


@require_http_methods(["GET", "POST"])
def cover(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who is free for a gap; one button plans them into it."""
    rule = minimums.rule(request.actor, pk, "coverage.find_cover")
    if request.method == "POST":
        require(request.actor, "shift.plan")
        form = CoverForm(request.POST)
        planned = attempt(form, lambda: _plan(request.actor, rule, form))
        if planned is not None:
            messages.success(request, _("Planned: %(unit)s.") % {"unit": planned.officer.call_sign})
            tell_of_plan(request, planned)
            return see_other("coverage")
        return _cover_page(request, rule, _span_of(form, request.actor, rule), form)
    asked = parse(request.GET, SpanQuery)
    given = Span(asked["starts_at"], asked["ends_at"]) if asked["starts_at"] and asked["ends_at"] else None
    return _cover_page(request, rule, given or finder.next_gap(request.actor, rule, clock.now()), None)


def _cover_page(request: ActorRequest, rule: CoverageRule, span: Span, refused: CoverForm | None) -> HttpResponse:
    found = finder.cover(request.actor, rule, span)
    zone = rule.agency.zone
    context: dict[str, Any] = {
        "rule": rule,
        **shown.cover(found, zone),
        "form": SpanForm(initial={"starts_at": span.starts_at, "ends_at": span.ends_at}),
        "refused": refused,
        "plans": may(request.actor, "shift.plan"),
    }
    return render(request, "officers/coverage_cover.html", context, status=status_of(refused) if refused else 200)


def _plan(actor: Actor, rule: CoverageRule, form: CoverForm) -> Shift:
    officer, campus = finder.choice(actor, rule, form.cleaned_data["officer"])
    zone = rule.agency.zone
    start, end = (form.cleaned_data[name].astimezone(zone) for name in ("starts_at", "ends_at"))
    return shifts.plan(
        officer,
        actor=actor,
        day=start.date(),
        starts=start.time(),
        ends=end.time(),
        position=rule.position,
        campus=campus,
    )


def _span_of(form: CoverForm, actor: Actor, rule: CoverageRule) -> Span:
    """What was looked at, so that a refusal is read beside it."""
    clean = form.cleaned_data
    if "starts_at" in clean and "ends_at" in clean and "ends_at" not in form.errors:
        return form.span
    return finder.next_gap(actor, rule, clock.now())
