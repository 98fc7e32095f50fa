"""The words of forms, the school calendar and the state report over HTTP."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.moves import open_moves
from core.web.actor_view import ActorView, accepted, moved
from incidents.api.law_bodies import DayIn, EmptyIn, ExportIn, TemplateDraftIn, TemplateReviseIn, TermIn
from incidents.doors.law import TEMPLATE_MOVES
from incidents.models import CalendarDay, LegalTemplate, RestraintExport, SchoolTerm
from incidents.selectors import legal_templates, restraint_exports, school_days
from incidents.services import legal_templates as template_services
from incidents.services import restraint_exports as export_services
from incidents.services import school_days as day_services


class TemplateOut(serializers.ModelSerializer[LegalTemplate]):
    """One version; its words are asked for one by one."""

    actions = serializers.SerializerMethodField()

    class Meta:
        model = LegalTemplate
        fields = [
            "id",
            "slug",
            "number",
            "language",
            "title",
            "status",
            "source_note",
            "confirm_with_counsel",
            "effective_from",
            "effective_to",
            "sha256",
            "version",
            "actions",
        ]

    def get_actions(self, row: LegalTemplate) -> list[str]:
        """The names of the open moves."""
        return [move.name for move in open_moves(row, self.context["actor"])]


class TermOut(serializers.ModelSerializer[SchoolTerm]):
    """One term."""

    class Meta:
        model = SchoolTerm
        fields = ["id", "name", "first_day", "last_day", "opens_at", "closes_at"]


class DayOut(serializers.ModelSerializer[CalendarDay]):
    """One special day."""

    class Meta:
        model = CalendarDay
        fields = ["id", "day", "kind", "name", "closes_at"]


class ExportOut(serializers.ModelSerializer[RestraintExport]):
    """One frozen report; its rows come as CSV."""

    class Meta:
        model = RestraintExport
        fields = ["id", "number", "first_day", "last_day", "reporting_period", "sha256", "replaces", "made_at"]


class Templates(ActorView):
    """The versions of the agency."""

    def get(self, request: Request) -> Response:
        """By form and language, the newest first."""
        rows = legal_templates.listed(self.actor(request))
        return Response({"results": TemplateOut(rows, many=True, context=self.context(request)).data})

    def post(self, request: Request) -> Response:
        """Begin a draft."""
        agency = legal_templates.agency(self.actor(request))
        body = accepted(TemplateDraftIn(data=request.data))
        made = template_services.write(agency, actor=self.actor(request), **body)
        return Response(_whole(made, self.context(request)), status=status.HTTP_201_CREATED)


class OneTemplate(ActorView):
    """One version."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With its words."""
        return Response(_whole(legal_templates.one(self.actor(request), pk), self.context(request)))

    def put(self, request: Request, pk: UUID) -> Response:
        """Save a draft."""
        found = legal_templates.to_try(self.actor(request), pk, "revise")
        made = moved(request, found, template_services.revise, TemplateReviseIn)
        return Response(_whole(made, self.context(request)))


class TemplateMoves(ActorView):
    """Approve, put in use, withdraw."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = legal_templates.one(self.actor(request), pk)
        service, body = self.door(request, TEMPLATE_MOVES)
        return Response(TemplateOut(moved(request, found, service, body), context=self.context(request)).data)


class SchoolCalendar(ActorView):
    """Terms and special days."""

    def get(self, request: Request) -> Response:
        """What counts now."""
        terms, days = school_days.terms(self.actor(request)), school_days.days(self.actor(request))
        return Response({"terms": TermOut(terms, many=True).data, "days": DayOut(days, many=True).data})


class SchoolTerms(ActorView):
    """Terms."""

    def post(self, request: Request) -> Response:
        """Add one."""
        agency = school_days.agency(self.actor(request))
        made = day_services.add_term(agency, actor=self.actor(request), **accepted(TermIn(data=request.data)))
        return Response(TermOut(made).data, status=status.HTTP_201_CREATED)


class SchoolDays(ActorView):
    """Special days."""

    def post(self, request: Request) -> Response:
        """Add one."""
        agency = school_days.agency(self.actor(request))
        made = day_services.add_day(agency, actor=self.actor(request), **accepted(DayIn(data=request.data)))
        return Response(DayOut(made).data, status=status.HTTP_201_CREATED)


class SchoolTermWithdrawal(ActorView):
    """A term that counts no more."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Take it out."""
        found = school_days.term(self.actor(request), pk)
        return Response(TermOut(moved(request, found, day_services.withdraw, EmptyIn)).data)


class SchoolDayWithdrawal(ActorView):
    """A special day that counts no more."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Take it out."""
        found = school_days.day(self.actor(request), pk)
        return Response(DayOut(moved(request, found, day_services.withdraw, EmptyIn)).data)


class RestraintReports(ActorView):
    """The state reports of the agency."""

    def get(self, request: Request) -> Response:
        """The newest first."""
        return Response({"results": ExportOut(restraint_exports.listed(self.actor(request)), many=True).data})

    def post(self, request: Request) -> Response:
        """Check and freeze one."""
        agency = restraint_exports.agency(self.actor(request))
        body = accepted(ExportIn(data=request.data))
        made = export_services.make(agency, actor=self.actor(request), **body)
        return Response(ExportOut(made).data, status=status.HTTP_201_CREATED)


class OneRestraintReport(ActorView):
    """One frozen report."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """As CSV."""
        row = restraint_exports.one(self.actor(request), pk)
        return HttpResponse(export_services.written(row), content_type="text/csv; charset=utf-8")


def _whole(row: LegalTemplate, context: dict[str, Any]) -> dict[str, Any]:
    return {**TemplateOut(row, context=context).data, "content": row.content}
