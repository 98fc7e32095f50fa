"""The officer's tablet: what they are sent to, the scene, their own notes, the log; or that there is nothing."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from core import clock
from core.actors import Actor
from core.web.request import ActorRequest
from incidents.console_vocabulary import Destination, HandoffState
from incidents.field_forms import NoteForm
from incidents.models import Assignment
from incidents.record_vocabulary import Force, Technique
from incidents.selectors import assignments as selector
from incidents.selectors import field_entries, tablet
from incidents.selectors.timeline import timeline
from incidents.services import undoing
from incidents.views import maps
from incidents.views.case import limit_of
from incidents.views.common import PART_PAGES, buttons
from incidents.views.rows import certificate
from incidents.views.tablet_words import asking, card, ended, said, units_of, waiting
from officers.models import Officer

ICONS = {"start": "car", "arrive": "pin", "clear": "check"}
STEPS = tuple(ICONS)
TABS = ("approach", "notes", "log")
BACK = {"en_route": "unstart", "on_scene": "unarrive", "clear": "unclear"}


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What the officer is on; a new assignment is read before anything else."""
    at = clock.now()
    desk = selector.desk(request.actor, at)
    shown: dict[str, Any] = {"desk": desk, "cit": certificate(desk.cit, desk.cit_until, timezone.localdate(at))}
    if desk.assignment is None:
        return render(request, "incidents/tablet/free.html", shown | _free(request.actor, desk, at))
    shown |= _scene(request.actor, desk.assignment, at)
    if desk.assignment.status == "dispatched" and desk.assignment.acknowledged_at is None:
        return render(request, "incidents/tablet/alert.html", shown)
    drawn = maps.panel(request.actor, desk.assignment.incident)
    shown["map"] = render_to_string("officers/plans/_panel.html", drawn, request)
    return render(request, "incidents/tablet/approach.html", shown | {"tab": "approach"})


@require_GET
def notes(request: ActorRequest) -> HttpResponse:
    """What happens at the scene, by taps and in words, and what was entered so far."""
    return _tab(request, "notes")


@require_GET
def log(request: ActorRequest) -> HttpResponse:
    """The timeline of the incident."""
    return _tab(request, "log")


def _tab(request: ActorRequest, tab: str) -> HttpResponse:
    at = clock.now()
    desk = selector.desk(request.actor, at)
    part = desk.assignment
    if part is None or (part.status == "dispatched" and part.acknowledged_at is None):
        return redirect("tablet")
    shown: dict[str, Any] = {
        "desk": desk,
        "cit": certificate(desk.cit, desk.cit_until, timezone.localdate(at)),
        "tab": tab,
    }
    shown |= _scene(request.actor, part, at)
    if tab == "log":
        shown["entries"] = timeline(request.actor, part.incident)
    else:
        shown |= _entered(request.actor, part)
    return render(request, f"incidents/tablet/{tab}.html", shown)


def _entered(actor: Actor, part: Assignment) -> dict[str, Any]:
    rows = field_entries.of(part.incident, actor.person)
    tapped = {row.value: row.captured_at for row in rows if row.kind == "technique"}
    return {
        "form": NoteForm(),
        "entered": [said(row) for row in rows],
        "techniques": [(value, words, tapped.get(value)) for value, words in Technique.choices],
        "forces": Force.choices,
    }


def _scene(actor: Actor, part: Assignment, at: datetime) -> dict[str, Any]:
    scene = tablet.scene(actor, part, at)
    moves = [button | {"icon": ICONS[button["name"]]} for button in buttons(part, actor, _pages())]
    return {
        "part": part,
        "incident": part.incident,
        "scene": scene,
        "units": units_of(scene, part),
        "team": [(Destination(row["destination"]).label, HandoffState(row["status"]).label) for row in scene.handoffs],
        "limit": limit_of(part.incident),
        "next": moves[0] if moves else None,
        "others": moves[1:],
        "since": part.on_scene_at or part.en_route_at or part.acknowledged_at or part.dispatched_at,
        "asking": asking(scene),
        "help_asked": next((row for row in scene.requests if row.what == "help" and row.done_at is None), None),
        "result": ended(scene.contacts),
        "check": scene.check,
        **_undo(part, at),
    }


def _pages() -> dict[str, str]:
    return {name: PART_PAGES[name] for name in STEPS}


def _undo(part: Assignment, at: datetime) -> dict[str, Any]:
    """The last step, for as long as it can be taken back."""
    if not undoing.undoable(part, at):
        return {"undo": None}
    made: datetime = getattr(part, undoing.STAMPS[part.status])
    return {"undo": {"url": reverse("assignment_undo", args=[part.pk]), "move": BACK[part.status], "made": made}}


def _free(actor: Actor, desk: selector.Desk, at: datetime) -> dict[str, Any]:
    last = tablet.last_cleared(actor)
    officer: Officer = desk.officer
    return {
        "nearby": waiting(tablet.nearby(actor, officer)) if officer.duty != "off_duty" else [],
        "card": card(desk.cit, desk.cit_until, timezone.localdate(at)),
        "shift_on": bool(desk.next_shift and desk.next_shift.starts_at <= at),
        "unfiled": [(part, tablet.answers_left(actor, part)) for part in desk.unfiled[:5]],
        "more_unfiled": max(len(desk.unfiled) - 5, 0),
        "part": last,
        **(_undo(last, at) if last else {"undo": None}),
    }
