"""What is kept about places: lists, and a form for each row."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import may, require
from core.web.doors import act, keywords
from core.web.pages import attempt, posted, see_other, status_of
from core.web.query import parse
from core.web.request import ActorRequest
from officers.doors.places import KINDS
from officers.forms.place_rows import CampusForm, PlacedForm, UseForm
from officers.forms.places import PlacesQuery, TurnForm
from officers.places import said
from officers.places.importing import COLUMNS
from officers.selectors import minimums, places
from officers.selectors import places_kept as selector
from officers.views import place_rows_shown as shown
from officers.views.places import told

FIRST = "aliases"
SCHOOL_DAYS = list(range(5))


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """One kind of rows, and a place that somebody looks up."""
    require(request.actor, "place.read")
    asked = parse(request.GET, PlacesQuery)
    kind, keeps = asked["kind"] or FIRST, may(request.actor, "place.keep")
    page = selector.listed(request.actor, kind, asked)
    context = {
        "form": PlacesQuery(request.GET),
        "kind": kind,
        "tabs": shown.tabs(kind),
        "title": shown.TITLES[kind],
        "heads": shown.HEADS[kind],
        "lines": [shown.line(kind, row, keeps=keeps) for row in page],
        "page": page,
        "pager": shown.pager(kind, asked["q"]),
        "import_url": reverse(f"{kind}_import") if keeps and kind in COLUMNS else "",
        "new": {"url": reverse(f"{kind}_new"), "label": shown.NEW[kind]} if keeps else None,
    }
    return render(request, "officers/places/list.html", context | _looked_up(request.actor, asked))


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, noun: str) -> HttpResponse:
    """A new row."""
    require(request.actor, "place.keep")
    service, form_class, _body = KINDS[noun].add
    start = {"weekdays": SCHOOL_DAYS, "kind": "note"}
    form = form_class(posted(request), initial=start, **options(request.actor, form_class))
    agency = minimums.agency_of(request.actor)
    if request.method == "POST" and attempt(form, act(service, agency, request.actor, form)):
        return _done(request, noun)
    return _form_page(request, form, noun, {"title": shown.NEW[noun]})


@require_http_methods(["GET", "POST"])
def edit(request: ActorRequest, noun: str, pk: UUID) -> HttpResponse:
    """One row: change it, or withdraw it."""
    found = selector.one(request.actor, noun, pk, "place.keep")
    service, form_class, _body = KINDS[noun].change
    choices = options(request.actor, form_class) | {"version": found.version}
    form = form_class(posted(request), initial=_start(found), **choices)
    if request.method == "POST" and attempt(form, act(service, found, request.actor, form)):
        return _done(request, noun)
    return _form_page(request, form, noun, _about(noun, found))


@require_POST
def move(request: ActorRequest, noun: str, pk: UUID) -> HttpResponse:
    """Withdraw or restore, by one button; a refusal is said above the row as it is now."""
    found = selector.one(request.actor, noun, pk, "place.keep")
    turn = TurnForm(request.POST, version=found.version)
    if attempt(turn, lambda: _turn(noun, found, request.actor, **turn.cleaned_data)):
        return _done(request, noun)
    found = selector.one(request.actor, noun, pk, "place.keep")
    form_class = KINDS[noun].change[1]
    choices = options(request.actor, form_class) | {"version": found.version}
    form = form_class(initial=_start(found), **choices)
    context = {**_about(noun, found), "refused": turn}
    return _form_page(request, form, noun, context, status=status_of(turn))


def options(actor: Actor, form_class: type[Form]) -> dict[str, Any]:
    """What a form chooses from."""
    found: dict[str, Any] = {}
    if issubclass(form_class, CampusForm):
        found["campuses"] = selector.campuses(actor)
    if issubclass(form_class, UseForm):
        found["periods"] = selector.periods(actor)
    return found


def _start(row: Any) -> dict[str, Any]:
    """The row as its form shows it."""
    place = selector.named(row)
    fields = {name: getattr(row, name, None) for name in (*shown.FIELDS, "label")}
    return {**fields, "name": getattr(row, "name", fields["label"]), "place": said.label(place), "place_key": place.key}


def _turn(noun: str, row: Any, actor: Actor, *, move: str, version: int) -> Any:
    service, _form, _body = KINDS[noun].turns[move]
    return service(row, actor=actor, **keywords({"version": version}))


def _about(noun: str, row: Any) -> dict[str, Any]:
    return {"title": shown.line(noun, row, keeps=False)["first"]["text"], "moves": shown.moves(noun, row)}


def _done(request: ActorRequest, noun: str) -> HttpResponse:
    messages.success(request, _("Saved."))
    answer = see_other("places")
    answer["Location"] += f"?kind={noun}"
    return answer


def _looked_up(actor: Actor, asked: dict[str, Any]) -> dict[str, Any]:
    """Without a key the words are enough where they leave no doubt; otherwise the choice is shown."""
    key, text = asked["key"], asked["place"]
    try:
        place = places.resolve(actor, key=key, text=text)
    except BrokenRule as refusal:
        return {"gone": refusal}
    if place is None:
        return {"offered": places.find(actor, text) if text else [], "searched": bool(text)}
    return {**told(actor, place.key), "found": place}


def _form_page(
    request: ActorRequest, form: Form, noun: str, context: dict[str, Any], status: int | None = None
) -> HttpResponse:
    placed = isinstance(form, PlacedForm)
    detail = {"back": f"{reverse('places')}?kind={noun}", "form": form, "placed": placed}
    page = "officers/places/form.html"
    return render(request, page, detail | context, status=status or status_of(form))
