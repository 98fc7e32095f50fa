"""The de-escalation record: begun, tapped, filed, reviewed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.moves import open_moves
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.models import DeescalationRecord
from incidents.record_forms import MoveForm, RecordForm, RecordsFilter, ReturnForm, SubjectForm, stored
from incidents.selectors import incidents as cases
from incidents.selectors import records as selector
from incidents.selectors.restricting import restrictable
from incidents.services import record_locks
from incidents.services import records as services
from incidents.views.common import REVIEW_PAGES, buttons
from incidents.views.record_words import answers
from incidents.views.records_page import page, state

MOVES = {
    "review_force": services.review_force,
    "review_gravest": services.review_gravest,
    "approve": services.approve,
    "lock": record_locks.lock_now,
}


@require_http_methods(["GET", "POST"])
def begin(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say who the record is about; a record already begun is opened instead."""
    incident = cases.one(request.actor, pk)
    earlier = selector.own_or_refuse(request.actor, incident)
    if earlier is not None:
        return see_other("record_edit", earlier.pk)
    form = SubjectForm(posted(request))
    record = attempt(form, lambda: services.begin(incident, actor=request.actor, **form.cleaned_data))
    if record is not None:
        return see_other("record_edit", record.pk)
    shown = {"form": form, "incident": incident}
    return render(request, "incidents/record/begin.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The author taps it together; everyone else who may see it reads it."""
    record = selector.one(request.actor, pk)
    open_names = {move.name for move in open_moves(record, request.actor)}
    if request.method == "POST":
        record = selector.to_try(request.actor, pk, "revise")
    elif "revise" not in open_names:
        return render(request, "incidents/record/read.html", _read(record, request))
    service = services.file if request.POST.get("then") == "file" else services.save
    form = RecordForm(posted(request), version=record.version, initial=stored(record))
    done = attempt(form, act(service, record, request.actor, form))
    if done is not None:
        messages.success(request, _("Filed.") if done.status == "submitted" else _("The draft is saved."))
        return see_other("record_edit", done.pk)
    return render(request, "incidents/record/taps.html", page(record, form), status=status_of(form))


@require_http_methods(["GET", "POST"])
def keep(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What the page saves by itself at each change, and how far the record is."""
    record = selector.to_try(request.actor, pk, "revise")
    if request.method == "POST":
        form = RecordForm(request.POST, version=record.version)
        saved = attempt(form, act(services.save, record, request.actor, form))
        if saved is None:
            return HttpResponse(status=status_of(form))
        record = saved
    return render(request, "incidents/record/_state.html", state(record))


@require_http_methods(["GET", "POST"])
def send_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Return a filed record with what to change."""
    sent = request.method == "POST"
    record = selector.to_try(request.actor, pk, "return") if sent else selector.to_return(request.actor, pk)
    form = ReturnForm(posted(request), version=record.version)
    if attempt(form, act(services.send_back, record, request.actor, form)) is not None:
        messages.success(request, _("Returned to the author."))
        return see_other("records")
    return render(request, "incidents/record/return.html", {"form": form, "record": record}, status=status_of(form))


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The moves of a record that need no words: the force was read, approve, lock."""
    name = request.POST.get("move", "approve")
    record = selector.to_try(request.actor, pk, name if name in MOVES else "approve")
    form = MoveForm(request.POST, version=record.version)
    service = MOVES.get(name, services.approve)
    done = attempt(form, lambda: service(record, actor=request.actor, expected_version=form.cleaned_data["version"]))
    if done is not None:
        messages.success(request, _("Approved.") if done.status == "approved" else _("Done."))
        return see_other("records") if done.status == "approved" else see_other("record_edit", done.pk)
    return render(
        request, "incidents/record/read.html", _read(record, request) | {"form": form}, status=status_of(form)
    )


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """The records that exist for this person."""
    clean = parse(request.GET, RecordsFilter)
    rows = selector.listed(request.actor, clean["status"], clean["page"] or 1)
    tabs = [
        {"label": label, "url": f"?status={value}" if value else "?", "current": clean["status"] == value}
        for value, label in selector.FILTERS
    ]
    query = f"status={clean['status']}&" if clean["status"] else ""
    return render(request, "incidents/record/queue.html", {"page": rows, "tabs": tabs, "query": query})


def _read(record: DeescalationRecord, request: ActorRequest) -> dict[str, Any]:
    return {
        "record": record,
        "rows": answers(record),
        "moves": buttons(record, request.actor, REVIEW_PAGES),
        "restrictable": restrictable(request.actor, record),
        "may_refer": record.status in selector.FILED and record.author_id == request.actor.id,
    }
