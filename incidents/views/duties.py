"""The lists of duties, the page of one, and what is done for it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from core import clock
from core.permissions import may
from core.web.doors import Service, act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from core.web.versions import VersionForm
from incidents import law_forms
from incidents.duties.triggers import trigger
from incidents.models import Duty
from incidents.selectors import duties as selector
from incidents.services import duties, duty_steps, legal_forms
from incidents.views.duty_rows import page_of, row_of, tabs

# What can be done for a duty: the service, its form, the permission, and what the page calls it.
ACTS: dict[str, tuple[Service, type[forms.Form], str, Any]] = {
    "attempt": (duty_steps.attempt, law_forms.AttemptForm, "duty.attempt", _("Log a try to tell somebody")),
    "step": (duty_steps.step, law_forms.StepForm, "duty.step", _("Log a step")),
    "satisfy": (duties.satisfy, law_forms.SatisfyForm, "duty.satisfy", _("Mark as done")),
    "explain": (duties.explain, law_forms.ExplainForm, "duty.explain", _("Say why it is late")),
    "waive": (duties.waive, law_forms.WaiveForm, "duty.waive", _("Waive this duty")),
    "release": (duties.release, law_forms.ReleaseForm, "duty.release", _("Release the notice")),
    "form": (legal_forms.begin, law_forms.BeginFormForm, "legal_form.begin", _("Begin the form")),
}


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """The most urgent first, what is overdue at the top."""
    show = parse(request.GET, law_forms.DutiesQuery)["show"] or selector.OPEN
    found, now = selector.listed(request.actor, show), clock.now()
    rows = [row_of(request.actor, duty, now) for duty in found]
    shown: dict[str, Any] = {"rows": rows, "tabs": tabs(show), "open": show == selector.OPEN}
    shown["late"] = sum(1 for row in rows if row["overdue"])
    shown["may_export"] = may(request.actor, "restraint_export.make")
    return render(request, "incidents/law/duties.html", shown)


@require_GET
def page(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One duty: its clock, what is missing, what was done."""
    duty = selector.one(request.actor, pk)
    shown = page_of(request.actor, selector.whole(request.actor, duty), clock.now())
    return render(request, "incidents/law/duty.html", shown)


@require_http_methods(["GET", "POST"])
def do(request: ActorRequest, pk: UUID, name: str) -> HttpResponse:
    """One act for a duty: its form, and its service."""
    service, form_class, code, title = ACTS[name]
    duty = selector.to_try(request.actor, pk, code)
    form = _form(request, form_class, duty)
    done = attempt(form, act(service, duty, request.actor, form))
    if done is not None:
        messages.success(request, _("Saved."))
        return see_other("legal_form", done.pk) if name == "form" else see_other("duty", pk)
    shown = {"form": form, "title": title, "row": row_of(request.actor, duty, clock.now())}
    shown["back"] = reverse("duty", args=[pk])
    return render(request, "incidents/law/act.html", shown, status=status_of(form))


def _form(request: ActorRequest, form_class: type[forms.Form], duty: Duty) -> Any:
    """The form as it stands for this duty."""
    given: dict[str, Any] = {}
    if issubclass(form_class, law_forms.StepForm):
        given["steps"] = trigger(duty.kind).steps
    elif issubclass(form_class, VersionForm):
        given["version"] = duty.version
    else:
        given["initial"] = {"attempted_at": timezone.localtime().replace(second=0, microsecond=0)}
    return form_class(posted(request), **given)
