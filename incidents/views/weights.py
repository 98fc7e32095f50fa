"""The page of the weights: what circumstances are worth when a unit is chosen."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.selectors import weights as selector
from incidents.services import weights
from incidents.weight_forms import WeightsForm, drawn


@require_http_methods(["GET", "POST"])
def ranking_weights(request: ActorRequest) -> HttpResponse:
    """The weights in force; a change is a new version."""
    agency = selector.agency(request.actor)
    current = selector.in_force(agency.pk)
    form = WeightsForm(posted(request), version=current.version, initial=selector.numbers(current))
    if attempt(form, act(weights.set, agency, request.actor, form)) is not None:
        return see_other("ranking_weights")
    shown = {"form": form, "fields": drawn(form), "current": current, "versions": selector.versions(request.actor)}
    return render(request, "incidents/weights.html", shown, status=status_of(form))
