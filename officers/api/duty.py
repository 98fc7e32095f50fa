"""The clock and the calendar's address over HTTP."""

from uuid import UUID

from django.urls import reverse
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.permissions import require
from core.web.actor_view import ActorView, moved
from officers.api.shifts_in import CorrectIn, StatusIn
from officers.api.shifts_out import TimeEntryOut
from officers.doors.shifts import CLOCK_MOVES
from officers.selectors import shifts as people
from officers.services import duty, feeds


class Clock(ActorView):
    """The clock of one person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """clock_in or clock_out, as named in the body."""
        officer = people.officer_for(self.actor(request), pk, "time.clock")
        service, body = self.door(request, CLOCK_MOVES)
        return Response(TimeEntryOut(moved(request, officer, service, body)).data)


class Status(ActorView):
    """What one person on duty can be asked for."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Set it."""
        officer = people.officer_for(self.actor(request), pk, "time.set_status")
        done = moved(request, officer, duty.set_status, StatusIn)
        return Response({"unit": done.call_sign, "duty": done.duty, "since": done.duty_since})


class Clocks(ActorView):
    """Time entries."""

    def get(self, request: Request) -> Response:
        """The latest first, and which of them were forgotten."""
        require(self.actor(request), "clock.read")
        found = people.entries(self.actor(request))
        forgotten = [entry.pk for entry in people.forgotten(self.actor(request), clock.now())]
        return Response({"results": TimeEntryOut(found, many=True).data, "forgotten": forgotten})


class Correct(ActorView):
    """One time entry."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Write down what the clock should have said."""
        entry = people.entry_to_correct(self.actor(request), pk)
        return Response(TimeEntryOut(moved(request, entry, duty.correct, CorrectIn)).data)


class Feed(ActorView):
    """The address of one's own calendar."""

    def post(self, request: Request, pk: UUID) -> Response:
        """A new one, told this once; the one before it ends."""
        officer = people.officer_for(self.actor(request), pk, "feed.renew")
        secret = feeds.renew(officer, actor=self.actor(request))
        address = request._request.build_absolute_uri(reverse("shift_feed", args=[secret]))
        return Response({"address": address}, status=status.HTTP_201_CREATED)
