"""Desks, their turns and the shift log over HTTP."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.permissions import may
from core.web.actor_view import ActorView, accepted, moved
from core.web.doors import keywords
from incidents.api.desk_bodies import ChangeDeskIn, DayIn, DeskIn, EntryIn, SignOffIn, SignOnIn, TakeOverIn
from incidents.models import Desk, DeskTurn, LogEntry
from incidents.selectors import desks as selector
from incidents.selectors import shift_log as log_selector
from incidents.services import desks, shift_log


class Desks(ActorView):
    """The desks of the agency."""

    def get(self, request: Request) -> Response:
        """Every desk, and who sits there."""
        actor = self.actor(request)
        rows = selector.listed(actor)
        keeps = ["change"] if may(actor, "desk.keep") else []
        return Response([_desk(row["desk"], row["turn"]) | {"actions": keeps} for row in rows])

    def post(self, request: Request) -> Response:
        """Set one up."""
        actor = self.actor(request)
        agency = selector.agency(actor)
        made = desks.add(agency, actor=actor, **keywords(accepted(DeskIn(data=request.data))))
        return Response(_desk(made, None), status=status.HTTP_201_CREATED)


class OneDesk(ActorView):
    """One desk."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Another name, or out of use."""
        desk = selector.one(self.actor(request), pk, "desk.keep")
        changed = moved(request, desk, desks.change, ChangeDeskIn)
        return Response(_desk(changed, selector.turn_at(changed)))


class DeskSignOn(ActorView):
    """Sitting down."""

    def post(self, request: Request, pk: UUID) -> Response:
        """At a free desk."""
        desk = selector.one(self.actor(request), pk, "desk.sign_on")
        return Response(_turn(moved(request, desk, desks.sign_on, SignOnIn)), status=status.HTTP_201_CREATED)


class DeskSignOff(ActorView):
    """Leaving."""

    def post(self, request: Request, pk: UUID) -> Response:
        """With a note for who comes next."""
        turn = selector.own_turn(self.actor(request), pk)
        return Response(_turn(moved(request, turn, desks.sign_off, SignOffIn)))


class DeskTakeOver(ActorView):
    """Going on at the desk of somebody who has left it."""

    def post(self, request: Request, pk: UUID) -> Response:
        """`turn` is the one that was seen there."""
        desk = selector.one(self.actor(request), pk, "desk.take_over")
        return Response(_turn(moved(request, desk, desks.take_over, TakeOverIn)), status=status.HTTP_201_CREATED)


class ShiftLog(ActorView):
    """The shift log."""

    def get(self, request: Request) -> Response:
        """The lines of one day; today without one."""
        actor = self.actor(request)
        today = clock.now().astimezone(log_selector.agency(actor).zone).date()
        clean = accepted(DayIn(data=request.query_params), request.query_params)
        found = log_selector.day(actor, clean.get("day") or today)
        lines = [_line(line.entry) | {"corrections": [_line(one) for one in line.corrections]} for line in found.lines]
        return Response({"day": found.day, "lines": lines, "turns": [_turn(turn) for turn in found.turns]})

    def post(self, request: Request) -> Response:
        """Write a line."""
        agency = log_selector.agency(self.actor(request))
        return Response(_line(moved(request, agency, shift_log.write, EntryIn)), status=status.HTTP_201_CREATED)


class ShiftLogCorrections(ActorView):
    """What is right instead."""

    def post(self, request: Request, pk: UUID) -> Response:
        """A new line beside the other."""
        entry = log_selector.one(self.actor(request), pk)
        return Response(_line(moved(request, entry, shift_log.correct, EntryIn)), status=status.HTTP_201_CREATED)


def _desk(desk: Desk, turn: DeskTurn | None) -> dict[str, Any]:
    return {
        "id": desk.pk,
        "name": desk.name,
        "active": desk.active,
        "version": desk.version,
        "turn": _turn(turn) if turn else None,
    }


def _turn(turn: DeskTurn) -> dict[str, Any]:
    return {
        "id": turn.pk,
        "desk": turn.desk_id,
        "person": turn.user_id,
        "began_at": turn.began_at,
        "ended_at": turn.ended_at,
        "signed_off": turn.signed_off,
        "taken_over_from": turn.taken_over_from_id,
        "note": turn.note,
    }


def _line(entry: LogEntry) -> dict[str, Any]:
    return {
        "id": entry.pk,
        "at": entry.at,
        "by": entry.by_id,
        "desk": entry.desk_id,
        "text": entry.text,
        "corrects": entry.corrects_id,
    }
