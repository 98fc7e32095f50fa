"""Calls that are about a known incident: what is likely, adding one, merging and splitting."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.permissions import may, require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.duplicates_forms import AttachForm, MergeForm, SplitForm, SplitQuery, WindowForm
from incidents.likeness import Like, words
from incidents.selectors import duplicates as selector
from incidents.selectors import incidents as cases
from incidents.services import duplicate_rule, duplicates
from incidents.vocabulary import Nature


def likely_rows(found: Iterable[Like]) -> list[dict[str, Any]]:
    """What `incidents/duplicates/_likely.html` draws: one row for each incident, the likeliest first."""
    return [
        {
            "id": like.known.key,
            "number": like.known.number,
            "priority": like.known.priority,
            "nature": Nature(like.known.nature).label,
            "why": words.reason(like),
        }
        for like in found
    ]


@require_http_methods(["GET", "POST"])
def attach(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Log a call onto an incident that goes on."""
    found = cases.one(request.actor, pk)
    require(request.actor, "call.attach", found)
    form = AttachForm(posted(request))
    call = attempt(form, act(duplicates.attach, found, request.actor, form))
    if call is not None:
        messages.success(request, _("Call %(number)s was added.") % {"number": call.number})
        return see_other("incident", found.pk)
    shown = {"form": form, "incident": found}
    return render(request, "incidents/duplicates/attach.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def merge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let an incident go on in another one."""
    find = cases.to_try if request.method == "POST" else cases.to_move
    found = find(request.actor, pk, "merge")
    form = MergeForm(posted(request), version=found.version, actor=request.actor)
    done = attempt(form, act(duplicates.merge, found, request.actor, form))
    if done is not None:
        return see_other("incident", done.merged_into_id)
    shown = {
        "form": form,
        "incident": found,
        "likely": likely_rows(selector.like_incident(request.actor, found, found.received_at)),
        "others": selector.going_on(request.actor, found),
        "may_set": may(request.actor, "duplicates.set"),
    }
    return render(request, "incidents/duplicates/merge.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def split(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a call be an incident of its own again."""
    found = cases.one(request.actor, pk)
    require(request.actor, "call.split", found)
    chosen = parse(request.GET, SplitQuery)
    form = SplitForm(
        posted(request), version=found.version, actor=request.actor, incident=found, initial={"call": chosen["call"]}
    )
    own = attempt(form, act(duplicates.split, found, request.actor, form))
    if own is not None:
        messages.success(request, _("The call is incident %(number)s now.") % {"number": own.number})
        return see_other("incident", own.pk)
    shown = {"form": form, "incident": found}
    return render(request, "incidents/duplicates/split.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def window(request: ActorRequest) -> HttpResponse:
    """Within how many minutes two calls count as near."""
    require(request.actor, "duplicates.set")
    rule = selector.rule(request.actor)
    form = WindowForm(posted(request), version=rule.version, initial={"minutes": rule.minutes})
    if attempt(form, act(duplicate_rule.set, rule.agency, request.actor, form)) is not None:
        messages.success(request, _("The time was saved."))
        return see_other("duplicate_window")
    return render(request, "incidents/duplicates/window.html", {"form": form}, status=status_of(form))
