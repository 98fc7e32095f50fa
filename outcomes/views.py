"""The report and its definitions."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.permissions import may, require
from core.web.query import parse
from core.web.request import ActorRequest
from outcomes import charts
from outcomes import overrides as chosen
from outcomes.definitions import DEFINITIONS, LEFT_OUT
from outcomes.forms import PeriodQuery, ReportFilter, ReportQuery
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
        "sees_overrides": may(request.actor, "overrides.read"),
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


@require_GET
def overrides(request: ActorRequest) -> HttpResponse:
    """How often another unit was sent than the one recommended, and why."""
    found = chosen.overrides(request.actor, parse(request.GET, PeriodQuery))
    form = PeriodQuery(initial={"since": found.period.since, "until": found.period.until})
    return render(request, "outcomes/overrides.html", {"report": found, "form": form, "threshold": THRESHOLD})
