"""Passing an incident to another desk."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.errors import BrokenRule, Conflict
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.selectors import handovers as selector
from incidents.selectors import incidents
from incidents.selectors.desks import current_desk
from incidents.services import handovers
from incidents.units_forms import OfferForm


@require_http_methods(["GET", "POST"])
def transfer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Offer it, or see what is offered and take it."""
    incident = incidents.to_try(request.actor, pk, "transfer")
    form = OfferForm(posted(request), version=incident.version, actor=request.actor)
    if attempt(form, act(handovers.offer, incident, request.actor, form)) is not None:
        messages.success(request, _("Offered. It stays with you until it is taken."))
        return see_other("incident_transfer", incident.pk)
    standing, desk = selector.standing(request.actor, incident), current_desk(request.actor)
    shown = {
        "form": form,
        "incident": incident,
        "standing": standing,
        "mine": standing is not None and desk is not None and standing.to_desk_id == desk.pk,
        "past": selector.past(request.actor, incident),
    }
    return render(request, "incidents/units/transfer.html", shown, status=status_of(form))


@require_POST
def take(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The receiving desk takes it."""
    found = selector.one(request.actor, pk, "handover.take")
    try:
        handovers.take(found, actor=request.actor)
    except (BrokenRule, Conflict) as refusal:
        messages.warning(request, str(refusal))
        return see_other("incident_transfer", found.incident_id)
    return see_other("incident", found.incident_id)


@require_POST
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The offer is taken back, or declined."""
    found = selector.one(request.actor, pk, "handover.withdraw")
    try:
        handovers.withdraw(found, actor=request.actor)
    except Conflict as refusal:
        messages.warning(request, str(refusal))
    return see_other("incident_transfer", found.incident_id)
