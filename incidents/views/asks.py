"""What an officer asked for: the desk says that it is done, or the officer that it is not needed any more."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.field_forms import DoneForm
from incidents.field_vocabulary import Wanted
from incidents.selectors import asks as selector
from incidents.services import asks


@require_http_methods(["GET", "POST"])
def done(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who asks for what since when, and that somebody has seen to it."""
    asked = selector.to_end(request.actor, pk)
    form = DoneForm(posted(request), said=asked.what == Wanted.HELP)
    desk = may(request.actor, "timer.acknowledge")
    if attempt(form, act(asks.done, asked, request.actor, form)) is not None:
        return see_other("board") if desk else see_other("tablet")
    shown = {"form": form, "asked": asked, "is_help": asked.what == Wanted.HELP, "desk": desk}
    return render(request, "incidents/tablet/done.html", shown, status=status_of(form))
