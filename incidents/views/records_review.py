"""A filed record as its readers meet it: what dispatch knew beside what the officer wrote, and a review's moves."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.actors import Actor
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from incidents.models import DeescalationRecord
from incidents.record_forms import MoveForm, RecordsFilter, ReturnForm
from incidents.selectors import incidents as cases
from incidents.selectors import record_pages, record_reading
from incidents.selectors import records as selector
from incidents.selectors.restricting import restrictable
from incidents.services import record_locks
from incidents.services import records as services
from incidents.views import case, duty_rows, records_shown
from incidents.views.common import REVIEW_PAGES, blocked, buttons

MOVES: dict[str, Callable[..., DeescalationRecord]] = {
    "review_force": services.review_force,
    "review_gravest": services.review_gravest,
    "approve": services.approve,
    "lock": record_locks.lock_now,
}


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """What waits for this person, then the records that exist for them."""
    clean = parse(request.GET, RecordsFilter)
    rows = record_pages.listed(request.actor, clean["status"], clean["page"] or 1)
    tabs = [
        {"label": label, "url": f"?status={value}" if value else "?", "current": clean["status"] == value}
        for value, label in selector.FILTERS
    ]
    first = not clean["status"] and (clean["page"] or 1) == 1
    shown = {
        "page": rows,
        "tabs": tabs,
        "query": f"status={clean['status']}&" if clean["status"] else "",
        "reviews": may(request.actor, "record.approve"),
        "waiting": records_shown.waiting(record_pages.waiting(request.actor)) if first else [],
        "amendments": record_reading.waiting_amendments(request.actor) if first else [],
        "unconfirmed": record_pages.unconfirmed(request.actor) if first else [],
        "first": first,
    }
    return render(request, "incidents/record/queue.html", shown)


@require_http_methods(["GET", "POST"])
def send_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Return a filed record with what to change."""
    sent = request.method == "POST"
    record = selector.to_try(request.actor, pk, "return") if sent else selector.to_return(request.actor, pk)
    form = ReturnForm(posted(request), version=record.version)
    if attempt(form, act(services.send_back, record, request.actor, form)) is not None:
        messages.success(request, _("Returned to the author."))
        return see_other("records")
    shown = {"form": form, "record": record, "sections": records_shown.sections(record)}
    return render(request, "incidents/record/return.html", shown, status=status_of(form))


@require_POST
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The moves of a record that need no words: the force was read, approve, lock."""
    name = request.POST.get("move", "approve")
    record = selector.to_try(request.actor, pk, name if name in MOVES else "approve")
    form = MoveForm(request.POST, version=record.version)
    service = MOVES.get(name, services.approve)
    done = attempt(form, lambda: service(record, actor=request.actor, expected_version=form.cleaned_data["version"]))
    if done is None:
        shown = {**page(record, request.actor), "form": form}
        return render(request, "incidents/record/read.html", shown, status=status_of(form))
    messages.success(request, _("Approved.") if name == "approve" else _("Done."))
    return see_other("records") if name == "approve" else see_other("record_edit", done.pk)


def page(record: DeescalationRecord, actor: Actor) -> dict[str, Any]:
    """The context of `incidents/record/read.html`."""
    reading = record_reading.read(actor, record)
    refused = blocked(record, actor, clock.now())
    moves = buttons(record, actor, REVIEW_PAGES)
    amendments = list(record_reading.amendments(actor, record.pk))
    return {
        "record": record,
        **records_shown.page(record, reading, amendments, actor),
        "to_read": record.status == "submitted",
        "known": case.shown(cases.whole(actor, record.incident_id, show="notes"), actor),
        "moves": [move for move in moves if move["name"] not in refused],
        "obstacle": next(
            (refused[move["name"]] for move in moves if move["name"] == "approve" and move["name"] in refused), ""
        ),
        "files": record_reading.files(actor, record.pk),
        "versions": record_reading.versions(actor, record.pk),
        "story": record_pages.story(actor, [record]),
        "next": record_pages.next_waiting(actor, record) if may(actor, "record.approve", record) else None,
        "restrictable": restrictable(actor, record),
        "duty_rows": duty_rows.of_record(actor, record, clock.now()),
        "may_refer": record.status in selector.FILED and record.author_id == actor.id,
        "may_amend": record.status == "locked" and may(actor, "record.amend", record),
    }
