"""Merging two rows of one person beside each other, and taking them apart again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import clock
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.models import Person
from incidents.people_forms import MergeForm, MergeQuery, UnmergeForm
from incidents.people_vocabulary import Act
from incidents.selectors import people as selector
from incidents.selectors import people_search
from incidents.services import people_access, people_merge
from incidents.views import people_shown


@require_http_methods(["GET", "POST"])
def merge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose the other row, look at both, and merge."""
    found = selector.to_try(request.actor, pk, "person.merge")
    if request.method == "POST":
        return _merged(request, found)
    other = parse(request.GET, MergeQuery)["other"]
    if other is not None:
        return _beside(request, found, selector.to_try(request.actor, other, "person.merge"))
    doubles = people_search.doubles(request.actor, found, clock.now())
    keys = [found.pk, *(one.person.pk for one in doubles)]
    people_access.note(keys, actor=request.actor, act=Act.COMPARED, reason=_("Looking for double entries"))
    shown = {"person": found, "suggestions": people_shown.suggested(doubles)}
    return render(request, "incidents/people/merge_choose.html", shown)


@require_http_methods(["GET", "POST"])
def merged(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One merge, and how it is undone."""
    found = selector.merge(request.actor, pk)
    later = [] if found.undone_at else people_shown.later(people_merge.later(found))
    form = UnmergeForm(posted(request), offered=later)
    if attempt(form, act(people_merge.unmerge, found, request.actor, form)) is not None:
        messages.success(request, _("The merge was undone."))
        return see_other("person", found.absorbed_id)
    people_access.note(
        [found.survivor_id, found.absorbed_id], actor=request.actor, act=Act.COMPARED, reason=_("Looking at a merge")
    )
    shown = {"merge": found, "form": form, "moved": people_shown.counted(found.moved), "later": later}
    return render(request, "incidents/people/merged.html", shown, status=status_of(form))


def _merged(request: ActorRequest, found: Person) -> HttpResponse:
    form = MergeForm(request.POST, version=found.version, other=None, actor=request.actor)
    done = attempt(form, act(people_merge.merge, found, request.actor, form))
    if done is not None:
        messages.success(request, _("They are one person now."))
        return see_other("person_merge_done", done.pk)
    other = form.cleaned_data.get("absorbed")
    return _beside(request, found, other, form)


def _beside(request: ActorRequest, found: Person, other: Person | None, form: MergeForm | None = None) -> HttpResponse:
    """What would move, before it does."""
    keys = [found.pk, *([other.pk] if other else [])]
    people_access.note(keys, actor=request.actor, act=Act.COMPARED, reason=_("Looking for double entries"))
    form = form or MergeForm(version=found.version, other=other, actor=request.actor)
    shown = {"person": found, "other": other, "form": form, **people_shown.beside(found, other)}
    return render(request, "incidents/people/merge.html", shown, status=status_of(form))
