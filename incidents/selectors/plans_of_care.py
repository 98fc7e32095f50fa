"""Response plans as responders read them with an incident: what counts today, and nothing of what has expired."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from incidents.care import reading
from incidents.models import ResponsePlan, Subject

# Responders are told of these: what counts, and that something counted until a day.
COUNTED = ("approved", "expired")
MOST = 200


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


def of_person(agency_id: Any, student_number: str, person_id: Any = None) -> QuerySet[ResponsePlan]:
    """Every version for one person, by their number and by who they are."""
    whose = Q(pk__in=[])
    if student_number:
        whose |= Q(student_number=student_number)
    if person_id:
        whose |= Q(person=person_id) | Q(person__merged_into=person_id)
    return ResponsePlan.objects.filter(whose, agency_id=agency_id)


def same_person(plan: ResponsePlan) -> QuerySet[ResponsePlan]:
    """Every version of this plan."""
    return of_person(plan.agency_id, plan.student_number, plan.person_id)


def key_of(one: Subject) -> str:
    """Under which key `guidance` keeps what is known for this subject; empty where nobody is known."""
    return one.student_number or (str(one.person_id) if one.person_id else "")


def guidance(people: Iterable[Subject], today: date) -> Mapping[str, Guidance]:
    """The plan of each person of an incident that the caller may read, by `key_of`, in at most one statement."""
    known = [one for one in people if key_of(one)]
    if not known:
        return {}
    numbers = {one.student_number for one in known} - {""}
    persons = {one.person_id for one in known} - {None}
    whose = Q(student_number__in=numbers) | Q(person__in=persons) | Q(person__merged_into__in=persons)
    rows = ResponsePlan.objects.filter(whose, agency_id=known[0].agency_id, status__in=COUNTED)
    latest = list(rows.select_related("written_by", "person").order_by("-approved_at", "-number")[:MOST])
    # What counts comes before what counted once.
    latest.sort(key=lambda plan: plan.status != "approved")
    found = {key_of(one): next((plan for plan in latest if _is_of(plan, one)), None) for one in known}
    return {key: said(plan, today) for key, plan in found.items() if plan is not None}


def _is_of(plan: ResponsePlan, one: Subject) -> bool:
    if one.student_number and plan.student_number == one.student_number:
        return True
    mine = one.person_id is not None and plan.person is not None
    return mine and plan.person is not None and one.person_id in (plan.person_id, plan.person.merged_into_id)


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
