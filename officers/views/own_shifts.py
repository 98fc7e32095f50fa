"""One's own shifts: what comes, what may be asked, leave, and the calendar's address."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.web.doors import act
from core.web.pages import attempt, posted, see_other
from core.web.request import ActorRequest
from officers.forms.shifts import AskLeaveForm
from officers.selectors import leave as leave_selector
from officers.selectors import shifts as selector
from officers.services import feeds, leave
from officers.views.shift_pages import COVER_PAGES, LEAVE_PAGES, buttons, form_page, places


@require_GET
def mine(request: ActorRequest) -> HttpResponse:
    """My shifts."""
    return _page(request)


@require_POST
def renew(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new address for the calendar, shown this once."""
    officer = selector.officer_for(request.actor, pk, "feed.renew")
    secret = feeds.renew(officer, actor=request.actor)
    address = request.build_absolute_uri(reverse("shift_feed", args=[secret]))
    return _page(request, address=address)


@require_http_methods(["GET", "POST"])
def ask_leave(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask for days off; supervisors may ask for somebody."""
    officer = selector.officer_for(request.actor, pk, "leave.ask")
    form = AskLeaveForm(posted(request))
    asked = attempt(form, act(leave.ask, officer, request.actor, form))
    if asked is not None:
        messages.success(request, _("Leave is asked for."))
        return see_other("leave", asked.pk)
    return form_page(request, form, _("Ask for leave"), _("Ask"), reverse("my_shifts"), who=officer)


def _page(request: ActorRequest, address: str = "") -> HttpResponse:
    at = clock.now()
    found = selector.mine(request.actor, at)
    context = {
        "mine": found,
        "asked": [(each, buttons(each, request.actor, COVER_PAGES)) for each in found.asked],
        "offered": [(each, buttons(each, request.actor, COVER_PAGES)) for each in found.offered],
        "leave": [(each, buttons(each, request.actor, LEAVE_PAGES)) for each in leave_selector.own(request.actor, at)],
        "address": address,
        "at": at,
        **places(request.actor),
    }
    return render(request, "officers/shifts/mine.html", context)
