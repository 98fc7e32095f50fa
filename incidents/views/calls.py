"""Logging a call."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core import clock
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.forms import CallForm
from incidents.services import calls

LONGEST_CALL = timedelta(hours=2)


@require_http_methods(["GET", "POST"])
def call_new(request: ActorRequest) -> HttpResponse:
    """Take a call; its incident is assessed next."""
    form = CallForm(posted(request), actor=request.actor)
    call = attempt(form, lambda: calls.log(actor=request.actor, **form.cleaned_data))
    if call is not None:
        return see_other("incident_assess", call.incident_id)
    shown = {"form": form, "at": _answered_at(request)}
    return render(request, "incidents/call_new.html", shown, status=status_of(form))


def _answered_at(request: ActorRequest) -> datetime:
    """When the form was opened: the clock beside it goes on when the form comes back to be corrected."""
    now = clock.now()
    try:
        stated = datetime.fromisoformat(request.POST.get("answered_at", ""))
    except ValueError:
        return now
    return stated if stated.tzinfo and now - LONGEST_CALL < stated <= now else now
