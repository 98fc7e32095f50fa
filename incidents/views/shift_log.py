"""The pages of the shift log."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core import clock
from core.actors import Actor
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.desks_forms import DayQuery, EntryForm
from incidents.selectors import shift_log as selector
from incidents.services import shift_log


@require_http_methods(["GET", "POST"])
def log(request: ActorRequest) -> HttpResponse:
    """The lines and turns of one day, and a new line."""
    agency = selector.agency(request.actor)
    today = clock.now().astimezone(agency.zone).date()
    form = EntryForm(posted(request))
    if attempt(form, act(shift_log.write, agency, request.actor, form)) is not None:
        return see_other("shift_log")
    on = parse(request.GET, DayQuery)["day"] or today
    return render(request, "incidents/desks/log.html", _shown(request.actor, on, today, form), status=status_of(form))


def _shown(actor: Actor, on: date, today: date, form: EntryForm) -> dict[str, Any]:
    day = timedelta(days=1)
    return {
        "form": form,
        "log": selector.day(actor, on),
        "asked": DayQuery(initial={"day": on.isoformat()}),
        "before": on - day,
        "after": on + day if on < today else None,
        "today": today,
    }


@require_http_methods(["GET", "POST"])
def correct(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new line that says what is right."""
    entry = selector.one(request.actor, pk)
    form = EntryForm(posted(request), initial={"text": entry.text})
    if attempt(form, act(shift_log.correct, entry, request.actor, form)) is not None:
        return see_other("shift_log")
    return render(request, "incidents/desks/correct.html", {"form": form, "entry": entry}, status=status_of(form))
