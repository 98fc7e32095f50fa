"""What the page of one incident shows, as plain values."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.permissions import may
from core.templatetags.ui import duration
from incidents import wording
from incidents.models import Assignment, Incident
from incidents.priorities import Verdict
from incidents.scripting.words import explain
from incidents.selectors.incidents import Case
from incidents.views.common import NEXT, PAGES, PART_PAGES, blocked, buttons
from incidents.views.rows import LIMITS
from incidents.workflow import ACTIVE_ASSIGNMENT

# The last unit is not called back: nobody would be left to come.
LAST_UNIT_PAGES = {name: page for name, page in PART_PAGES.items() if name != "cancel"}
UNTIL_SCENE = ("received", "triaged", "dispatched")


def shown(case: Case, actor: Actor) -> dict[str, Any]:
    """The context of the incident's page."""
    incident = case.incident
    refused = blocked(incident, actor, clock.now())
    alone = sum(part.status in ACTIVE_ASSIGNMENT for part in case.units) < 2
    return headed(
        {
            "incident": incident,
            "at_desk": may(actor, "incident.dispatch", incident),
            "verdict": case.verdict,
            "result": explain(case.verdict, case.script),
            "calls": case.calls,
            "answers": [
                (
                    wording.topic(answer.question, case.script),
                    wording.answer(answer.question, answer.value, case.script),
                    wording.is_alarming(answer.question, answer.value, case.script),
                )
                for answer in case.answers
            ],
            "changes": [
                {"change": change, "why": [wording.rule(name, case.script) for name in change.rules]}
                for change in case.changes
            ],
            "units": [_unit(part, actor, LAST_UNIT_PAGES if alone else PART_PAGES) for part in case.units],
            "records": case.records,
            "entries": case.timeline,
            "moves": [button for button in buttons(incident, actor, PAGES) if button["name"] not in refused],
            "missing": refused.get(NEXT.get(incident.status, ""), ""),
        }
    )


def headed(context: dict[str, Any]) -> dict[str, Any]:
    """Add what the head of every page about an incident says."""
    incident: Incident = context["incident"]
    verdict: Verdict = context["verdict"]
    return {
        **context,
        "why": [wording.rule(name) for name in verdict.rules],
        "triggers": [wording.TRIGGERS[name] for name in incident.cit_triggers],
        "steps": steps(incident),
        "limit": limit_of(incident),
    }


def limit_of(incident: Incident) -> int | None:
    """How many seconds the call may wait; none once somebody is there or it is over."""
    waiting = incident.status in UNTIL_SCENE and incident.first_on_scene_at is None
    return LIMITS.get(incident.priority) if waiting else None


def steps(incident: Incident) -> list[dict[str, Any]]:
    """How far the incident has come: the first moment by the clock, the others as time since."""
    reached = (
        (_("Received"), incident.received_at),
        (_("Assessed"), incident.triaged_at),
        (_("Sent"), incident.dispatched_at),
        (_("On scene"), incident.first_on_scene_at),
        (_("Clear"), incident.cleared_at),
        (_("Closed"), incident.closed_at),
    )
    last = max(number for number, (_label, at) in enumerate(reached) if at is not None)
    found: list[dict[str, Any]] = []
    for number, (label, at) in enumerate(reached):
        step: dict[str, Any] = {"label": label, "state": "now" if number == last else "did" if at else ""}
        if number == 0:
            step["at"] = at
        elif at is not None:
            step["time"] = f"+{duration(at - incident.received_at)}"
        found.append(step)
    return found


def _unit(part: Assignment, actor: Actor, pages: Mapping[str, str]) -> dict[str, Any]:
    certified = part.cit_on_arrival if part.cit_on_arrival is not None else part.cit_when_sent
    return {
        "part": part,
        "cit": "current" if certified else "none",
        "since": part.clear_at or part.cancelled_at or part.on_scene_at or part.en_route_at or part.dispatched_at,
        "moves": buttons(part, actor, pages),
    }
