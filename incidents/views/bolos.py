"""Lookouts: the list that everybody on duty reads, and the desk's form."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents.bolos_forms import LookoutForm
from incidents.models import Lookout
from incidents.selectors import bolos as selector
from incidents.services import bolos
from incidents.views.common import buttons

PAGES = {"locate": "lookout_locate", "cancel": "lookout_cancel"}
MOVES = {"locate": bolos.locate, "cancel": bolos.cancel}


class About(forms.Form):
    """The incident that a new lookout is about."""

    incident = forms.UUIDField(required=False)


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """What stands now, and what has ended."""
    standing, ended = selector.listed(request.actor, clock.now())
    shown = {
        "standing": [{"lookout": each, "moves": buttons(each, request.actor, PAGES)} for each in standing],
        "ended": ended,
        "may_issue": may(request.actor, "lookout.issue"),
    }
    return render(request, "incidents/bolos/lookouts.html", shown)


@require_http_methods(["GET", "POST"])
def issue(request: ActorRequest) -> HttpResponse:
    """Tell everybody on duty what to watch for."""
    agency = selector.agency(request.actor)
    form = LookoutForm(posted(request), actor=request.actor)
    if attempt(form, act(bolos.issue, agency, request.actor, form)) is not None:
        return see_other("lookouts")
    form.initial["incident"] = parse(request.GET, About)["incident"]
    return render(request, "incidents/bolos/issue.html", {"form": form}, status=status_of(form))


@require_POST
def end(request: ActorRequest, pk: UUID, move: str) -> HttpResponse:
    """Located, or cancelled."""
    lookout = selector.to_move(request.actor, pk, move)
    form = VersionForm(request.POST, version=lookout.version)
    if attempt(form, act(MOVES[move], lookout, request.actor, form)) is not None:
        return see_other("lookouts")
    return render(request, "incidents/bolos/end.html", _again(lookout, form, move), status=status_of(form))


def _again(lookout: Lookout, form: VersionForm, move: str) -> dict[str, object]:
    words = {"locate": _("Located"), "cancel": _("Cancel the lookout")}
    return {"form": form, "lookout": lookout, "submit": words[move]}
