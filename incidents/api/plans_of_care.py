"""Response plans over HTTP. The words of a plan are only in the answers to a look that is kept."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.permissions import may, require
from core.web.actor_view import ActorView, accepted, moved
from core.web.query import parse
from incidents.api.care_bodies import (
    ApproveIn,
    BeginIn,
    CardIn,
    PlanIn,
    PlanOut,
    ReasonIn,
    SuggestIn,
    SuggestionOut,
    ViewOut,
)
from incidents.care import compare
from incidents.care_forms import PlansQuery
from incidents.doors.care import PLAN_MOVES, SUGGESTION_MOVES
from incidents.models import ResponsePlan
from incidents.notes_forms import EmptyIn
from incidents.selectors import plans_kept as selector
from incidents.selectors.plans_of_care import is_over
from incidents.services import care, plan_cards, plan_views, plans_of_care


class PlanDoor(ActorView):
    """What the views of plans share."""

    def head(self, request: Request, plan: ResponsePlan) -> dict[str, Any]:
        """A version without its words."""
        return dict(PlanOut(plan, context=self.context(request)).data)

    def whole(self, request: Request, plan: ResponsePlan) -> dict[str, Any]:
        """A version with what the caller may read of it; an expired one has no instructions."""
        notes = plan.private_notes if may(self.actor(request), "response_plan.read_notes", plan) else None
        content = None if is_over(plan, timezone.localdate(clock.now())) else plan.content
        return {**self.head(request, plan), "content": content, "private_notes": notes}


class ResponsePlans(PlanDoor):
    """The plans that exist for the caller."""

    def get(self, request: Request) -> Response:
        """One view of the list, without words."""
        show = parse(request.query_params, PlansQuery)["show"]
        rows = selector.listed(self.actor(request), show, timezone.localdate(clock.now()))
        return Response({"results": PlanOut(rows, many=True, context=self.context(request)).data})

    def post(self, request: Request) -> Response:
        """Begin the next version for a person."""
        actor = self.actor(request)
        require(actor, "response_plan.write", ResponsePlan(agency_id=actor.agency_id))
        body = accepted(BeginIn(data=request.data, context=self.context(request)))
        plan = plans_of_care.begin(actor=actor, **body)
        return Response(self.whole(request, plan), status=status.HTTP_201_CREATED)


class OnePlan(PlanDoor):
    """One version."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With its words while a look is open, or when one needs no reason; without them otherwise."""
        plan = selector.one(self.actor(request), pk)
        readable = plan_views.opened(plan, actor=self.actor(request))
        return Response(self.whole(request, plan) if readable else self.head(request, plan))

    def put(self, request: Request, pk: UUID) -> Response:
        """All words of a draft at once."""
        plan = selector.to_do(self.actor(request), pk, "response_plan.revise")
        return Response(self.whole(request, moved(request, plan, plans_of_care.revise, PlanIn)))


class Moves(PlanDoor):
    """The moves of a version."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Submit, return, approve, withdraw or retire it."""
        plan = selector.one(self.actor(request), pk)
        service, body = self.door(request, PLAN_MOVES)
        return Response(self.head(request, moved(request, plan, service, body)))


class Approvals(PlanDoor):
    """Letting responders follow a version."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Approve it until a day; nobody approves what they wrote."""
        plan = selector.to_do(self.actor(request), pk, "response_plan.approve")
        return Response(self.head(request, moved(request, plan, plans_of_care.approve, ApproveIn)))


class Endings(PlanDoor):
    """Ending a version before its day."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Nobody is to follow it from now."""
        plan = selector.to_do(self.actor(request), pk, "response_plan.retire")
        accepted(EmptyIn(data=request.data))
        done = plans_of_care.retire(plan, actor=self.actor(request), expected_version=None)
        return Response(self.head(request, done))


class Views(PlanDoor):
    """Who has looked."""

    def get(self, request: Request, pk: UUID) -> Response:
        """For supervisors: the last looks at any version of this plan."""
        plan = selector.to_do(self.actor(request), pk, "response_plan.read_log")
        return Response({"results": ViewOut(selector.looks(self.actor(request), plan), many=True).data})

    def post(self, request: Request, pk: UUID) -> Response:
        """Say why, and get the words."""
        plan = selector.one(self.actor(request), pk)
        require(self.actor(request), plan_views.permission(plan), plan)
        plan_views.open_plan(plan, actor=self.actor(request), **accepted(ReasonIn(data=request.data)))
        return Response(self.whole(request, plan), status=status.HTTP_201_CREATED)


class Changes(PlanDoor):
    """What differs from the version that was approved before."""

    def get(self, request: Request, pk: UUID) -> Response:
        """By section, while a look is open."""
        actor = self.actor(request)
        plan = selector.one(actor, pk)
        if not plan_views.opened(plan, actor=actor):
            return Response({**self.head(request, plan), "changes": None})
        before = selector.approved_before(actor, plan)
        found = compare.changes(before.content, plan.content) if before else []
        rows = [{"section": one.section, "gone": one.gone, "new": one.new, "moved": one.moved} for one in found]
        return Response({**self.head(request, plan), "before": before.number if before else None, "changes": rows})


class Cards(PlanDoor):
    """The card on one page."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """The PDF; why it is printed is kept."""
        plan = selector.to_do(self.actor(request), pk, "response_plan.print")
        made = plan_cards.print_card(plan, actor=self.actor(request), **accepted(CardIn(data=request.data)))
        return HttpResponse(made, content_type="application/pdf", headers={"Cache-Control": "no-store"})


class Suggestions(PlanDoor):
    """Suggestions for one plan."""

    def post(self, request: Request, pk: UUID) -> Response:
        """What was learned, once for each key."""
        plan = selector.to_suggest(self.actor(request), pk)
        made = care.suggest(plan, actor=self.actor(request), **accepted(SuggestIn(data=request.data)))
        return Response(SuggestionOut(made, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class Inbox(PlanDoor):
    """Suggestions for the plans that the caller keeps, and the caller's own."""

    def get(self, request: Request) -> Response:
        """What waits, and the last answers."""
        found = selector.inbox(self.actor(request))
        rows = [*found.waiting, *found.answered]
        return Response({"results": SuggestionOut(rows, many=True, context=self.context(request)).data})


class SuggestionMoves(PlanDoor):
    """Answers to a suggestion."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Accept or decline it."""
        found = selector.one_suggestion(self.actor(request), pk)
        service, body = self.door(request, SUGGESTION_MOVES)
        return Response(SuggestionOut(moved(request, found, service, body), context=self.context(request)).data)
