"""Calls, incidents and assignments over HTTP."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.web.actor_view import ActorView, accepted, moved
from incidents.api.output import AnswerOut, AssignmentOut, CallOut, EntryOut, IncidentOut
from incidents.api.ranking import recommendation_out
from incidents.api.serializers import CallIn, OpenQuery, SendIn
from incidents.doors import ASSIGNMENT_MOVES, INCIDENT_MOVES
from incidents.selectors import assignments as parts
from incidents.selectors import candidates as people
from incidents.selectors import incidents as selector
from incidents.selectors import places
from incidents.services import assignments, calls
from incidents.shown import seal


class Calls(ActorView):
    """Logging a call."""

    def post(self, request: Request) -> Response:
        """The header Idempotency-Key makes a repeat harmless: it answers the call already logged."""
        places.campuses(self.actor(request))  # asked first: who may not log calls learns nothing of what a call needs
        typed = request.data
        if isinstance(typed, dict):
            typed = {**typed, "client_key": request.headers.get("Idempotency-Key")}
        clean = accepted(CallIn(data=typed, context=self.context(request)))
        call = calls.log(actor=self.actor(request), **clean)
        return Response(CallOut(call).data, status=status.HTTP_201_CREATED)


class Incidents(ActorView):
    """Open incidents."""

    def get(self, request: Request) -> Response:
        """The most urgent first; at most `limit`."""
        asked = accepted(OpenQuery(data=request.query_params), known=request.query_params)
        found = selector.open_ones(self.actor(request), asked["limit"])
        return Response({"results": IncidentOut(found, many=True, context=self.context(request)).data})


class OneIncident(ActorView):
    """One incident with what belongs to it."""

    def get(self, request: Request, pk: UUID) -> Response:
        """The incident, its calls, answers, units and timeline."""
        case = selector.whole(self.actor(request), pk)
        context = self.context(request)
        body: dict[str, Any] = {
            **IncidentOut(case.incident, context=context).data,
            "priority_rules": case.verdict.rules,
            "calls": CallOut(case.calls, many=True).data,
            "answers": AnswerOut(case.answers, many=True).data,
            "assignments": AssignmentOut(case.units, many=True, context=context).data,
            "timeline": EntryOut(case.timeline, many=True).data,
        }
        return Response(body)


class Candidates(ActorView):
    """Who can be sent."""

    def get(self, request: Request, pk: UUID) -> Response:
        """The recommendation: the order with its reasons, who was passed over, and what else to do."""
        actor, at = self.actor(request), clock.now()
        found = selector.one(actor, pk)
        recommended = people.recommendation(actor, found, at)
        return Response(recommendation_out(recommended, seal(found.pk, recommended, at)))


class Assignments(ActorView):
    """Sending a unit."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Send one officer."""
        found = selector.to_try(self.actor(request), pk, "dispatch")
        sent = moved(request, found, assignments.send, SendIn)
        return Response(AssignmentOut(sent, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class IncidentMoves(ActorView):
    """Clear, close, cancel, reopen."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        service, body = self.door(request, INCIDENT_MOVES)
        moved(request, found, service, body)
        done = selector.one(self.actor(request), pk)
        return Response(IncidentOut(done, context=self.context(request)).data)


class AssignmentMoves(ActorView):
    """Start, arrive, clear, cancel."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = parts.one(self.actor(request), pk)
        service, body = self.door(request, ASSIGNMENT_MOVES)
        moved(request, found, service, body)
        done = parts.one(self.actor(request), pk)
        return Response(AssignmentOut(done, context=self.context(request)).data)
