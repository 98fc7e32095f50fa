"""De-escalation records over HTTP."""

from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, moved
from incidents.api.output import RecordOut
from incidents.api.serializers import RecordIn, SubjectIn
from incidents.doors import RECORD_MOVES
from incidents.selectors import incidents as cases
from incidents.selectors import records as selector
from incidents.services import records


class Records(ActorView):
    """Beginning the record of an incident."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The author's record; a second attempt answers the first."""
        incident = cases.one(self.actor(request), pk)
        selector.own_or_refuse(self.actor(request), incident)
        begun = moved(request, incident, records.begin, SubjectIn)
        return Response(RecordOut(begun, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class OneRecord(ActorView):
    """One record, for its author and its reviewers."""

    def get(self, request: Request, pk: UUID) -> Response:
        """All of it."""
        found = selector.one(self.actor(request), pk)
        return Response(RecordOut(found, context=self.context(request)).data)

    def patch(self, request: Request, pk: UUID) -> Response:
        """Save a draft, however incomplete; what the body leaves out stays."""
        found = selector.to_try(self.actor(request), pk, "revise")
        saved = moved(request, found, records.save, RecordIn)
        return Response(RecordOut(saved, context=self.context(request)).data)


class RecordMoves(ActorView):
    """Submit, return, approve."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        service, body = self.door(request, RECORD_MOVES)
        done = moved(request, found, service, body)
        return Response(RecordOut(done, context=self.context(request)).data)
