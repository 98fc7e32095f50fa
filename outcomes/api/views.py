"""The report over HTTP: the same selectors as the page, and the same small cells hidden."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.web.query import parse
from core.web.request import ActorRequest
from outcomes.api.output import report_out
from outcomes.forms import ReportQuery
from outcomes.reports import report


class Outcomes(APIView):
    """One report; `since`, `until` and `campus` as on the page."""

    def get(self, request: Request) -> Response:
        """The figures with their counts."""
        asked = cast("ActorRequest", request._request)
        return Response(report_out(report(asked.actor, parse(asked.GET, ReportQuery))))
