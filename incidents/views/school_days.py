"""The district's calendar and the state report of restraints."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.law_office_forms import DayForm, ExportForm, TermForm
from incidents.selectors import restraint_exports as exports
from incidents.selectors import school_days as selector
from incidents.services import restraint_exports, school_days


@require_http_methods(["GET", "POST"])
def days(request: ActorRequest) -> HttpResponse:
    """Terms and special days; a POST adds a day."""
    agency = selector.agency(request.actor)
    form = DayForm(posted(request))
    if attempt(form, act(school_days.add_day, agency, request.actor, form)) is not None:
        messages.success(request, _("The day is in the calendar."))
        return see_other("school_calendar")
    return _drawn(request, form, TermForm())


@require_POST
def terms(request: ActorRequest) -> HttpResponse:
    """Add a term."""
    agency = selector.agency(request.actor)
    form = TermForm(request.POST)
    if attempt(form, act(school_days.add_term, agency, request.actor, form)) is not None:
        messages.success(request, _("The term is in the calendar."))
        return see_other("school_calendar")
    return _drawn(request, DayForm(), form)


def _drawn(request: ActorRequest, day: DayForm, term: TermForm) -> HttpResponse:
    shown: dict[str, Any] = {"day_form": day, "term_form": term}
    shown |= {"days": selector.days(request.actor), "terms": selector.terms(request.actor)}
    status = max(status_of(day), status_of(term))
    return render(request, "incidents/law/calendar.html", shown, status=status)


@require_POST
def withdraw_day(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a special day out."""
    school_days.withdraw(selector.day(request.actor, pk), actor=request.actor)
    return see_other("school_calendar")


@require_POST
def withdraw_term(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a term out."""
    school_days.withdraw(selector.term(request.actor, pk), actor=request.actor)
    return see_other("school_calendar")


@require_http_methods(["GET", "POST"])
def reports(request: ActorRequest) -> HttpResponse:
    """The frozen reports; a POST makes one."""
    agency = exports.agency(request.actor)
    form = ExportForm(posted(request))
    if attempt(form, act(restraint_exports.make, agency, request.actor, form)) is not None:
        messages.success(request, _("The report is frozen."))
        return see_other("restraint_exports")
    shown = {"form": form, "rows": exports.listed(request.actor)}
    return render(request, "incidents/law/exports.html", shown, status=status_of(form))


@require_GET
def report(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One frozen report as CSV."""
    row = exports.one(request.actor, pk)
    name = f"restraints-{row.number}-{row.first_day}-{row.last_day}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(restraint_exports.written(row), content_type="text/csv; charset=utf-8", headers=headers)
