"""Duties as their pages draw them."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.actors import Actor
from core.moves import open_moves
from core.permissions import may
from incidents.law_vocabulary import DutyState, FormState, StepKind
from incidents.models import DeescalationRecord, Duty
from incidents.selectors import duties as selector
from incidents.selectors.duties import Whole

# How a deadline was reckoned, in words.
RECKONED = {
    "clock_hours": gettext_lazy("hours, nights and weekends included"),
    "calendar_days": gettext_lazy("calendar days, to the end of the day"),
    "school_days": gettext_lazy("school days, to the end of school"),
    "business_days": gettext_lazy("working days"),
    "next_school_day": gettext_lazy("before school begins next"),
}
ACT_ON_DUTY = ("satisfy", "explain", "waive", "release")


def tabs(show: str) -> list[dict[str, Any]]:
    """Open and done."""
    address = reverse("duties")
    return [
        {"label": _("Open"), "url": address, "current": show == selector.OPEN},
        {"label": _("Done"), "url": f"{address}?show=done", "current": show == selector.DONE},
    ]


def row_of(actor: Actor, duty: Duty, at: datetime) -> dict[str, Any]:
    """One line of a list: what, for which incident, who owes it, how long it has."""
    overdue = selector.overdue(duty, at)
    return {
        "duty": duty,
        "kind": duty.get_kind_display(),
        "overdue": overdue,
        "left": abs(duty.due_at - at),
        "soon": not overdue and duty.status == DutyState.OPEN and duty.warned >= 75,
        "owner": selector.owner(actor, duty),
        "own": duty.owner_id == actor.id,
        "url": reverse("duty", args=[duty.pk]),
    }


def of_record(actor: Actor, record: DeescalationRecord, at: datetime) -> list[dict[str, Any]]:
    """The duties that a record started, for `incidents/law/_of_record.html`."""
    return [row_of(actor, duty, at) for duty in selector.of_record(actor, record)]


def page_of(actor: Actor, whole: Whole, at: datetime) -> dict[str, Any]:
    """All that the page of one duty draws."""
    duty, done = whole.duty, {row.step for row in whole.steps}
    labels = dict(StepKind.choices)
    return {
        "row": row_of(actor, duty, at),
        "whole": whole,
        "reckoned": RECKONED.get(duty.due_rule, ""),
        "acts": _acts(actor, whole),
        "steps_open": [labels[step] for step in whole.trigger.steps if step not in done],
        "times": _times(whole),
    }


def _acts(actor: Actor, whole: Whole) -> list[dict[str, Any]]:
    """The buttons: what is needed next comes first."""
    duty, closes = whole.duty, whole.trigger.closes
    found: list[dict[str, Any]] = []
    drafts = [form for form in whole.forms if form.status == FormState.DRAFT]
    if whole.trigger.template and not drafts and may(actor, "legal_form.begin", duty) and _alive(duty):
        found.append(_button("form", _("Begin the form"), duty, primary=bool(closes.form) and not whole.forms))
    if may(actor, "duty.attempt", duty) and _alive(duty):
        found.append(_button("attempt", _("Log a try to tell somebody"), duty, primary=bool(closes.reached)))
    if whole.trigger.steps and may(actor, "duty.step", duty) and _alive(duty):
        found.append(_button("step", _("Log a step"), duty))
    for move in open_moves(duty, actor):
        if move.name in ACT_ON_DUTY and (move.name != "release" or duty.held_at):
            found.append(_button(move.name, str(move.label), duty, tone=move.tone))
    return found


def _alive(duty: Duty) -> bool:
    return duty.status in (DutyState.OPEN, DutyState.SATISFIED)


def _button(name: str, label: str, duty: Duty, *, tone: str = "", primary: bool = False) -> dict[str, Any]:
    quiet = "quiet" if tone == "quiet" else ""
    return {"label": label, "tone": "primary" if primary else quiet, "url": reverse(f"duty_{name}", args=[duty.pk])}


def _times(whole: Whole) -> list[tuple[str, Any]]:
    """The clock of the facility, labelled as theirs and not ours."""
    if whole.facility is None:
        return []
    hold = whole.facility
    return [
        (_("Examined by a physician before"), hold.examined_by),
        (_("Hold ends, by the hours alone"), hold.raw_end),
        (_("Hold ends, days of rest included"), hold.extended_end),
    ]
