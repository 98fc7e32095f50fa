"""The strip of clocks on the console, answering them, and the officer's own answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.actors import Actor
from core.errors import Conflict
from core.permissions import require
from core.web.doors import act
from core.web.pages import attempt, posted, see_other, status_of
from core.web.panels import drawn
from core.web.request import ActorRequest
from incidents.console_vocabulary import TimerKind, TimerStage
from incidents.field_vocabulary import Wanted
from incidents.models import FieldRequest
from incidents.selectors import asks
from incidents.selectors import timers as selector
from incidents.services import timers
from incidents.timers_forms import AcknowledgeForm
from incidents.views.rows import age

TOPICS = "timer ask"
# From when the clock of each stage counts.
SINCE = {"running": "started_at", "asked": "asked_at", "asked_again": "asked_again_at", "alarm": "alarmed_at"}
LOOKS = {"running": "ok", "asked": "asked", "asked_again": "asked", "alarm": "alarm"}


@require_GET
def strip(request: ActorRequest) -> HttpResponse:
    """The strip alone, for its refresh."""
    return HttpResponse(panel(request.actor))


def panel(actor: Actor) -> SafeString:
    """The strip, drawn once for all desks of the agency."""
    require(actor, "timer.acknowledge")
    return SafeString(drawn(("timers",), actor.agency_id, TOPICS, lambda: _draw(actor)))


def _draw(actor: Actor) -> str:
    at = clock.now()
    checks = [_check(row, at) for row in selector.open_clocks(actor, at)]
    asked = [_asked(row, at) for row in asks.of_agency(actor)]
    alarms = sum(check["look"] == "alarm" for check in (*asked, *checks))
    late = any(check["late"] for check in checks)
    return render_to_string(
        "incidents/timers/_panel.html",
        {"asked": asked, "checks": checks, "alarms": alarms, "late": late, "topics": TOPICS},
    )


def _asked(row: FieldRequest, at: datetime) -> dict[str, Any]:
    """What an officer asked for; a call for help looks and sounds like the alarm that it is."""
    return {
        "id": str(row.pk),
        "look": "alarm" if row.what == Wanted.HELP else "asked",
        "what": row.get_what_display(),
        "unit": row.officer.call_sign,
        "number": row.incident.number,
        "place": ", ".join(str(part) for part in (row.incident.campus, row.incident.room) if part),
        "clock": age(row.at, at),
    }


def _check(row: selector.Row, at: datetime) -> dict[str, Any]:
    """One clock as text; an alarm counts up without a limit."""
    stage = row["stage"]
    limit = {"running": (row["minutes"] or 0) * 60, "alarm": 0}.get(stage, row["answer_seconds"])
    return {
        "id": str(row["id"]),
        "look": LOOKS[stage],
        "late": selector.is_late(row, at),
        "stage": stage,
        "word": TimerStage(stage).label,
        "kind": TimerKind(row["kind"]).label,
        "unit": row["unit"] or "",
        "number": row["number"],
        "place": ", ".join(part for part in (row["campus"], row["room"]) if part),
        "next_at": row["next_at"],
        "clock": age(row[SINCE[stage]], at, limit),
    }


@require_http_methods(["GET", "POST"])
def acknowledge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Answer for an officer with what was heard, or take an alarm on."""
    timer = selector.to_acknowledge(request.actor, pk)
    form = AcknowledgeForm(posted(request), heard=timer.kind == TimerKind.WELFARE)
    if attempt(form, act(timers.acknowledge, timer, request.actor, form)) is not None:
        return see_other("board")
    shown = {"form": form, "timer": timer, "since": getattr(timer, SINCE.get(timer.stage, "started_at"))}
    return render(request, "incidents/timers/acknowledge.html", shown, status=status_of(form))


@require_POST
def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The officer is well; who is not on scene any more is told so on their own page."""
    timer = selector.to_answer(request.actor, pk)
    try:
        timers.answer(timer, actor=request.actor)
        messages.success(request, _("Dispatch has heard that you are well."))
    except Conflict as refusal:
        messages.info(request, str(refusal))
    return see_other("tablet")
