"""What officers asked for, over HTTP: what is open, and that somebody has seen to it."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, accepted, moved
from incidents.field_forms import LONGEST_ANSWER
from incidents.models import FieldRequest
from incidents.selectors import asks as selector
from incidents.services import asks


class DoneIn(serializers.Serializer[Any]):
    """What was done; a call for help ends with words only."""

    answer = serializers.CharField(max_length=LONGEST_ANSWER, required=False, allow_blank=True, default="")


class NothingIn(serializers.Serializer[Any]):
    """No parameters."""


class FieldRequestOut(serializers.ModelSerializer[FieldRequest]):
    """One request of an officer."""

    number = serializers.CharField(source="incident.number")
    unit = serializers.CharField(source="officer.call_sign")

    class Meta:
        model = FieldRequest
        fields = ("id", "incident", "number", "unit", "what", "text", "at", "done_at", "answer")


class FieldRequests(ActorView):
    """What is open at the desks."""

    def get(self, request: Request) -> Response:
        """Calls for help first, then the oldest."""
        accepted(NothingIn(data={}), request.query_params)
        return Response(FieldRequestOut(selector.of_agency(self.actor(request)), many=True).data)


class FieldRequestDone(ActorView):
    """Somebody has seen to it."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The desk, or the officer who asked."""
        asked = selector.to_end(self.actor(request), pk)
        return Response(FieldRequestOut(moved(request, asked, asks.done, DoneIn)).data)
