"""Hand-offs over HTTP."""

from uuid import UUID

from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.moves import open_moves
from core.web.actor_view import ActorView, accepted, moved
from incidents.api.handoff_bodies import StartIn
from incidents.doors.handoffs import HANDOFF_MOVES
from incidents.models import Handoff
from incidents.selectors import handoffs as selector
from incidents.selectors import incidents as cases
from incidents.services import handoffs


class HandoffOut(serializers.ModelSerializer[Handoff]):
    """One hand-off with what can be done to it now."""

    actions = serializers.SerializerMethodField()

    class Meta:
        model = Handoff
        fields = [
            "id",
            "incident",
            "status",
            "destination",
            "started_at",
            "connected_at",
            "confirmed_at",
            "ended_at",
            "spoke_with",
            "reference",
            "outcome",
            "version",
            "actions",
        ]

    def get_actions(self, row: Handoff) -> list[str]:
        """The names of the open moves."""
        return [move.name for move in open_moves(row, self.context["actor"])]


class Handoffs(ActorView):
    """The hand-offs of an incident."""

    def get(self, request: Request, pk: UUID) -> Response:
        """The latest first, and whom to call next."""
        found = cases.one(self.actor(request), pk)
        rows = selector.of_incident(self.actor(request), found)
        results = HandoffOut(rows, many=True, context=self.context(request)).data
        return Response({"results": results, "next": selector.next_after(rows)})

    def post(self, request: Request, pk: UUID) -> Response:
        """Call somebody."""
        found = cases.one(self.actor(request), pk)
        handoffs.require_start(found, self.actor(request))
        made = handoffs.start(found, actor=self.actor(request), **accepted(StartIn(data=request.data)))
        return Response(HandoffOut(made, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class HandoffMoves(ActorView):
    """Connect, confirm, fail."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        service, body = self.door(request, HANDOFF_MOVES)
        done = moved(request, found, service, body)
        return Response(HandoffOut(done, context=self.context(request)).data)
