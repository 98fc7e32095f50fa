"""The command line: read as it is typed, run when it means one thing."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from core.permissions import require
from core.web.pages import attempt, posted, status_of
from core.web.request import ActorRequest
from incidents.command_forms import CommandForm
from incidents.commanding import Read, read
from incidents.commanding.words import VERBS
from incidents.selectors import commands as selector
from incidents.services import commands


@require_POST
def reading(request: ActorRequest) -> HttpResponse:
    """What the line means now. It is sent as a form, since a note may hold what no address should."""
    require(request.actor, "command.run")
    form = CommandForm(request.POST)
    found = _read(request, form) if form.is_valid() else None
    return render(request, "incidents/commands/_reading.html", {"found": found, "form": form})


@require_http_methods(["GET", "POST"])
def command(request: ActorRequest) -> HttpResponse:
    """Run the line and go where it leads; what cannot run comes back as it was typed."""
    require(request.actor, "command.run")
    form = CommandForm(posted(request))
    ran = attempt(form, lambda: commands.run(actor=request.actor, **form.cleaned_data))
    quick = request.headers.get("X-Command") == "quick"
    if ran is not None and not quick:
        return HttpResponseRedirect(where(*ran.goto), status=303)
    shown = {"form": form, "ran": ran, "goto": where(*ran.goto) if ran else "", "found": None, **verbs()}
    if form.is_bound and ran is None and "line" in form.cleaned_data:
        shown["found"] = _read(request, form)
    page = "incidents/commands/_reading.html" if quick else "incidents/commands/page.html"
    return render(request, page, shown, status=200 if ran else status_of(form))


def verbs() -> dict[str, Any]:
    """Every command and how it is typed."""
    return {"verbs": [{"how": how, "what": what} for how, what in VERBS.values()]}


def where(kind: str, key: str) -> str:
    """The page that shows what a command was about."""
    board = reverse("board")
    if kind == "draft":
        return f"{reverse('intake')}?{urlencode({kind: key})}"
    if kind == "incident":
        return f"{board}?{urlencode({kind: key})}"
    return f"{board}#u-{key}" if kind == "unit" else board


def _read(request: ActorRequest, form: CommandForm) -> Read:
    return read(form.cleaned_data["line"], selector.world(request.actor))
