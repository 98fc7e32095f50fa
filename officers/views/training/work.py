"""The coordinator's work list, one person's training, and completions."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.actors import Actor
from core.permissions import may
from core.web.doors import act
from core.web.pages import posted, status_of
from core.web.request import ActorRequest
from officers.forms.rules import WaiverForm
from officers.forms.training import CompletionForm, RefuseForm, VerifyForm
from officers.selectors import coverage, training
from officers.selectors.training import catalogue, certificates, classes
from officers.services import certifications, waivers
from officers.views.coverage_shown import gap
from officers.views.training.common import form_page, page, sent, to

# How many gaps the work list names; the coverage page has all.
GAPS = 8


@require_GET
def work(request: ActorRequest) -> HttpResponse:
    """Everything that waits, without a click."""
    return page(request, "training", "training", _work(request.actor))


def _work(actor: Actor) -> dict[str, Any]:
    """What training waits for, beside next week's gaps: whom to train is where it is thin."""
    at = clock.now()
    found = training.work_list(actor, at)
    week = coverage.week(actor, coverage.monday_after(timezone.localdate(at)))
    finds = may(actor, "coverage.find_cover")
    gaps = [gap(each, week.zone, finds=finds) for each in week.gaps]
    return {"work": found, "keeps": may(actor, "rule.keep"), "gaps": gaps[:GAPS], "number": len(gaps)}


@require_GET
def person(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One person's training by itself."""
    officer = classes.officer_to_read(request.actor, pk)
    found = training.person_training(request.actor, officer, clock.now())
    return page(request, "training_person", "training", {"training": found, "officer": officer})


@require_http_methods(["GET", "POST"])
def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Hand in a completion."""
    officer = classes.officer_to_certify(request.actor, pk)
    form = CompletionForm(posted(request), request.FILES or None, courses=catalogue.choice_of_courses(request.actor))
    if sent(request, form, act(certifications.add, officer, request.actor, form)):
        return to("training_person", officer.pk)
    title = _("Add a completion for %(unit)s") % {"unit": officer.call_sign}
    return form_page(request, form, title=title, back=reverse("training_person", args=[officer.pk]))


@require_POST
def verify(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a completion count."""
    found = certificates.to_verify(request.actor, pk)
    form = VerifyForm(request.POST)
    if sent(request, form, act(certifications.verify, found, request.actor, form), _("Verified. It counts now.")):
        return to("training")
    return page(request, "training", "training", {**_work(request.actor), "form": form}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def refuse(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say why a completion does not count."""
    found = certificates.to_refuse(request.actor, pk)
    form = RefuseForm(posted(request))
    if sent(request, form, act(certifications.refuse, found, request.actor, form), _("Refused.")):
        return to("training")
    title = _("Refuse %(course)s of %(name)s") % {"course": found.course, "name": found.user.name}
    return form_page(request, form, title=title, back=reverse("training"), submit=_("Refuse"), tone="danger")


@require_http_methods(["GET", "POST"])
def waive(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Excuse somebody from a rule."""
    officer = classes.officer_to_waive(request.actor, pk)
    form = WaiverForm(posted(request), rules=catalogue.rule_names(request.actor))
    if sent(request, form, act(waivers.grant, officer, request.actor, form)):
        return to("training_person", officer.pk)
    title = _("Waive a rule for %(unit)s") % {"unit": officer.call_sign}
    return form_page(request, form, title=title, back=reverse("training_person", args=[officer.pk]))
