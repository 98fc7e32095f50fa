"""The assessment and the priority over HTTP."""

from typing import Any
from uuid import UUID

from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, moved
from core.web.versions import VersionIn
from incidents.api.output import IncidentOut
from incidents.selectors import incidents as selector
from incidents.services import assessments, priorities_set
from incidents.vocabulary import Priority, PriorityReason

# Every answer to the longest question of several answers, joined.
LONGEST = 200


class AssessIn(VersionIn):
    """Question key to answer, several joined by commas; a question left out was not answered."""

    answers = serializers.DictField(child=serializers.CharField(max_length=LONGEST), required=False, default=dict)
    lower = serializers.ChoiceField(choices=PriorityReason.choices, allow_blank=True, default="")


class PrioritizeIn(VersionIn):
    """Another priority than the script's, and why."""

    priority = serializers.ChoiceField(choices=Priority.choices)
    reason = serializers.ChoiceField(choices=PriorityReason.choices, allow_blank=True, default="")
    cit = serializers.BooleanField(default=False)


class Assessments(ActorView):
    """The assessment of an incident."""

    def get(self, request: Request, pk: UUID) -> Response:
        """What the answers that count now come to: the priority, who comes and why."""
        found = selector.one(self.actor(request), pk)
        verdict = selector.verdict_of(found)
        responders: list[dict[str, Any]] = [{"slug": who.slug, "rule": who.rule} for who in verdict.responders]
        body = {"priority": verdict.priority, "rules": verdict.rules, "triggers": verdict.triggers}
        return Response({**body, "responders": responders})

    def post(self, request: Request, pk: UUID) -> Response:
        """Keep the answers; the answer is the incident with its priority."""
        found = selector.to_try(self.actor(request), pk, "triage")
        moved(request, found, assessments.assess, AssessIn)
        done = selector.one(self.actor(request), pk)
        return Response(IncidentOut(done, context=self.context(request)).data, status=status.HTTP_201_CREATED)


class PriorityOf(ActorView):
    """The priority of an incident."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Set it against the script: up at once, down with a reason."""
        found = selector.to_try(self.actor(request), pk, "prioritize")
        moved(request, found, priorities_set.prioritize, PrioritizeIn)
        done = selector.one(self.actor(request), pk)
        return Response(IncidentOut(done, context=self.context(request)).data)
