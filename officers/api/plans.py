"""Plans over HTTP: the same selectors and services as the pages."""

from typing import Any
from uuid import UUID

from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from core.actors import Actor
from core.web.actor_view import ActorView, moved
from officers.api import plans_in as bodies
from officers.api.plans_out import outline_out, plan_line, plan_out, route_out
from officers.doors.plans import MOVES
from officers.models import FloorPlan
from officers.selectors import outlines as outline_selector
from officers.selectors import plan_keeping, plans
from officers.services import outlines
from officers.services import plans as services


class Plans(ActorView):
    """Every plan of the agency."""

    def get(self, request: Request) -> Response:
        """By campus, building and floor."""
        return Response({"results": [plan_line(plan) for plan in plan_keeping.listed(self.actor(request))]})


class Plan(ActorView):
    """One floor."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As it is drawn now."""
        actor = self.actor(request)
        return _answer(plan_keeping.one(actor, pk, "plan.read"), actor)

    def put(self, request: Request, pk: UUID) -> Response:
        """The whole drawing, as text."""
        return _act(self, request, pk, services.draw, bodies.DrawIn)


class PlanMoves(ActorView):
    """Place, erase, restore, withdraw, resume."""

    def post(self, request: Request, pk: UUID) -> Response:
        """{move, version, and what the move is about}."""
        plan_keeping.one(self.actor(request), pk, "plan.draw")
        service, body = self.door(request, MOVES)
        return _act(self, request, pk, service, body)


class Background(ActorView):
    """The picture beneath, sent as a form with a file."""

    parser_classes = (MultiPartParser,)

    def put(self, request: Request, pk: UUID) -> Response:
        """Another one."""
        return _act(self, request, pk, services.set_background, bodies.BackgroundIn)


class BuildingPlans(ActorView):
    """A new floor of a building."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Empty, of a size of one's own."""
        actor = self.actor(request)
        building = plan_keeping.building(actor, pk)
        made = moved(request, building, services.add, bodies.AddPlanIn)
        return _answer(plan_keeping.one(actor, made.pk, "plan.read"), actor, status.HTTP_201_CREATED)


class RoomRoute(ActorView):
    """The way to a room."""

    def get(self, request: Request, pk: UUID) -> Response:
        """From the best door, in words and as points."""
        actor = self.actor(request)
        room = plan_keeping.room(actor, pk)
        return Response(route_out(room, *plans.directions(actor, room)))


class Outlines(ActorView):
    """Where the campuses lie."""

    def get(self, request: Request) -> Response:
        """Those that were drawn."""
        found = outline_selector.read(self.actor(request))
        return Response({"results": [outline_out(row.campus, row) for row in found]})


class Outline(ActorView):
    """Where one campus lies."""

    def get(self, request: Request, pk: UUID) -> Response:
        """As it was drawn, or with nothing."""
        return Response(outline_out(*outline_selector.one(self.actor(request), pk, "plan.read")))

    def put(self, request: Request, pk: UUID) -> Response:
        """Drawn anew."""
        campus, _row = outline_selector.one(self.actor(request), pk, "plan.draw")
        made = moved(request, campus, outlines.draw, bodies.OutlineIn)
        return Response(outline_out(campus, made))


def _act(view: ActorView, request: Request, pk: UUID, service: Any, body: Any) -> Response:
    actor = view.actor(request)
    moved(request, plan_keeping.one(actor, pk, "plan.draw"), service, body)
    return _answer(plan_keeping.one(actor, pk, "plan.draw"), actor)


def _answer(plan: FloorPlan, actor: Actor, code: int = status.HTTP_200_OK) -> Response:
    return Response(plan_out(plan, plan_keeping.drawing(plan), actor), status=code)
