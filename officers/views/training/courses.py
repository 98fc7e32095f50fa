"""The catalogue and its courses."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.permissions import may, require
from core.web.doors import act
from core.web.pages import posted
from core.web.request import ActorRequest
from officers.forms.training import ChangeCourseForm, CourseForm, RetireForm, SubstituteForm
from officers.selectors.training import catalogue
from officers.services import courses
from officers.views.training.common import form_page, page, sent, to

FIELDS = ("title", "category", "hours", "provider", "crisis_intervention", "valid_months")


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """Every course."""
    context = {"courses": catalogue.courses(request.actor), "keeps": may(request.actor, "course.keep")}
    return page(request, "courses", "courses", context)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A course that was not there."""
    require(request.actor, "course.keep")
    form = CourseForm(posted(request))
    made = sent(request, form, lambda: courses.add(actor=request.actor, **form.cleaned_data))
    if made:
        return to("course", made.pk)
    return form_page(request, form, title=_("New course"), back=reverse("courses"))


@require_GET
def one(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One course with what counts for it."""
    found = catalogue.course(request.actor, pk)
    context = {"found": found, "course": found.course, "keeps": may(request.actor, "course.keep", found.course)}
    return page(request, "course", "courses", context)


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a course."""
    found = catalogue.course_to_keep(request.actor, pk)
    start = {name: getattr(found, name) for name in FIELDS}
    form = ChangeCourseForm(posted(request), version=found.version, initial=start)
    if sent(request, form, act(courses.change, found, request.actor, form)):
        return to("course", found.pk)
    return form_page(request, form, title=str(found), back=reverse("course", args=[found.pk]))


@require_http_methods(["GET", "POST"])
def retire(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End a course after a day."""
    found = catalogue.course_to_keep(request.actor, pk)
    form = RetireForm(posted(request), version=found.version)
    if sent(request, form, act(courses.retire, found, request.actor, form)):
        return to("course", found.pk)
    title = _("Retire %(course)s") % {"course": found}
    back = reverse("course", args=[found.pk])
    return form_page(request, form, title=title, back=back, submit=_("Retire"), tone="danger")


@require_http_methods(["GET", "POST"])
def substitutes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What counts in the place of a course."""
    found = catalogue.course_to_keep(request.actor, pk)
    form = SubstituteForm(posted(request), courses=catalogue.others(request.actor, found))
    if sent(request, form, act(courses.substitute, found, request.actor, form)):
        return to("course", found.pk)
    title = _("What counts for %(course)s") % {"course": found}
    return form_page(request, form, title=title, back=reverse("course", args=[found.pk]))
