"""Finding a place while it is typed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.permissions import require
from core.web.query import parse
from core.web.request import ActorRequest
from officers.forms.places import PlaceQuery
from officers.selectors import places


@require_GET
def find(request: ActorRequest) -> HttpResponse:
    """The options of a combobox."""
    require(request.actor, "place.find")
    found = places.find(request.actor, parse(request.GET, PlaceQuery)["q"])
    return render(request, "officers/places/_options.html", {"places": found})
