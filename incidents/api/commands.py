"""The command line over HTTP."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from core.permissions import require
from core.web.actor_view import ActorView, accepted
from incidents.command_forms import CommandIn
from incidents.commanding import read
from incidents.selectors import commands as selector
from incidents.services import commands


class Readings(ActorView):
    """What a line means now; nothing is changed by asking."""

    def post(self, request: Request) -> Response:
        """The meanings, or why there is none."""
        actor = self.actor(request)
        require(actor, "command.run")
        found = read(accepted(CommandIn(data=request.data))["line"], selector.world(actor))
        readings: list[dict[str, Any]] = [
            {"meaning": one.meaning, "sentence": str(one.sentence)} for one in found.readings
        ]
        return Response({"readings": readings, "more": found.more, "problem": str(found.problem)})


class Commands(ActorView):
    """Run a line that means one thing, or the meaning that was chosen."""

    def post(self, request: Request) -> Response:
        """What happened."""
        actor = self.actor(request)
        require(actor, "command.run")
        ran = commands.run(actor=actor, **accepted(CommandIn(data=request.data)))
        kind, key = ran.goto
        return Response({"sentence": str(ran.sentence), "kind": kind, "key": key, "can_undo": ran.undo}, status=201)
