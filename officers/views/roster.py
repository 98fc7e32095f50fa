"""The roster: who is on it and who lapses when, as a page and as a file."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core import clock
from core.permissions import may, require
from core.web.pages import see_other
from core.web.query import parse
from core.web.request import ActorRequest
from officers.forms.roster import RosterQuery
from officers.selectors import roster as selector
from officers.selectors import roster_file
from officers.selectors.crisis import crisis_status
from officers.selectors.training import person_training
from officers.services import roster_export
from officers.views import roster_shown as shown
from officers.views.answers import csv_file


@require_GET
def roster(request: ActorRequest) -> HttpResponse:
    """The people who were asked for."""
    require(request.actor, "officer.list")
    asked = parse(request.GET, partial(RosterQuery, actor=request.actor))
    found = selector.listed(request.actor, asked, clock.now())
    filters = shown.query(asked)
    context = {
        "form": RosterQuery(request.GET, actor=request.actor),
        "page": found.page,
        "lines": shown.lines(found),
        "months": shown.months(found.today),
        "chips": shown.chips(found, asked),
        "query": filters,
        "pager": f"{filters}&" if filters else "",
        "keeps": may(request.actor, "officer.enroll"),
    }
    return render(request, "officers/roster.html", context)


@require_GET
def export(request: ActorRequest) -> HttpResponse:
    """The same people as a file that the import takes back."""
    require(request.actor, "officer.export")
    asked = parse(request.GET, partial(RosterQuery, actor=request.actor))
    return csv_file(roster_export.export(asked, actor=request.actor), "roster.csv")


@require_GET
def template(request: ActorRequest) -> HttpResponse:
    """A file to fill in."""
    return csv_file(roster_file.example(request.actor), "roster-template.csv")


@require_GET
def mine(request: ActorRequest) -> HttpResponse:
    """The reader's own row."""
    return see_other("officer", selector.own(request.actor).pk)


@require_GET
def person(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One person."""
    actor, at = request.actor, clock.now()
    officer = selector.one(actor, pk)
    status = crisis_status(officer.user_id, at)
    context = {
        "officer": officer,
        "facts": shown.facts(officer, selector.given_roles(officer)),
        "details": shown.details(officer) if may(actor, "officer.read_details", officer) else [],
        "status": status,
        "badge": shown.badge(status, officer),
        "buttons": shown.buttons(officer, actor),
        "restrictions": selector.restrictions(actor, officer),
        "training": person_training(actor, officer, at),
        "may": {name: may(actor, f"officer.{name}", officer) for name in ("list", "restrict", "lift_restriction")},
    }
    return render(request, "officers/person.html", context)
