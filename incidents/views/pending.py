"""For whom an incident waits."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.selectors import incidents
from incidents.selectors import units as selector
from incidents.services import pending
from incidents.units_forms import PendingForm


@require_http_methods(["GET", "POST"])
def listed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put it on an officer's stack, and take it off."""
    incident = incidents.to_try(request.actor, pk, "dispatch")
    form = PendingForm(posted(request), actor=request.actor)
    if attempt(form, act(pending.put, incident, request.actor, form)) is not None:
        return see_other("incident_pending", incident.pk)
    shown = {"form": form, "incident": incident, "pending": selector.pending_of(request.actor, incident)}
    return render(request, "incidents/units/pending.html", shown, status=status_of(form))


@require_POST
def drop(request: ActorRequest, pk: UUID) -> HttpResponse:
    """It waits for this officer no more; back to where the button was."""
    found = selector.pending_to_drop(request.actor, pk)
    pending.drop(found, actor=request.actor)
    if request.POST.get("from") == "unit":
        return see_other("unit", found.officer_id)
    return see_other("incident_pending", found.incident_id)
