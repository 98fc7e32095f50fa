"""The clock: in, out, the status between, and what somebody forgot."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.errors import BrokenRule
from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other
from core.web.request import ActorRequest
from officers.doors.shifts import CLOCK_MOVES
from officers.forms.shifts import ON_DUTY, ClockMoveForm, CorrectForm, StatusForm, minute
from officers.models import Officer
from officers.selectors import shifts as selector
from officers.services import duty
from officers.views.shift_pages import form_page, places


@require_POST
def clock_move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """In or out. A refusal is said on the page that the button was on."""
    officer = selector.officer_for(request.actor, pk, "time.clock")
    form = ClockMoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This step was not understood. Here is where things stand."))
        return _back(request, officer)
    try:
        CLOCK_MOVES[form.cleaned_data["move"]][0](officer, actor=request.actor)
    except BrokenRule as refusal:
        messages.warning(request, str(refusal))
    return _back(request, officer)


@require_POST
def status(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What the officer can be asked for now."""
    officer = selector.officer_for(request.actor, pk, "time.set_status")
    form = StatusForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This step was not understood. Here is where things stand."))
        return _back(request, officer)
    try:
        duty.set_status(officer, actor=request.actor, **form.cleaned_data)
    except BrokenRule as refusal:
        messages.warning(request, str(refusal))
    return _back(request, officer)


@require_GET
def clocks(request: ActorRequest) -> HttpResponse:
    """Who is on duty, the latest times, and who forgot."""
    require(request.actor, "clock.read")
    at = clock.now()
    context = {
        "forgotten": {each.pk for each in selector.forgotten(request.actor, at)},
        "entries": selector.entries(request.actor),
        "people": selector.on_the_clock(request.actor),
        "statuses": ON_DUTY,
        **places(request.actor),
    }
    return render(request, "officers/shifts/clocks.html", context)


@require_http_methods(["GET", "POST"])
def correct(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What the clock should have said."""
    entry = selector.entry_to_correct(request.actor, pk)
    initial = {"clocked_in_at": minute(entry.clocked_in_at), "clocked_out_at": minute(entry.clocked_out_at)}
    form = CorrectForm(posted(request), version=entry.version, initial=initial)
    if attempt(form, act(duty.correct, entry, request.actor, form)) is not None:
        messages.success(request, _("The clock is corrected."))
        return see_other("clocks")
    title = _("Correct the clock of %(unit)s") % {"unit": entry.officer.call_sign}
    return form_page(request, form, title, _("Correct"), reverse("clocks"), who=entry.officer)


def _back(request: ActorRequest, officer: Officer) -> HttpResponseRedirect:
    """Whoever clocks for themselves returns to their own page, the desk to the list."""
    if officer.user_id != request.actor.id:
        return see_other("clocks")
    return see_other("tablet") if request.POST.get("from") == "tablet" else see_other("my_shifts")
