"""What the page of one incident shows, as plain values."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _t
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
from incidents.services.priorities_set import OFF_SCRIPT
from incidents.views import case_parts
from incidents.views.common import NEXT, PAGES, PART_PAGES, blocked, buttons
from incidents.views.rows import LIMITS
from incidents.vocabulary import Priority
from incidents.workflow import ACTIVE_ASSIGNMENT

# The last unit is not called back: nobody would be left to come; and alone it leads anyhow.
LAST_UNIT_PAGES = {name: page for name, page in PART_PAGES.items() if name not in ("cancel", "lead")}
# The panel of the console has room for these.
FEW = (_("Received"), _("Sent"), _("En route"), _("On scene"), _("Clear"))
UNTIL_SCENE = ("received", "triaged", "dispatched")
DAILY = frozenset({"triage", "reassess", "dispatch", "reinforce", "close", "clear"})
# Only what a joining call changed has rules that no script knows.
BROUGHT_BY = ("call", "incident")


def shown(case: Case, actor: Actor, *, named: bool = False) -> dict[str, Any]:
    """The context of the incident's page; names only for the one drawing that asked for them."""
    incident = case.incident
    refused = blocked(incident, actor, clock.now())
    alone = sum(part.status in ACTIVE_ASSIGNMENT for part in case.units) < 2
    return headed(
        {
            "incident": incident,
            "at_desk": may(actor, "incident.dispatch", incident),
            "may_write": may(actor, "note.add", incident),
            "may_plan": may(actor, "response_plan.list"),
            "verdict": case.verdict,
            "result": explain(case.verdict, case.script) | _decided(case),
            "people": case_parts.people(case, named=named),
            "named": named,
            "has_names": any(one.name or one.student_number for one in case.people),
            "dangers": case_parts.dangers(case),
            "calls": case_parts.calls(case),
            "merged": case.family[1:],
            "answers": case_parts.answers(case.answers, case.script),
            "versions": case_parts.versions(case.answers),
            "changes": [{"change": change, "why": _why(change.rules, case)} for change in case.changes],
            "units": [_unit(part, actor, alone=alone) for part in case.units],
            "records": case.records,
            "notes": case.notes,
            "files": case.files,
            "entries": case.timeline,
            **_split([button for button in buttons(incident, actor, PAGES) if button["name"] not in refused]),
            "missing": refused.get(NEXT.get(incident.status, ""), ""),
            "en_route_at": _first_en_route(case.units),
        }
    )


def _split(moves: list[dict[str, Any]]) -> dict[str, Any]:
    """What is done every day as buttons, the rest in a menu."""
    daily = [button for button in moves if button["primary"] or button["name"] in DAILY]
    return {"moves": daily, "more_moves": [button for button in moves if button not in daily]}


def headed(context: dict[str, Any]) -> dict[str, Any]:
    """Add what the head of every page about an incident says."""
    incident: Incident = context["incident"]
    verdict: Verdict = context["verdict"]
    return {
        **context,
        "why": [wording.rule(name) for name in verdict.rules],
        "triggers": [wording.TRIGGERS.get(name, name) for name in incident.cit_triggers],
        "steps": steps(incident, context.get("en_route_at")),
        "few_steps": [step for step in steps(incident, context.get("en_route_at")) if step["label"] in FEW],
        "limit": limit_of(incident),
    }


def _decided(case: Case) -> dict[str, Any]:
    """The priority that holds, with what set it, where that was not the answers of this incident alone."""
    held, last = case.incident.priority, case.changes[0] if case.changes else None
    if held == case.verdict.priority or last is None:
        return {}
    reason = [str(last.get_reason_display())] if last.reason else []
    return {"priority": held, "label": Priority(held).label, "why": [*_why(last.rules, case), *reason]}


def _why(rules: list[str], case: Case) -> list[str]:
    """The reasons of a change of priority in words."""
    found = []
    for name in rules:
        kind, _colon, number = name.partition(":")
        if name == OFF_SCRIPT:
            continue
        if kind in BROUGHT_BY:
            found.append(_t("call %(number)s") % {"number": number} if kind == "call" else number)
        elif kind == "cit":
            found.append(str(wording.TRIGGERS.get(number, number)))
        else:
            found.append(str(wording.rule(name, case.script)))
    return found


def limit_of(incident: Incident) -> int | None:
    """How many seconds the call may wait; none once somebody is there or it is over."""
    waiting = incident.status in UNTIL_SCENE and incident.first_on_scene_at is None
    return LIMITS.get(incident.priority) if waiting else None


def steps(incident: Incident, en_route_at: datetime | None = None) -> list[dict[str, Any]]:
    """How far the incident has come: the first moment by the clock, the others as time since."""
    reached = (
        (_("Received"), incident.received_at),
        (_("Assessed"), incident.triaged_at),
        (_("Sent"), incident.dispatched_at),
        (_("En route"), en_route_at),
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


def _first_en_route(units: list[Assignment]) -> datetime | None:
    return min((part.en_route_at for part in units if part.en_route_at), default=None)


def _unit(part: Assignment, actor: Actor, *, alone: bool) -> dict[str, Any]:
    certified = part.cit_on_arrival if part.cit_on_arrival is not None else part.cit_when_sent
    return {
        "part": part,
        "active": part.status in ACTIVE_ASSIGNMENT,
        "one_of_several": not alone,
        "cit": "current" if certified else "none",
        "since": part.clear_at or part.cancelled_at or part.on_scene_at or part.en_route_at or part.dispatched_at,
        "moves": buttons(part, actor, LAST_UNIT_PAGES if alone else PART_PAGES),
    }
