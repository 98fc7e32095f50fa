"""Response plans as responders read them with an incident: what counts today, and nothing of what has expired."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from incidents.care import reading
from incidents.models import ResponsePlan, Subject

# Responders are told of these: what counts, and that something counted until a day.
COUNTED = ("approved", "expired")


@dataclass(frozen=True, slots=True)
class Guidance:
    """What an approved plan says today. An expired one says only that: nobody acts on what may no longer be true.

    `caution`, `helps` and `avoid` are the three lines for dispatch; the rest is for who is sent.
    """

    expired: bool
    reviewed_on: date | None
    expires_on: date | None
    caution: str = ""
    helps: str = ""
    avoid: str = ""
    plan: UUID | None = None
    number: int = 0
    written_by: str = ""
    baseline: str = ""
    escalated: str = ""
    triggers: tuple[str, ...] = ()
    helps_list: tuple[str, ...] = ()
    avoid_list: tuple[str, ...] = ()
    strategies: tuple[str, ...] = ()
    contacts: tuple[Mapping[str, str], ...] = ()
    concerns: tuple[str, ...] = ()
    sensory: str = ""
    language: str = ""
    supervision: str = ""


def of_person(agency_id: Any, student_number: str) -> QuerySet[ResponsePlan]:
    """Every version for one person."""
    return ResponsePlan.objects.filter(agency_id=agency_id, student_number=student_number)


def guidance(people: Iterable[Subject], today: date) -> Mapping[str, Guidance]:
    """The plan of each student of an incident that the caller may read, by student number, in at most one statement."""
    known = [one for one in people if one.student_number]
    if not known:
        return {}
    numbers = {one.student_number for one in known}
    rows = ResponsePlan.objects.filter(agency_id=known[0].agency_id, student_number__in=numbers, status__in=COUNTED)
    latest = rows.select_related("written_by").order_by("student_number", "-number").distinct("student_number")
    return {plan.student_number: said(plan, today) for plan in latest}


def is_over(plan: ResponsePlan, today: date) -> bool:
    """Whether its day has come, whatever the clock has written of it."""
    return plan.status == "expired" or (plan.status == "approved" and (plan.expires_on or today) <= today)


def said(plan: ResponsePlan, today: date) -> Guidance:
    """What responders are told of this version."""
    head = (plan.reviewed_on, plan.expires_on)
    if plan.status != "approved" or is_over(plan, today):
        return Guidance(True, *head, plan=plan.pk, number=plan.number)
    content = plan.content
    helps, avoid = reading.advice(content["helps"]), reading.advice(content["avoid"])
    return Guidance(
        False,
        *head,
        content["caution"],
        reading.line(helps),
        reading.line(avoid),
        plan=plan.pk,
        number=plan.number,
        written_by=plan.written_by.name,
        baseline=content["baseline"],
        escalated=content["escalated"],
        triggers=tuple(row["text"] for row in content["triggers"]),
        helps_list=helps,
        avoid_list=avoid,
        strategies=tuple(row["text"] for row in content["strategies"]),
        contacts=tuple(content["contacts"]),
        concerns=reading.concerns(content["safety"], today),
        sensory=content["sensory"],
        language=content["language"],
        supervision=content["supervision"],
    )
