"""People who are met again: the search, one person's page, what is known of them, and who looked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.permissions import may, require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.models import Person
from incidents.people_forms import GuardianForm, LooksQuery, PersonForm, ReasonForm, SearchForm
from incidents.people_vocabulary import Act
from incidents.selectors import people as selector
from incidents.selectors import people_search
from incidents.services import people_access, people_facts, people_keeping
from incidents.views import people_shown


@require_http_methods(["GET", "POST"])
def search(request: ActorRequest) -> HttpResponse:
    """Look for somebody outside an incident, with a reason; the words stay out of the address."""
    require(request.actor, "person.search")
    form = SearchForm(posted(request))
    shown: dict[str, Any] = {"may_audit": may(request.actor, "person.audit")}
    if form.is_valid():
        asked = dict(form.cleaned_data)
        reason = asked.pop("reason")
        found = people_search.search(request.actor, **asked)
        people_access.note(
            [one.pk for one in found.people], actor=request.actor, act=Act.SEARCHED, reason=reason, at=clock.now()
        )
        shown |= {"results": people_shown.lines(found.people), "more": found.more, "searched": True}
    return render(request, "incidents/people/search.html", {"form": form, **shown}, status=status_of_search(form))


@require_http_methods(["GET", "POST"])
def person(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One person; outside one's own work the page opens once a reason was given."""
    found = selector.one(request.actor, pk)
    form = ReasonForm(posted(request))
    if attempt(form, lambda: _reason(request, found, form)) is not None:
        return see_other("person", pk)
    opened = _opened(request, found)
    if form.is_bound or not opened:
        return render(request, "incidents/people/reason.html", {"form": form, "person": found}, status=status_of(form))
    return render(request, "incidents/people/person.html", people_shown.person(request.actor, found))


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change what is known."""
    found = selector.to_try(request.actor, pk, "person.revise")
    known = {name: getattr(found, name) for name in PersonForm.base_fields if name != "version"}
    form = PersonForm(posted(request), version=found.version, actor=request.actor, initial=known)
    if attempt(form, act(people_facts.revise, found, request.actor, form)) is not None:
        messages.success(request, _("Saved."))
        return see_other("person", pk)
    if not form.is_bound and not _opened(request, found):
        return see_other("person", pk)
    shown = {"form": form, "person": found, "groups": people_shown.groups(form)}
    return render(request, "incidents/people/edit.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def guardians(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add who looks after the person."""
    found = selector.to_try(request.actor, pk, "person.revise")
    form = GuardianForm(posted(request))
    if attempt(form, act(people_facts.add_guardian, found, request.actor, form)) is not None:
        return see_other("person", pk)
    return render(request, "incidents/people/guardian.html", {"form": form, "person": found}, status=status_of(form))


@require_POST
def end_guardian(request: ActorRequest, pk: UUID) -> HttpResponse:
    """They no longer look after the person."""
    done = people_facts.end_guardian(selector.guardian(request.actor, pk), actor=request.actor)
    return see_other("person", done.person_id)


@require_POST
def hold(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put a legal hold on the row."""
    found = selector.to_try(request.actor, pk, "person.hold")
    form = ReasonForm(request.POST)
    if attempt(form, act(people_keeping.hold, found, request.actor, form)) is None:
        return render(request, "incidents/people/hold.html", {"form": form, "person": found}, status=status_of(form))
    return see_other("person", pk)


@require_POST
def release(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The hold is over."""
    people_keeping.release(selector.to_try(request.actor, pk, "person.hold"), actor=request.actor)
    return see_other("person", pk)


@require_POST
def conflict(request: ActorRequest, pk: UUID) -> HttpResponse:
    """I am too near to this person."""
    people_keeping.declare_conflict(selector.one(request.actor, pk), actor=request.actor)
    messages.success(request, _("Kept. This person’s record is no longer shown to you."))
    return see_other("people")


@require_GET
def looks(request: ActorRequest) -> HttpResponse:
    """Who looked at children, and, apart from it, at adults."""
    asked = parse(request.GET, LooksQuery)
    of, page = asked["of"] or "children", asked["page"] or 1
    rows, older = selector.looks(request.actor, of, page)
    return render(
        request, "incidents/people/looks.html", people_shown.looks(request.actor, rows, of, page, older=older)
    )


def status_of_search(form: SearchForm) -> int:
    """What was found is an answer; what was mistyped is to be corrected."""
    return 200 if form.is_bound and form.is_valid() else status_of(form)


def _opened(request: ActorRequest, found: Person) -> bool:
    return people_access.opens(found, actor=request.actor, own=selector.own_work(request.actor, found))


def _reason(request: ActorRequest, found: Person, form: ReasonForm) -> bool:
    people_access.give_reason(found, actor=request.actor, **form.cleaned_data)
    return True
