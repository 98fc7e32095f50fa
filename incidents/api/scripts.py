"""Versions of the dispatcher's script over HTTP."""

from typing import Any
from uuid import UUID

from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.moves import open_moves
from core.web.actor_view import ActorView, accepted, moved
from incidents.api.script_bodies import DraftIn, ReviseIn
from incidents.doors.scripts import SCRIPT_MOVES
from incidents.models import Script
from incidents.scripting.content import write
from incidents.scripting.dryrun import Difference
from incidents.selectors import script_trials
from incidents.selectors import scripts as selector
from incidents.services import scripts

CHANGES = 200


class ScriptOut(serializers.ModelSerializer[Script]):
    """One version with what can be done to it now; its words are asked for one by one."""

    actions = serializers.SerializerMethodField()

    class Meta:
        model = Script
        fields = [
            "id",
            "number",
            "title",
            "status",
            "sha256",
            "tried_sha256",
            "approved_at",
            "active_from",
            "retired_at",
            "version",
            "actions",
        ]

    def get_actions(self, row: Script) -> list[str]:
        """The names of the open moves."""
        return [move.name for move in open_moves(row, self.context["actor"])]


class Scripts(ActorView):
    """The versions of the agency."""

    def get(self, request: Request) -> Response:
        """The latest first; `now` is the number that is asked."""
        rows = selector.versions(self.actor(request))
        now = selector.active(self.actor(request).agency_id).version
        return Response({"results": ScriptOut(rows, many=True, context=self.context(request)).data, "now": now})

    def post(self, request: Request) -> Response:
        """Begin a draft."""
        agency = selector.agency(self.actor(request))
        made = scripts.write(agency, actor=self.actor(request), **accepted(DraftIn(data=request.data)))
        return Response(_whole(made, self.context(request)), status=status.HTTP_201_CREATED)


class ScriptNow(ActorView):
    """The script that is asked now."""

    def get(self, request: Request) -> Response:
        """Its number and its content."""
        selector.require_read(self.actor(request))
        script = selector.active(self.actor(request).agency_id)
        return Response({"number": script.version, "content": write(script)})


class OneScript(ActorView):
    """One version."""

    def get(self, request: Request, pk: UUID) -> Response:
        """With its content."""
        return Response(_whole(selector.one(self.actor(request), pk), self.context(request)))

    def put(self, request: Request, pk: UUID) -> Response:
        """Save a draft."""
        found = selector.to_try(self.actor(request), pk, "revise")
        return Response(_whole(moved(request, found, scripts.revise, ReviseIn), self.context(request)))


class ScriptMoves(ActorView):
    """Try, approve, activate, retire."""

    def post(self, request: Request, pk: UUID) -> Response:
        """Make the move named in the body."""
        found = selector.one(self.actor(request), pk)
        service, body = self.door(request, SCRIPT_MOVES)
        return Response(ScriptOut(moved(request, found, service, body), context=self.context(request)).data)


class ScriptTrial(ActorView):
    """A dry run."""

    def get(self, request: Request, pk: UUID) -> Response:
        """What would change; nothing is kept."""
        found = script_trials.trial(self.actor(request), selector.to_try(self.actor(request), pk, "try"))
        changes = [_change(row) for row in found.changed[:CHANGES]]
        return Response({"cases": found.cases, "against": found.against, "changes": changes})


def _whole(row: Script, context: dict[str, Any]) -> dict[str, Any]:
    return {**ScriptOut(row, context=context).data, "content": row.content}


def _change(row: Difference) -> dict[str, Any]:
    sides = {"before": row.before, "after": row.after}
    told = {
        side: {
            "priority": verdict.priority,
            "triggers": verdict.triggers,
            "responders": [who.slug for who in verdict.responders],
        }
        for side, verdict in sides.items()
    }
    return {"case": row.case.name, "nature": row.case.nature, "lost": row.lost, **told}
