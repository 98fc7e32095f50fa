"""Places over HTTP: found by what is typed and by the telephone that rings."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from core.errors import NotFound
from core.permissions import require
from core.web.actor_view import ActorView
from core.web.query import parse
from officers.forms.places import AboutQuery, PlaceQuery
from officers.places.hours import Present
from officers.selectors import places, places_about
from officers.selectors.places import Place


class Places(ActorView):
    """The places that may be meant."""

    def get(self, request: Request) -> Response:
        """`q` as it was typed."""
        actor = self.actor(request)
        require(actor, "place.find")
        typed = parse(request._request.GET, PlaceQuery)["q"]
        return Response({"results": [place_out(place) for place in places.find(actor, typed)]})


class About(ActorView):
    """What is known of a place now."""

    def get(self, request: Request) -> Response:
        """`key` as a place carries it."""
        actor = self.actor(request)
        require(actor, "place.find")
        place = places.of_key(actor, parse(request._request.GET, AboutQuery)["key"])
        rows = places.records(actor, place)
        found = places_about.about(actor, rows.campus, rows.building, rows.room)
        return Response({"place": place_out(place), **about_out(found)})


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


def about_out(found: places_about.About) -> dict[str, Any]:
    """What is known of a place, hazards first."""
    room = found.room
    return {
        "door": room.nearest_door if room else "",
        "directions": room.directions if room else "",
        "notes": [{"kind": note.kind, "text": note.text, "until": note.until} for note in found.notes],
        "present": [_present(each) for each in found.present],
        "telephones": [{"number": each.number, "label": each.label} for each in found.telephones],
    }


def _present(each: Present) -> dict[str, Any]:
    use = each.use
    return {
        "period": each.period.name,
        "until": each.period.ends,
        "group": use.group if use else "",
        "adult": use.adult if use else "",
        "people": use.people if use else None,
    }
