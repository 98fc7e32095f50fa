"""Taking calls: the panel, its drafts, and logging and sending in one step."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.errors import BrokenRule
from core.web.pages import attempt, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.intake_forms import IntakeForm, PanelQuery, SaveForm, TakeForm
from incidents.intake_typed import kept
from incidents.models import Call, Draft
from incidents.selectors import intake as selector
from incidents.selectors import scripts
from incidents.selectors.intake_where import filled
from incidents.services import intake, intake_drafts
from incidents.views import intake_attach as attaching
from incidents.views import intake_panel as shown
from incidents.views.intake_advice import nature_of


@require_GET
def panel(request: ActorRequest) -> HttpResponse:
    """The call being taken, beside all others that are open."""
    asked = parse(request.GET, PanelQuery)
    return _panel(request, shown.panel(request.actor, asked["draft"], asked["extension"]))


@require_GET
def units(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who can go to one call, again: somebody else may have taken the first."""
    draft = selector.draft(request.actor, pk)
    return render(request, "incidents/intake/_units.html", shown.advised(request.actor, draft))


@require_POST
def take(request: ActorRequest) -> HttpResponse:
    """A new call: its clock runs from now."""
    selector.may_take(request.actor)
    form = TakeForm(request.POST)
    if not form.is_valid():
        raise BrokenRule(_("A new call needs a key of its own."))
    clean = form.cleaned_data
    typed = filled(request.actor, clean["typed"])
    draft = intake_drafts.take(actor=request.actor, client_key=clean["client_key"], typed=typed)
    if request.headers.get("HX-Request"):
        return render(request, "incidents/intake/_taken.html", shown.panel(request.actor, draft.pk))
    return _to(draft)


@require_POST
def save(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep what is typed; the answer is what there is to say about it."""
    draft = selector.draft(request.actor, pk)
    form = SaveForm(request.POST)
    if not form.is_valid():
        raise BrokenRule(_("A saving is numbered, from 1 on."))
    sent, step = form.cleaned_data["typed"], form.cleaned_data["step"] or draft.step + 1
    typed = filled(request.actor, sent)
    saved = intake_drafts.save(draft, actor=request.actor, step=step, typed=typed)
    if request.headers.get("HX-Request"):
        context = shown.advised(request.actor, saved) | {"fill": typed != sent, "kept": saved.typed == typed}
        return render(request, "incidents/intake/_said_back.html", context)
    return _to(saved)


@require_POST
def log(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Log the call, and send whoever is chosen unless the desk only logs."""
    draft = selector.draft(request.actor, pk)
    form = IntakeForm(_whole(request, draft), actor=request.actor, script=scripts.active(request.actor.agency_id))
    if "attach_to" in request.POST:
        call = attaching.attempt(form, request.actor, request.POST["attach_to"])
    else:
        call = attempt(form, lambda: intake.log_and_send(actor=request.actor, **form.cleaned_data))
    if call is not None:
        return _logged(request, call)
    context = shown.taking(request.actor, draft, form=form, typed=kept(request.POST))
    return _panel(request, context, status=status_of(form))


@require_http_methods(["GET", "POST"])
def discard(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Forget a call that was none, after being asked."""
    draft = selector.draft(request.actor, pk)
    if request.method == "GET":
        return render(request, "incidents/intake/discard.html", {"draft": draft})
    intake_drafts.discard(draft, actor=request.actor)
    messages.success(request, _("The call was discarded."))
    return see_other("board")


def _whole(request: ActorRequest, draft: Draft) -> QueryDict:
    """The posted form with what follows from it: the key of the draft, the place, the nature, and whom to send."""
    data, typed = request.POST.copy(), filled(request.actor, kept(request.POST))
    data["client_key"] = str(draft.client_key)
    data["place"], data["place_text"] = typed.get("place", ""), typed.get("place_text", "")
    data["nature"] = nature_of(typed, selector.codes(request.actor))
    if data.get("act") == "log":
        data.setlist("officers", [])
    elif not data.getlist("officers"):
        # Nothing was shown yet, or nobody chose: the first recommended goes.
        data.setlist("officers", shown.first(request.actor, draft, typed))
    return data


def _logged(request: ActorRequest, call: Call) -> HttpResponse:
    units = ", ".join(selector.units_of(call))
    said = _("%(number)s is logged. On the way: %(units)s.") if units else _("%(number)s is logged.")
    if "attach_to" in request.POST:
        said = _("The call was added to %(number)s.")
    said %= {"number": call.incident.number, "units": units}
    if request.headers.get("HX-Request"):
        return _panel(request, shown.panel(request.actor) | {"logged": call.incident, "logged_said": said})
    messages.success(request, said)
    return see_other("incident", call.incident_id)


def _panel(request: ActorRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    name = "_panel" if request.headers.get("HX-Request") else "page"
    return render(request, f"incidents/intake/{name}.html", context, status=status)


def _to(draft: Draft) -> HttpResponse:
    answer = see_other("intake")
    answer["Location"] += f"?draft={draft.pk}"
    return answer
