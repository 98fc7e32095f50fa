"""Units of an incident, pending calls and hand-over over HTTP."""

from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, moved
from core.web.versions import VersionIn
from incidents.api.output import AssignmentOut, IncidentOut
from incidents.api.serializers import CloseIn, SendIn
from incidents.api.units_bodies import HandoverOut, NoWordsIn, PendingIn, PendingOut, ReleaseIn
from incidents.doors.units import HANDOVER_MOVES
from incidents.selectors import assignments as parts
from incidents.selectors import handovers, incidents
from incidents.selectors import units as selector
from incidents.services import crew, ending, pending


class Release(ActorView):
    """Freeing one of several."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Called back on the way, clear when there."""
        actor = self.actor(request)
        moved(request, selector.part(actor, pk, "assignment.cancel"), crew.release, ReleaseIn)
        return Response(AssignmentOut(parts.one(actor, pk), context=self.context(request)).data)


class Swap(ActorView):
    """One officer for another."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The answer is the assignment of whoever comes instead."""
        part = selector.part(self.actor(request), pk, "assignment.cancel")
        sent = moved(request, part, crew.swap, SendIn)
        return Response(AssignmentOut(sent, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class Finish(ActorView):
    """Closing with everybody freed."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Refused while a record is missing, and then nobody is freed."""
        found = incidents.to_try(self.actor(request), pk, "close")
        moved(request, found, ending.finish, CloseIn)
        done = incidents.one(self.actor(request), pk)
        return Response(IncidentOut(done, context=self.context(request)).data)


class ClearAll(ActorView):
    """Freeing everybody."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The incident is cleared, not closed."""
        found = incidents.to_try(self.actor(request), pk, "close")
        moved(request, found, ending.clear_all, VersionIn)
        done = incidents.one(self.actor(request), pk)
        return Response(IncidentOut(done, context=self.context(request)).data)


class Pending(ActorView):
    """For whom an incident waits."""

    def get(self, request: Request, pk: UUID) -> Response:
        """Those who take it when free."""
        found = incidents.to_try(self.actor(request), pk, "dispatch")
        return Response({"results": PendingOut(selector.pending_of(self.actor(request), found), many=True).data})

    def post(self, request: Request, pk: UUID) -> Response:
        """Put it on an officer's stack; a second time answers the first."""
        found = incidents.to_try(self.actor(request), pk, "dispatch")
        made = moved(request, found, pending.put, PendingIn)
        return Response(PendingOut(made).data, status=status.HTTP_201_CREATED)


class DropPending(ActorView):
    """Taking it off."""

    def post(self, request: Request, pk: UUID) -> Response:
        """A second time answers the first."""
        found = selector.pending_to_drop(self.actor(request), pk)
        return Response(PendingOut(moved(request, found, pending.drop, NoWordsIn)).data)


class HandoverMoves(ActorView):
    """Taking an offer, or withdrawing it."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = handovers.one(self.actor(request), pk, "handover.take")
        service, body = self.door(request, HANDOVER_MOVES)
        moved(request, found, service, body)
        return Response(HandoverOut(handovers.one(self.actor(request), pk, "handover.take")).data)


class Handovers(ActorView):
    """The open offer of an incident; it is made by the incident's move “transfer”."""

    def get(self, request: Request, pk: UUID) -> Response:
        """One or none."""
        found = incidents.to_try(self.actor(request), pk, "transfer")
        standing = handovers.standing(self.actor(request), found)
        return Response({"results": HandoverOut([standing] if standing else [], many=True).data})
