"""Lookouts over HTTP."""

from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.web.actor_view import ActorView, moved
from incidents.api.bolos_bodies import LookoutIn, LookoutOut
from incidents.doors.bolos import LOOKOUT_MOVES
from incidents.selectors import bolos as selector
from incidents.services import bolos


class Lookouts(ActorView):
    """The list, and a new one."""

    def get(self, request: Request) -> Response:
        """Those that stand, the next to end first."""
        standing, _ended = selector.listed(self.actor(request), clock.now())
        return Response({"results": LookoutOut(standing, many=True, context=self.context(request)).data})

    def post(self, request: Request) -> Response:
        """Issue one."""
        agency = selector.agency(self.actor(request))
        made = moved(request, agency, bolos.issue, LookoutIn)
        return Response(LookoutOut(made, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class LookoutMoves(ActorView):
    """Located, or cancelled."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.to_move(self.actor(request), pk, "locate")
        service, body = self.door(request, LOOKOUT_MOVES)
        moved(request, found, service, body)
        done = selector.one(self.actor(request), pk)
        return Response(LookoutOut(done, context=self.context(request)).data)
