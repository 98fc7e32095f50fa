"""The weights over HTTP."""

from typing import Any

from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core.web.actor_view import ActorView, accepted
from core.web.doors import keywords
from incidents.ranking import Weights
from incidents.selectors import weights as selector
from incidents.services import weights
from incidents.weight_forms import WeightsIn


class RankingWeights(ActorView):
    """What circumstances are worth when a unit is chosen."""

    def get(self, request: Request) -> Response:
        """The weights in force."""
        return Response(_out(selector.in_force(selector.agency(self.actor(request)).pk)))

    def post(self, request: Request) -> Response:
        """Set them anew; `version` is the one that the change starts from."""
        agency = selector.agency(self.actor(request))
        clean = accepted(WeightsIn(data=request.data))
        weights.set(agency, actor=self.actor(request), **keywords(clean))
        return Response(_out(selector.in_force(agency.pk)), status=status.HTTP_201_CREATED)


def _out(current: Weights) -> dict[str, Any]:
    return {"version": current.version, **selector.numbers(current), "actions": ["set"]}
