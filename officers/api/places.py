"""Places over HTTP: found by what is typed and by the telephone that rings."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from core.errors import NotFound
from core.permissions import require
from core.web.actor_view import ActorView
from core.web.query import parse
from officers.forms.places import PlaceQuery
from officers.selectors import places
from officers.selectors.places import Place


class Places(ActorView):
    """The places that may be meant."""

    def get(self, request: Request) -> Response:
        """`q` as it was typed."""
        actor = self.actor(request)
        require(actor, "place.find")
        typed = parse(request._request.GET, PlaceQuery)["q"]
        return Response({"results": [place_out(place) for place in places.find(actor, typed)]})


class Telephone(ActorView):
    """Where a telephone of the district stands."""

    def get(self, request: Request, number: str) -> Response:
        """Its place, or not found."""
        found = places.by_extension(self.actor(request), number)
        if found is None:
            raise NotFound(_("Nobody has written this extension down."))
        return Response({"number": found.number, "label": found.label, "place": place_out(found.place)})


def place_out(place: Place) -> dict[str, Any]:
    """A place as a form carries it."""
    return {
        "key": place.key,
        "label": place.label,
        "detail": place.detail,
        "campus": place.campus,
        "building": place.building,
        "room": place.room,
    }
