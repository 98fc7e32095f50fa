"""Requests about shifts and leave: the supervisor's list, and each one's page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.moves import open_moves
from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from officers.doors.shifts import COVER_MOVES, LEAVE_MOVES
from officers.forms.shifts import ApproveCoverForm, CoverMoveForm, LeaveMoveForm
from officers.models import CoverRequest, Leave
from officers.selectors import leave as leave_selector
from officers.selectors import shifts as selector
from officers.services import covers
from officers.views.shift_pages import COVER_PAGES, LEAVE_PAGES, buttons, places, press


@require_GET
def requests(request: ActorRequest) -> HttpResponse:
    """Everything that waits for a supervisor."""
    require(request.actor, "cover.decline")
    at = clock.now()
    context = {
        "covers": selector.open_covers(request.actor, at),
        "leave": leave_selector.waiting(request.actor),
        "forgotten": selector.forgotten(request.actor, at),
        **places(request.actor),
    }
    return render(request, "officers/shifts/requests.html", context)


@require_http_methods(["GET", "POST"])
def cover(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One request; approving it is this page's form."""
    sent = request.method == "POST"
    found = selector.cover_to_try(request.actor, pk, "approve") if sent else selector.cover(request.actor, pk)
    form = ApproveCoverForm(posted(request), version=found.version)
    if attempt(form, act(covers.approve, found, request.actor, form)) is not None:
        messages.success(request, _("Approved: the shift has changed hands."))
        return see_other("shift_requests")
    return _cover_page(request, selector.cover(request.actor, pk) if sent else found, form)


@require_POST
def cover_move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take it, decline it or take it back."""
    found = selector.cover(request.actor, pk)
    form = CoverMoveForm(request.POST, version=found.version)
    if press(form, found, request.actor, COVER_MOVES) is not None:
        messages.success(request, _("Done."))
        return see_other("cover", pk)
    return _cover_page(request, selector.cover(request.actor, pk), form)


@require_GET
def leave(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One request for leave and the shifts it meets."""
    return _leave_page(request, leave_selector.one(request.actor, pk))


@require_POST
def leave_move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Approve, decline or withdraw; approved, the page lists what must be covered."""
    found = leave_selector.one(request.actor, pk)
    form = LeaveMoveForm(request.POST, version=found.version)
    if press(form, found, request.actor, LEAVE_MOVES) is not None:
        messages.success(request, _("Done."))
        return see_other("leave", pk)
    return _leave_page(request, leave_selector.one(request.actor, pk), form)


def _cover_page(request: ActorRequest, found: CoverRequest, form: VersionForm) -> HttpResponse:
    names = {move.name for move in open_moves(found, request.actor)}
    context = {
        "cover": found,
        "form": form,
        "approves": "approve" in names,
        "approval": form if isinstance(form, ApproveCoverForm) else ApproveCoverForm(version=found.version),
        "moves": buttons(found, request.actor, COVER_PAGES),
        **places(request.actor),
    }
    return render(request, "officers/shifts/cover.html", context, status=status_of(form))


def _leave_page(request: ActorRequest, found: Leave, form: LeaveMoveForm | None = None) -> HttpResponse:
    context = {
        "leave": found,
        "form": form,
        "to_cover": leave_selector.to_cover(request.actor, found),
        "moves": buttons(found, request.actor, LEAVE_PAGES),
        **places(request.actor),
    }
    return render(request, "officers/shifts/leave.html", context, status=status_of(form) if form else 200)
