"""Calls that are about a known incident, over HTTP: what is likely, adding one, splitting. Merging is a move."""

from typing import Any
from uuid import UUID

from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.permissions import require
from core.web.actor_view import ActorView, accepted, moved
from core.web.doors import keywords
from incidents.api.output import CallOut, IncidentOut
from incidents.duplicates_forms import AttachIn, PersonIn, SplitIn, WindowIn
from incidents.models import DuplicateRule
from incidents.selectors import duplicates as selector
from incidents.selectors import incidents as cases
from incidents.services import duplicate_rule, duplicates
from incidents.views.duplicates import likely_rows
from incidents.vocabulary import Nature


class LikelyIn(serializers.Serializer[Any]):
    """A call as far as it has been taken. It is sent as a body, so that no name stands in an address."""

    campus = serializers.UUIDField()
    building = serializers.UUIDField(required=False, allow_null=True, default=None)
    room = serializers.UUIDField(required=False, allow_null=True, default=None)
    nature = serializers.ChoiceField(choices=Nature.choices, required=False, allow_blank=True, default="")
    callback = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    caller_name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    subjects = serializers.ListField(child=PersonIn(), max_length=8, required=False, default=list)


class LikelyIncidents(ActorView):
    """Which incidents a call is likely about."""

    def post(self, request: Request) -> Response:
        """The likeliest first, with the reason in words; nothing is changed by asking."""
        actor = self.actor(request)
        require(actor, "call.log")
        found = selector.likely(actor, at=clock.now(), **accepted(LikelyIn(data=request.data)))
        return Response({"results": [dict(row, nature=str(row["nature"])) for row in likely_rows(found)]})


class JoiningCalls(ActorView):
    """Adding a call to an incident that goes on."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The header Idempotency-Key makes a repeat harmless: it answers the call already added."""
        found = cases.one(self.actor(request), pk)
        require(self.actor(request), "call.attach", found)
        typed = request.data
        if isinstance(typed, dict):
            typed = {**typed, "client_key": request.headers.get("Idempotency-Key")}
        call = duplicates.attach(found, actor=self.actor(request), **accepted(AttachIn(data=typed)))
        return Response(CallOut(call).data, status=status.HTTP_201_CREATED)


class Splits(ActorView):
    """Splitting a call off."""

    def post(self, request: Request, pk: UUID) -> Response:
        """The answer is the incident that the call is now."""
        found = cases.one(self.actor(request), pk)
        require(self.actor(request), "call.split", found)
        own = moved(request, found, duplicates.split, SplitIn)
        done = cases.one(self.actor(request), own.pk)
        return Response(IncidentOut(done, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class DuplicateWindow(ActorView):
    """Within how many minutes two calls count as near."""

    def get(self, request: Request) -> Response:
        """The rule in force; version 0 while the usual time counts."""
        require(self.actor(request), "call.log")
        return Response(_out(selector.rule(self.actor(request))))

    def post(self, request: Request) -> Response:
        """Set it anew; `version` is the one that the change starts from."""
        actor = self.actor(request)
        require(actor, "duplicates.set")
        clean = keywords(accepted(WindowIn(data=request.data)))
        return Response(_out(duplicate_rule.set(selector.rule(actor).agency, actor=actor, **clean)))


def _out(rule: DuplicateRule) -> dict[str, Any]:
    return {"minutes": rule.minutes, "version": rule.version}
