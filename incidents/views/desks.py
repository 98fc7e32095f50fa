"""The pages of the desks: who sits where, sitting down, leaving, going on for somebody else."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import may
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.request import ActorRequest
from incidents.desks_forms import ChangeDeskForm, DeskForm, SignOffForm, TakeOverForm, drawn
from incidents.selectors import desks as selector
from incidents.services import desks


@require_GET
def listed(request: ActorRequest) -> HttpResponse:
    """Every desk, and what this person can do there."""
    rows = selector.listed(request.actor)
    return render(request, "incidents/desks/desks.html", _shown(request.actor, rows))


def _shown(actor: Actor, rows: list[dict[str, Any]]) -> dict[str, Any]:
    mine = next((row for row in rows if row["turn"] and row["turn"].user_id == actor.id), None)
    return {
        "rows": rows,
        "mine": mine,
        "sits": may(actor, "desk.sign_on"),
        "keeps": may(actor, "desk.keep"),
        "supervises": may(actor, "supervision.read"),
    }


@require_http_methods(["GET", "POST"])
def add(request: ActorRequest) -> HttpResponse:
    """Set up a desk."""
    agency = selector.agency(request.actor)
    form = DeskForm(posted(request))
    if attempt(form, act(desks.add, agency, request.actor, form)) is not None:
        return see_other("desks")
    shown = {"form": form, "fields": drawn(form), "title": _("New desk"), "submit": _("Set up the desk")}
    return render(request, "incidents/desks/form.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Another name, or out of use."""
    desk = selector.one(request.actor, pk, "desk.keep")
    form = ChangeDeskForm(posted(request), version=desk.version, initial={"name": desk.name, "active": desk.active})
    if attempt(form, act(desks.change, desk, request.actor, form)) is not None:
        return see_other("desks")
    shown = {"form": form, "fields": drawn(form), "title": desk.name, "submit": _("Change the desk")}
    return render(request, "incidents/desks/form.html", shown, status=status_of(form))


@require_POST
def sign_on(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Sit down; who was slower is told who sits there."""
    desk = selector.one(request.actor, pk, "desk.sign_on")
    try:
        desks.sign_on(desk, actor=request.actor)
    except (BrokenRule, Conflict) as refusal:
        messages.warning(request, str(refusal))
        return see_other("desks")
    return see_other("board")


@require_http_methods(["GET", "POST"])
def sign_off(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Leave, seeing what is left to the next."""
    turn = selector.own_turn(request.actor, pk)
    form = SignOffForm(posted(request))
    if attempt(form, act(desks.sign_off, turn, request.actor, form)) is not None:
        return see_other("desks")
    shown = {"form": form, "turn": turn, "carried": selector.carried(request.actor, turn)}
    return render(request, "incidents/desks/sign_off.html", shown, status=status_of(form))


@require_http_methods(["GET", "POST"])
def take_over(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Go on at somebody's desk, seeing first what is on it."""
    desk = selector.one(request.actor, pk, "desk.take_over")
    turn = selector.turn_at(desk)
    form = TakeOverForm(posted(request), initial={"turn": turn.pk if turn else None})
    if attempt(form, act(desks.take_over, desk, request.actor, form)) is not None:
        return see_other("board")
    carried = selector.carried(request.actor, turn) if turn else None
    shown = {"form": form, "desk": desk, "turn": turn, "carried": carried}
    return render(request, "incidents/desks/take_over.html", shown, status=status_of(form))
