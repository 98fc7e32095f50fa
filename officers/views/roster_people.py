"""Putting people on the roster, changing their row, leaving, coming back, and what they must not be sent to."""

from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from core import clock
from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from officers.forms import roster as forms
from officers.models import Officer
from officers.selectors import roster as selector
from officers.services import employment, restrictions
from officers.services import roster as services


@require_http_methods(["GET", "POST"])
def enroll(request: ActorRequest) -> HttpResponse:
    """Put somebody on the roster."""
    require(request.actor, "officer.enroll")
    form = forms.PersonForm(posted(request), actor=request.actor)
    made = attempt(form, lambda: services.enroll(actor=request.actor, **form.cleaned_data))
    if made is not None:
        return see_other("officer", made.pk)
    shown = {"form": form, "title": _("Put a person on the roster"), "submit": _("Put on the roster")}
    return render(request, "officers/roster_form.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change what the roster knows of somebody."""
    officer = selector.one_to(request.actor, pk, "officer.update")
    known = selector.facts_of(officer, selector.given_roles(officer))
    form = forms.ChangePersonForm(posted(request), actor=request.actor, version=officer.version, initial=known)
    if attempt(form, act(services.update, officer, request.actor, form)) is not None:
        return see_other("officer", officer.pk)
    return _form(request, officer, form, _("Change the row"), _("Save"))


@require_http_methods(["GET", "POST"])
def photograph(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep a photo."""
    officer = selector.one_to(request.actor, pk, "officer.photograph")
    form = forms.PhotoForm(posted(request), request.FILES or None)
    if attempt(form, act(services.photograph, officer, request.actor, form)) is not None:
        return see_other("officer", officer.pk)
    return _form(request, officer, form, _("Photo"), _("Keep this photo"))


@require_http_methods(["GET", "POST"])
def deactivate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Somebody leaves."""
    officer = selector.one_to(request.actor, pk, "officer.deactivate")
    first = {"separated_on": timezone.localdate(clock.now())}
    form = forms.DeactivateForm(posted(request), version=officer.version, initial=first)
    if attempt(form, act(employment.deactivate, officer, request.actor, form)) is not None:
        return see_other("officer", officer.pk)
    note = _("It counts at once: the person is clocked out and cannot log in. The row and its history stay.")
    return _form(request, officer, form, _("Deactivate"), _("Deactivate"), note=note, tone="danger")


@require_http_methods(["GET", "POST"])
def reactivate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Somebody comes back."""
    officer = selector.one_to(request.actor, pk, "officer.reactivate")
    first = {"hired_on": timezone.localdate(clock.now())}
    form = forms.ReactivateForm(posted(request), version=officer.version, initial=first)
    if attempt(form, act(employment.reactivate, officer, request.actor, form)) is not None:
        return see_other("officer", officer.pk)
    return _form(request, officer, form, _("Reactivate"), _("Reactivate"))


@require_http_methods(["GET", "POST"])
def restrict(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Somebody is not to be sent to a campus, or to nothing at all."""
    officer = selector.one_to(request.actor, pk, "officer.restrict")
    first = {"from_day": timezone.localdate(clock.now())}
    form = forms.OfficeRestrictForm(posted(request), actor=request.actor, initial=first)
    if attempt(form, act(restrictions.restrict, officer, request.actor, form)) is not None:
        return see_other("officer", officer.pk)
    return _form(request, officer, form, _("Set a restriction"), _("Set it"))


@require_POST
def lift(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A restriction counts no longer."""
    found = selector.restriction_to(request.actor, pk, "officer.lift_restriction")
    restrictions.lift(found, actor=request.actor)
    return see_other("officer", found.officer_id)


def _form(
    request: ActorRequest,
    officer: Officer,
    form: Form,
    title: str | Promise,
    submit: str | Promise,
    *,
    note: str | Promise = "",
    tone: str = "",
) -> HttpResponse:
    shown = {"form": form, "officer": officer, "title": title, "submit": submit, "note": note, "tone": tone}
    return render(request, "officers/roster_form.html", shown, status=status_of(form))
