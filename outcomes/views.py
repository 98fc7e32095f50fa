"""The report and its definitions."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.permissions import require
from core.web.query import parse
from core.web.request import ActorRequest
from outcomes import charts
from outcomes.definitions import DEFINITIONS, LEFT_OUT
from outcomes.forms import ReportFilter, ReportQuery
from outcomes.reports import report
from outcomes.small_cells import THRESHOLD


@require_GET
def outcomes(request: ActorRequest) -> HttpResponse:
    """How many, how fast, how they ended, and whether support followed."""
    found = report(request.actor, parse(request.GET, ReportQuery))
    shown = {"since": found.period.since, "until": found.period.until, "campus": found.campus}
    context = {
        "report": found,
        "form": ReportFilter(initial=shown, campuses=found.campuses),
        "left_out": LEFT_OUT,
        "threshold": THRESHOLD,
    }
    if found.series:
        step = found.period.for_chart().step
        context["bars"] = charts.incidents(found.series, step)
        context["lines"] = charts.responses(found.series, step)
    return render(request, "outcomes/outcomes.html", context)


@require_GET
def definitions(request: ActorRequest) -> HttpResponse:
    """What each figure counts."""
    require(request.actor, "outcomes.read")
    context = {"definitions": DEFINITIONS, "left_out": LEFT_OUT, "threshold": THRESHOLD}
    return render(request, "outcomes/definitions.html", context)
