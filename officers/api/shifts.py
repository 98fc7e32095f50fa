"""Shifts, cover and leave over HTTP: the same selectors and services as the pages."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.web.actor_view import ActorView, accepted, moved
from core.web.query import parse
from officers.api.shifts_in import AskCoverIn, AskLeaveIn, NothingIn, PlanIn
from officers.api.shifts_out import CoverOut, LeaveOut, ShiftOut
from officers.doors.shifts import COVER_MOVES, LEAVE_MOVES, SHIFT_MOVES
from officers.forms.planner import PlannerQuery
from officers.selectors import leave as leave_selector
from officers.selectors import planner
from officers.selectors import shifts as selector
from officers.services import covers, leave, shifts


class Shifts(ActorView):
    """The plan of a week."""

    def get(self, request: Request) -> Response:
        """`week` (2026-W48), `position` and `campus`, as on the page."""
        asked = parse(request._request.GET, PlannerQuery)
        found = planner.week(
            self.actor(request), asked["week"], clock.now(), position=asked["position"], campus=asked["campus"]
        )
        return Response({"from": found.first, "to": found.first + timedelta(days=6), "people": _people(found)})


class PlanShift(ActorView):
    """The shifts of one person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Plan one."""
        officer = selector.officer_for(self.actor(request), pk, "shift.plan")
        made = moved(request, officer, shifts.plan, PlanIn)
        return Response(ShiftOut(made, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class OneShift(ActorView):
    """One shift."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As it stands."""
        found = selector.one(self.actor(request), pk)
        return Response(ShiftOut(found, context=self.context(request)).data)


class ShiftMoves(ActorView):
    """Change, hand over, cancel."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        service, body = self.door(request, SHIFT_MOVES)
        done = moved(request, found, service, body)
        return Response(ShiftOut(done, context=self.context(request)).data)


class AskCover(ActorView):
    """Requests about one shift."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Ask that somebody takes it."""
        found = selector.to_ask(self.actor(request), pk)
        asked = moved(request, found, covers.ask, AskCoverIn)
        return Response(CoverOut(asked, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class Covers(ActorView):
    """Requests that are not decided yet."""

    def get(self, request: Request) -> Response:
        """The earliest shift first; at most a hundred."""
        accepted(NothingIn(data=request.query_params), known=request.query_params)
        found = selector.open_covers(self.actor(request), clock.now())
        return Response({"results": CoverOut(found, many=True, context=self.context(request)).data})


class CoverMoves(ActorView):
    """Accept, approve, decline, withdraw."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.cover(self.actor(request), pk)
        service, body = self.door(request, COVER_MOVES)
        done = moved(request, found, service, body)
        return Response(CoverOut(done, context=self.context(request)).data)


class AskLeave(ActorView):
    """The leave of one person."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Ask for days off."""
        officer = selector.officer_for(self.actor(request), pk, "leave.ask")
        asked = moved(request, officer, leave.ask, AskLeaveIn)
        return Response(LeaveOut(asked, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class LeaveMoves(ActorView):
    """Approve, decline, withdraw."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body; `to_cover` names the shifts that need somebody else."""
        found = leave_selector.one(self.actor(request), pk)
        service, body = self.door(request, LEAVE_MOVES)
        done = moved(request, found, service, body)
        to_cover = [shift.pk for shift in leave_selector.to_cover(self.actor(request), done)]
        return Response({**LeaveOut(done, context=self.context(request)).data, "to_cover": to_cover})


def _people(week: planner.Week) -> list[dict[str, Any]]:
    return [
        {
            "officer": row.officer.pk,
            "unit": row.officer.call_sign,
            "hours": row.hours,
            "overtime": row.overtime,
            "shifts": [_item(item) for cell in row.cells for item in cell.items],
        }
        for row in week.rows
    ]


def _item(item: planner.Item) -> dict[str, Any]:
    shift = item.shift
    return {
        "id": shift.pk,
        "position": shift.position,
        "starts_at": shift.starts_at,
        "ends_at": shift.ends_at,
        "version": shift.version,
    }
