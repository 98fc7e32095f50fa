"""Response plans over HTTP."""

from uuid import UUID

from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.permissions import require
from core.web.actor_view import ActorView, accepted
from incidents.models import ResponsePlan
from incidents.notes_forms import ApproveIn, EmptyIn, PlanIn
from incidents.selectors import plans_of_care as selector
from incidents.services import plans_of_care


class PlanOut(serializers.ModelSerializer[ResponsePlan]):
    """One version."""

    class Meta:
        model = ResponsePlan
        fields = (
            "id",
            "student_number",
            "number",
            "caution",
            "helps",
            "avoid",
            "written_by",
            "approved_by",
            "reviewed_on",
            "expires_on",
        )


class ResponsePlans(ActorView):
    """The plans of the agency that exist for the caller."""

    def get(self, request: Request) -> Response:
        """The newest version of each, and the approved one while a newer one waits."""
        return Response({"results": PlanOut(selector.listed(self.actor(request)), many=True).data})

    def post(self, request: Request) -> Response:
        """Write the next version for a student."""
        require(self.actor(request), "response_plan.write")
        plan = plans_of_care.write(actor=self.actor(request), **accepted(PlanIn(data=request.data)))
        return Response(PlanOut(plan).data, status=status.HTTP_201_CREATED)


class Approvals(ActorView):
    """Letting responders follow a version."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Approve it until a day; nobody approves what they wrote."""
        found = selector.one(self.actor(request), pk)
        require(self.actor(request), "response_plan.approve", found)
        done = plans_of_care.approve(found, actor=self.actor(request), **accepted(ApproveIn(data=request.data)))
        return Response(PlanOut(done).data)


class Endings(ActorView):
    """Ending a version before its day."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Nobody is to follow it from today."""
        found = selector.one(self.actor(request), pk)
        require(self.actor(request), "response_plan.end", found)
        done = plans_of_care.end(found, actor=self.actor(request), **accepted(EmptyIn(data=request.data)))
        return Response(PlanOut(done).data)
