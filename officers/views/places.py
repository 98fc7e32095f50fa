"""Finding a place while it is typed, and what is known of it once it is found."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from core.web.query import parse
from core.web.request import ActorRequest
from officers.forms.places import AboutQuery, PlaceQuery
from officers.selectors import places, places_about
from officers.views import places_shown as shown


@require_GET
def find(request: ActorRequest) -> HttpResponse:
    """The options of a combobox."""
    require(request.actor, "place.find")
    found = places.find(request.actor, parse(request.GET, PlaceQuery)["q"])
    return render(request, "officers/places/_options.html", {"places": found})


@require_GET
def about(request: ActorRequest) -> HttpResponse:
    """What is known of a place now; a key of a place that is no more says so."""
    require(request.actor, "place.find")
    key = parse(request.GET, AboutQuery)["key"]
    try:
        context = told(request.actor, key)
    except BrokenRule as refusal:
        return render(request, "officers/places/_about.html", {"gone": refusal}, status=refusal.status)
    return render(request, "officers/places/_about.html", context)


def told(actor: Actor, key: str) -> dict[str, Any]:
    """The context of the fragment for the key of a place; nothing for no key."""
    place = places.resolve(actor, key=key)
    if place is None:
        return {}
    rows = places.records(actor, place)
    return {"about": shown.about(places_about.about(actor, rows.campus, rows.building, rows.room))}
