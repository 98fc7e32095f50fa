"""Logging a call."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core import clock
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.forms import CallForm
from incidents.services import calls


@require_http_methods(["GET", "POST"])
def call_new(request: ActorRequest) -> HttpResponse:
    """Take a call; its incident is assessed next."""
    form = CallForm(posted(request), actor=request.actor)
    call = attempt(form, lambda: calls.log(actor=request.actor, **form.cleaned_data))
    if call is not None:
        return see_other("incident_assess", call.incident_id)
    return render(request, "incidents/call_new.html", {"form": form, "at": clock.now()}, status=status_of(form))
