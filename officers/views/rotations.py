"""Templates, rotations, and the shifts of a term."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core import clock
from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from officers.forms.rotations import (
    ChangeRotationForm,
    ChangeTemplateForm,
    GenerateForm,
    JoinForm,
    LeaveRotationForm,
    RotationForm,
    TemplateForm,
)
from officers.planning.local import DAY
from officers.selectors import rotations as selector
from officers.services import generation, rotations, templates
from officers.views.shift_pages import form_page, places


@require_http_methods(["GET", "POST"])
def listed(request: ActorRequest) -> HttpResponse:
    """Every template, and a new one."""
    require(request.actor, "template.keep")
    form = TemplateForm(posted(request), initial={"position": "patrol"})
    if attempt(form, lambda: templates.make(actor=request.actor, **form.cleaned_data)) is not None:
        messages.success(request, _("The template is made."))
        return see_other("templates")
    context = {"templates": selector.templates(request.actor), "form": form, **places(request.actor)}
    return render(request, "officers/shifts/templates.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
def template(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Other words or hours from now on."""
    found = selector.template(request.actor, pk)
    initial = {name: getattr(found, name) for name in ("name", "position", "starts", "ends", "active")}
    form = ChangeTemplateForm(posted(request), version=found.version, initial=initial)
    if attempt(form, act(templates.change, found, request.actor, form)) is not None:
        messages.success(request, _("The template is changed. Shifts already made keep their hours."))
        return see_other("templates")
    return form_page(request, form, found.name, _("Change"), reverse("templates"))


@require_http_methods(["GET", "POST"])
def rotations_listed(request: ActorRequest) -> HttpResponse:
    """Every rotation, and a new one."""
    require(request.actor, "rotation.keep")
    start = {"starts_on": timezone.localdate(clock.now())}
    form = RotationForm(posted(request), actor=request.actor, initial=start)
    made = attempt(form, lambda: rotations.make(actor=request.actor, **form.cleaned_data))
    if made is not None:
        messages.success(request, _("The rotation is made. Say who works it."))
        return see_other("rotation", made.pk)
    context = {"rotations": selector.rotations(request.actor), "form": form, **places(request.actor)}
    return render(request, "officers/shifts/rotations.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
def rotation(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One rotation: its pattern, and who works it."""
    found = selector.rotation(request.actor, pk)
    initial = {name: getattr(found, name) for name in ("name", "starts_on", "pattern", "active")}
    form = ChangeRotationForm(posted(request), actor=request.actor, version=found.version, initial=initial)
    if attempt(form, act(rotations.change, found, request.actor, form)) is not None:
        messages.success(request, _("The rotation is changed. Shifts already made stay."))
        return see_other("rotation", pk)
    return _rotation_page(request, pk, form, JoinForm(actor=request.actor, initial=_from_today()))


@require_POST
def join(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Somebody works it from a day on."""
    found = selector.rotation(request.actor, pk)
    form = JoinForm(request.POST, actor=request.actor)
    if attempt(form, act(rotations.join, found, request.actor, form)) is not None:
        messages.success(request, _("Joined. Generate shifts to plan them."))
        return see_other("rotation", pk)
    initial = {name: getattr(found, name) for name in ("name", "starts_on", "pattern", "active")}
    pattern = ChangeRotationForm(actor=request.actor, version=found.version, initial=initial)
    return _rotation_page(request, pk, pattern, form)


@require_http_methods(["GET", "POST"])
def leave(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The last day of somebody in a rotation."""
    member = selector.member(request.actor, pk)
    form = LeaveRotationForm(posted(request), initial={"to_day": member.to_day or timezone.localdate(clock.now())})
    if attempt(form, act(rotations.leave, member, request.actor, form)) is not None:
        messages.success(request, _("Saved. Shifts already made after that day stay until they are cancelled."))
        return see_other("rotation", member.rotation_id)
    title = _("Last day of %(unit)s in the rotation") % {"unit": member.officer.call_sign}
    back = reverse("rotation", args=[member.rotation_id])
    return form_page(request, form, title, _("Save"), back, who=member.officer)


@require_http_methods(["GET", "POST"])
def generate(request: ActorRequest) -> HttpResponse:
    """A term: first what would be made, then the shifts. Both read the same form."""
    require(request.actor, "shift.generate")
    today = timezone.localdate(clock.now())
    form = GenerateForm(posted(request), initial={"from_day": today, "to_day": today + DAY * 27})
    found = None
    if request.POST.get("then") == "make":
        found = attempt(form, lambda: generation.generate(actor=request.actor, **form.cleaned_data))
        if found is not None:
            words = _("%(made)d shifts planned, %(stopped)d not.")
            messages.success(request, words % {"made": len(found.made), "stopped": len(found.stopped)})
    elif request.method == "POST":
        found = attempt(form, lambda: generation.preview(actor=request.actor, **form.cleaned_data))
    done = request.POST.get("then") == "make"
    context: dict[str, Any] = {"form": form, "term": found, "done": done, **places(request.actor)}
    return render(request, "officers/shifts/generate.html", context, status=status_of(form))


def _rotation_page(request: ActorRequest, pk: UUID, form: ChangeRotationForm, joining: JoinForm) -> HttpResponse:
    found = selector.rotation(request.actor, pk)
    context = {
        "rotation": found,
        "days": selector.pattern_names(found),
        "members": selector.members(request.actor, found),
        "form": form,
        "joining": joining,
    }
    status = max(status_of(form), status_of(joining))
    return render(request, "officers/shifts/rotation.html", context, status=status)


def _from_today() -> dict[str, Any]:
    return {"from_day": timezone.localdate(clock.now()), "offset_days": 0}
