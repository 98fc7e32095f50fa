"""The supervisor's view: the large screen, and who does what at which desk."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from core import clock
from core.actors import Actor
from core.permissions import require
from core.templatetags.ui import status_pill
from core.web.panels import drawn
from core.web.request import ActorRequest
from incidents.console_vocabulary import TimerKind
from incidents.field_vocabulary import Wanted
from incidents.models import FieldRequest
from incidents.selectors import wallboard as selector
from incidents.selectors.desks import current_desk
from incidents.views.rows import LIMITS, age
from incidents.vocabulary import Nature
from incidents.workflow import AssignmentState, IncidentState
from officers.roles import Duty

TOPICS = "incident assignment unit timer desk ask"
UNITS = ("available", "dispatched", "en_route", "on_scene", "busy", "training", "out_of_service")


@require_GET
def supervision(request: ActorRequest) -> HttpResponse:
    """The large screen as a page."""
    return render(request, "incidents/desks/supervision.html", {"wall": _panel(request.actor)})


@require_GET
def wall(request: ActorRequest) -> HttpResponse:
    """The large screen alone, for its refresh."""
    return HttpResponse(_panel(request.actor))


@require_GET
def activity(request: ActorRequest) -> HttpResponse:
    """Who sits where, since when, and what they have done."""
    rows = selector.desks(request.actor)
    return render(request, "incidents/desks/activity.html", {"rows": rows, "mine": current_desk(request.actor)})


def _panel(actor: Actor) -> SafeString:
    require(actor, "supervision.read")
    return SafeString(drawn(("wall",), actor.agency_id, TOPICS, lambda: _draw(actor)))


def _draw(actor: Actor) -> str:
    at = clock.now()
    found = selector.wall(actor, at)
    shown = found | {
        "lines": [_line(row, at) for row in found["incidents"]],
        "statuses": _statuses(found["units"]),
        "rings": [
            *(_asked(row, at) for row in found["asks"]),
            *(_ring(row, at) for row in (*found["alarms"], *found["asked"])),
        ],
        "more": found["numbers"]["open"] - found["numbers"]["to_close"] - len(found["incidents"]),
        "topics": TOPICS,
        "at": at,
    }
    return render_to_string("incidents/desks/_wall.html", shown)


def _line(row: selector.Row, at: datetime) -> dict[str, Any]:
    waits = row["status"] in selector.WAITING
    there = AssignmentState.ON_SCENE if row["first_on_scene_at"] and row["status"] == "dispatched" else None
    limit = None if row["first_on_scene_at"] else LIMITS.get(row["priority"])
    return {
        "priority": row["priority"],
        "level": row["priority"].upper(),
        "number": row["number"],
        "nature": Nature(row["nature"]).label,
        "place": ", ".join(part for part in (row["campus_name"], row["room_name"]) if part),
        "desk": row["desk_name"] or "",
        "waits": waits,
        "pill": status_pill("waiting" if waits else there or row["status"]),
        "status": (there or IncidentState(row["status"])).label,
        "clock": age(row["received_at"], at, limit),
    }


def _statuses(units: dict[str, int]) -> list[dict[str, Any]]:
    words = {str(key): label for key, label in (*Duty.choices, *AssignmentState.choices)}
    return [{"pill": status_pill(name), "word": words[name], "count": units.get(name, 0)} for name in UNITS]


def _asked(row: FieldRequest, at: datetime) -> dict[str, Any]:
    return {
        "alarm": row.what == Wanted.HELP,
        "kind": row.get_what_display(),
        "who": row.officer.call_sign,
        "number": row.incident.number,
        "place": row.incident.campus.name,
        "clock": age(row.at, at),
    }


def _ring(row: selector.Row, at: datetime) -> dict[str, Any]:
    alarm = row["stage"] == "alarm"
    return {
        "alarm": alarm,
        "kind": TimerKind(row["kind"]).label,
        "who": row["unit"] or row["number"],
        "number": row["number"],
        "place": row["campus"],
        "clock": age(row["alarmed_at"] if alarm else row["asked_at"], at),
    }
