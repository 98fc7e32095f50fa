"""Who somebody of an incident is: suggestions with reasons, a search, a link, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core import clock
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.models import Subject
from incidents.people_forms import EncounterForm, FindForm, LinkForm, NewPersonForm, ReasonForm
from incidents.people_vocabulary import Act
from incidents.selectors import people as selector
from incidents.selectors import people_search
from incidents.services import people, people_access, subjects
from incidents.views import people_shown


@require_http_methods(["GET", "POST"])
def who(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Is this ...? A posted search looks further than the suggestions."""
    found = selector.subject(request.actor, pk, "subject.link")
    form = FindForm(posted(request))
    if form.is_valid():
        results = people_search.search_for(request.actor, found, **form.cleaned_data)
        keys = [one.pk for one in results.people]
        people_access.note(keys, actor=request.actor, act=Act.SEARCHED, incident=found.incident)
        shown = {"results": people_shown.lines(results.people), "more": results.more, "searched": True}
        return render(request, "incidents/people/subject.html", {**_context(request, found), "form": form, **shown})
    return render(
        request, "incidents/people/subject.html", {**_context(request, found), "form": form}, status=status_of(form)
    )


@require_POST
def link(request: ActorRequest, pk: UUID) -> HttpResponse:
    """This is who it is."""
    found = selector.subject(request.actor, pk, "subject.link")
    form = LinkForm(request.POST, actor=request.actor)
    if attempt(form, act(people.link, found, request.actor, form)) is None:
        return _again(request, found, form)
    messages.success(request, _("The person was linked."))
    return see_other("incident", found.incident_id)


@require_POST
def create(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Nobody of them: enter the person."""
    found = selector.subject(request.actor, pk, "subject.link")
    form = NewPersonForm(request.POST)
    if attempt(form, act(people.create, found, request.actor, form)) is None:
        return _again(request, found, form, name="new_form")
    messages.success(request, _("The person was entered and linked."))
    return see_other("incident", found.incident_id)


@require_POST
def unlink(request: ActorRequest, pk: UUID) -> HttpResponse:
    """It is somebody else."""
    found = selector.subject(request.actor, pk, "subject.link")
    form = ReasonForm(request.POST)
    if attempt(form, act(people.unlink, found, request.actor, form)) is None:
        return _again(request, found, form, name="unlink_form")
    return see_other("subject_person", pk)


@require_POST
def describe(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What became known at this incident."""
    found = selector.subject(request.actor, pk, "subject.describe")
    form = EncounterForm(request.POST)
    if attempt(form, act(subjects.describe, found, request.actor, form)) is None:
        return _again(request, found, form, name="encounter_form")
    messages.success(request, _("Saved."))
    return see_other("subject_person", pk)


def _again(request: ActorRequest, found: Subject, form: BaseForm, name: str = "link_form") -> HttpResponse:
    shown = {**_context(request, found), "form": FindForm(), name: form}
    return render(request, "incidents/people/subject.html", shown, status=status_of(form))


def _context(request: ActorRequest, found: Subject) -> dict[str, object]:
    """The page; that its suggestions were seen is kept first."""
    suggested = [] if found.person_id else people_search.suggestions(request.actor, found, clock.now())
    keys = [one.person.pk for one in suggested]
    people_access.note(keys, actor=request.actor, act=Act.SUGGESTED, incident=found.incident)
    return people_shown.subject(found, suggested, clock.now())
