"""Classes, seats and who came."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.actors import Actor
from core.moves import open_moves
from core.permissions import may, require
from core.web.pages import posted, status_of
from core.web.request import ActorRequest
from officers.doors.training import BOOKING_MOVES
from officers.forms.training import BookForm, ClassForm, SeatMoveForm
from officers.models import Booking
from officers.selectors.training import catalogue, classes
from officers.services import classes as services
from officers.training.words import clash
from officers.views.training.common import form_page, page, sent, to


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """What is to come, and what has been."""
    context = {"sessions": classes.sessions(request.actor, clock.now()), "keeps": may(request.actor, "session.keep")}
    return page(request, "sessions", "sessions", context)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """Plan a class."""
    require(request.actor, "session.keep")
    form = ClassForm(posted(request), courses=catalogue.choice_of_courses(request.actor))
    made = sent(request, form, lambda: services.plan(actor=request.actor, **form.cleaned_data))
    if made:
        return to("session", made.pk)
    return form_page(request, form, title=_("New class"), back=reverse("sessions"))


@require_GET
def one(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One class with its seats."""
    return page(request, "session", "sessions", _shown(request.actor, pk))


@require_http_methods(["GET", "POST"])
def book(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose a class, and book."""
    officer = classes.officer_to_book(request.actor, pk)
    choices = classes.upcoming(request.actor, clock.now())
    form = BookForm(posted(request), sessions=choices)
    made = sent(request, form, lambda: services.book(officer, actor=request.actor, **form.cleaned_data), _("Booked."))
    if made:
        for shift in classes.shifts_at(officer, made.session):
            messages.warning(request, clash(officer, shift))
        return to("training")
    title = _("Book a class for %(unit)s, %(name)s") % {"unit": officer.call_sign, "name": officer.user.name}
    nothing = _("No class with a seat left is planned.") if not choices else ""
    return form_page(request, form, title=title, back=reverse("training"), submit=_("Book"), nothing=nothing)


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Came, did not come, or gives the seat back."""
    booking = classes.booking(request.actor, pk)
    form = SeatMoveForm(request.POST, version=booking.version)
    if sent(request, form, lambda: _press(booking, request.actor, **form.cleaned_data)):
        return to("session", booking.session_id)
    context = {**_shown(request.actor, booking.session_id), "form": form}
    return page(request, "session", "sessions", context, status=status_of(form))


def _press(booking: Booking, actor: Actor, move: str, version: int) -> Any:
    return BOOKING_MOVES[move][0](booking, actor=actor, expected_version=version)


def _shown(actor: Actor, pk: UUID) -> dict[str, Any]:
    found = classes.session(actor, pk)
    seats = [{"booking": booking, "moves": _buttons(booking, actor)} for booking in found.bookings]
    return {"session": found.session, "seats": seats}


def _buttons(booking: Booking, actor: Actor) -> list[dict[str, Any]]:
    """Who came is asked when the class has begun."""
    begun = booking.session.starts_at <= clock.now()
    url = reverse("booking_move", args=[booking.pk])
    return [
        {"name": move.name, "label": move.label, "tone": move.tone, "url": url, "version": booking.version}
        for move in open_moves(booking, actor)
        if begun or move.name == "cancel"
    ]
