"""The report over HTTP: the same selectors as the page, and the same small cells hidden."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.web.query import parse
from core.web.request import ActorRequest
from outcomes.api.output import overrides_out, report_out
from outcomes.forms import PeriodQuery, ReportQuery
from outcomes.overrides import overrides
from outcomes.reports import report


class Outcomes(APIView):
    """One report; `since`, `until` and `campus` as on the page."""

    def get(self, request: Request) -> Response:
        """The figures with their counts."""
        asked = cast("ActorRequest", request._request)
        return Response(report_out(report(asked.actor, parse(asked.GET, ReportQuery))))


class Overrides(APIView):
    """How often another unit was sent than the one recommended; `since` and `until` as on the page."""

    def get(self, request: Request) -> Response:
        """The counts with their reasons."""
        asked = cast("ActorRequest", request._request)
        return Response(overrides_out(overrides(asked.actor, parse(asked.GET, PeriodQuery))))
