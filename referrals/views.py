"""The pages of referrals: send, list, read, and one form for each move that needs one."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.actors import Actor
from core.errors import Conflict
from core.web.doors import keywords
from core.web.pages import attempt, posted, status_of
from core.web.query import BadQuery, parse
from core.web.request import ActorRequest
from referrals import presenters, selectors
from referrals.doors import MOVES
from referrals.forms import ContactForm, InboxQuery, MakeForm, MoveForm
from referrals.models import Referral
from referrals.services import referrals


@require_http_methods(["GET", "POST"])
def make(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose a team and see exactly what it will get."""
    found = selectors.referable(request.actor, pk)
    form = MakeForm(posted(request), teams=found.teams, initial={"client_key": uuid4()})
    if request.method == "POST":
        sent = attempt(form, lambda: referrals.make(found.record, actor=request.actor, **form.cleaned_data))
        if sent is not None:
            messages.success(request, _("Sent. You will be told when someone has it."))
            return _to(sent)
    context = {"found": found, "form": form, "preview": selectors.preview(found.record) if found.filed else []}
    return render(request, "referrals/make.html", context, status=status_of(form))


@require_GET
def inbox(request: ActorRequest) -> HttpResponse:
    """The lists of this person."""
    tabs = selectors.tabs_of(request.actor)
    asked = parse(request.GET, InboxQuery)
    tab = asked["tab"] or tabs[0].name
    if tab not in {each.name for each in tabs}:
        raise BadQuery(_("This list is not one of yours."))
    page = selectors.inbox(request.actor, tab, asked["page"] or 1)
    return render(request, "referrals/inbox.html", presenters.inbox(page, tab, tabs, request.actor))


@require_GET
def referral(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One referral, as this person may know it."""
    found = selectors.referral(request.actor, pk)
    return render(request, "referrals/detail.html", presenters.detail(found, request.actor))


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The moves that need nothing but a button; a refusal is said on the page as it is now."""
    found = selectors.referral(request.actor, pk)
    form = MoveForm(request.POST)
    moved = attempt(form, lambda: _press(found, request.actor, **form.cleaned_data))
    if moved is not None:
        messages.success(request, _("Done."))
        return _to(moved)
    now = selectors.referral(request.actor, pk)
    context = {**presenters.detail(now, request.actor), "form": form}
    return render(request, "referrals/detail.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
def contact(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One attempt to reach the person."""
    found = selectors.for_move(request.actor, pk, "log_contact")
    form = ContactForm(posted(request))
    return _form_page(
        request,
        found,
        "log_contact",
        form,
        lambda: referrals.log_contact(found, actor=request.actor, **form.cleaned_data),
    )


@require_http_methods(["GET", "POST"])
def act(request: ActorRequest, pk: UUID, name: str) -> HttpResponse:
    """The form of one move."""
    found = selectors.for_move(request.actor, pk, name)
    service, form_class, _body = MOVES[name]
    form = form_class(posted(request), initial={"version": found.version})
    return _form_page(
        request, found, name, form, lambda: service(found, actor=request.actor, **keywords(form.cleaned_data))
    )


def _form_page(
    request: ActorRequest, found: Referral, name: str, form: forms.Form, run: Callable[[], Referral]
) -> HttpResponse:
    if request.method == "POST":
        moved = attempt(form, run)
        if moved is not None:
            messages.success(request, _("Saved."))
            return _to(moved)
    elif name not in {each.name for each in selectors.offered(found, request.actor)}:
        messages.warning(request, _("That is not possible any more. This is how it stands now."))
        return _to(found)
    if status_of(form) == Conflict.status:
        found = _caught_up(form, request.actor, found.pk)
    context = presenters.move_form(found, name, form, request.actor)
    return render(request, "referrals/form.html", context, status=status_of(form))


def _caught_up(form: forms.Form, actor: Actor, pk: UUID) -> Referral:
    """The referral as it is now; the form keeps what was typed and carries the new version."""
    now = selectors.referral(actor, pk)
    form.data = {**dict(form.data.items()), "version": now.version}
    return now


def _press(found: Referral, actor: Actor, move: str, version: int) -> Referral:
    pressed: Referral = MOVES[move][0](found, actor=actor, expected_version=version)
    return pressed


def _to(found: Referral) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("referral", args=[found.pk]), status=303)
