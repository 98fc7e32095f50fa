"""The moves of one assignment."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from core.errors import Conflict
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.forms import CallBackForm, PartMoveForm
from incidents.models import Assignment
from incidents.selectors import assignments as selector
from incidents.services import assignments
from incidents.views import case_panel
from incidents.workflow import ASSIGNMENT

MOVES = {"start": assignments.start, "arrive": assignments.arrive, "clear": assignments.clear}


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One tap. A second tap on the same button is answered with what is true now, not with an error page."""
    part = selector.one(request.actor, pk)
    form = PartMoveForm(request.POST, version=part.version)
    if not form.is_valid():
        messages.error(request, _("This step was not understood. Here is where things stand."))
        return _back(request, part)
    try:
        MOVES[form.cleaned_data["move"]](part, actor=request.actor, expected_version=form.cleaned_data["version"])
    except Conflict as refusal:
        _say(request, part, form.cleaned_data["move"], refusal)
        return _back(request, part)
    return _back(request, part)


def _say(request: ActorRequest, part: Assignment, name: str, refusal: Conflict) -> None:
    """A step that was taken already is no fault: the tap came twice, or the desk was faster."""
    now = selector.one(request.actor, part.pk)
    if now.status == ASSIGNMENT.move(name).target:
        messages.info(request, _("Already recorded: %(status)s.") % {"status": now.get_status_display()})
    else:
        messages.warning(request, str(refusal))


@require_http_methods(["GET", "POST"])
def cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Call a unit back before it arrives."""
    sent = request.method == "POST"
    part = selector.to_try(request.actor, pk, "cancel") if sent else selector.to_cancel(request.actor, pk)
    form = CallBackForm(posted(request), version=part.version)
    if attempt(form, act(assignments.cancel, part, request.actor, form)) is not None:
        return see_other("incident", part.incident_id)
    shown = {"form": form, "incident": part.incident, "title": _("Call the unit back"), "submit": _("Call back")}
    return render(request, "incidents/end.html", shown, status=status_of(form))


def _is_own(request: ActorRequest, part: Assignment) -> bool:
    return bool(part.officer.user_id == request.actor.id)


def _back(request: ActorRequest, part: Assignment) -> HttpResponse:
    """Officers return to their tablet, the desk to the incident: its page, or its panel in the console."""
    if case_panel.in_panel(request):
        return case_panel.answer(request, part.incident_id)
    return see_other("tablet") if _is_own(request, part) else see_other("incident", part.incident_id)
