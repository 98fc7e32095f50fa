"""Beginning what was planned."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from core.web.doors import act
from core.web.pages import attempt, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.selectors import incidents as selector
from incidents.services import intake_scheduled


@require_POST
def begin(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Handle a planned incident now."""
    found = selector.to_try(request.actor, pk, "begin")
    form = VersionForm(request.POST, version=found.version)
    if attempt(form, act(intake_scheduled.begin, found, request.actor, form)) is not None:
        return see_other("incident", found.pk)
    shown = {"form": form, "incident": found, "title": _("Begin the planned incident"), "submit": _("Begin")}
    return render(request, "incidents/end.html", shown, status=status_of(form))
