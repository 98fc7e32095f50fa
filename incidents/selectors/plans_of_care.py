"""Response plans: what responders read of them with an incident, and the list of those who keep them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from core.actors import Actor
from core.permissions import fetch, require, visible
from incidents.models import ResponsePlan, Subject

LISTED = 200


@dataclass(frozen=True, slots=True)
class Guidance:
    """What an approved plan says today. An expired one says only that: nobody acts on what may no longer be true."""

    expired: bool
    reviewed_on: date | None
    expires_on: date | None
    caution: str = ""
    helps: str = ""
    avoid: str = ""


def guidance(people: Iterable[Subject], today: date) -> Mapping[str, Guidance]:
    """The plan of each student of an incident that the caller may read, by student number, in at most one statement."""
    known = [one for one in people if one.student_number]
    if not known:
        return {}
    numbers = {one.student_number for one in known}
    rows = ResponsePlan.objects.filter(
        agency_id=known[0].agency_id, student_number__in=numbers, approved_by__isnull=False
    )
    latest = rows.order_by("student_number", "-number").distinct("student_number")
    return {plan.student_number: _said(plan, today) for plan in latest}


def _said(plan: ResponsePlan, today: date) -> Guidance:
    if plan.expires_on is None or plan.expires_on <= today:
        return Guidance(True, plan.reviewed_on, plan.expires_on)
    return Guidance(False, plan.reviewed_on, plan.expires_on, plan.caution, plan.helps, plan.avoid)


def one(actor: Actor, pk: object) -> ResponsePlan:
    """A version that exists for this actor."""
    return fetch(ResponsePlan.objects.select_related("written_by", "approved_by"), actor, pk)


def listed(actor: Actor) -> list[ResponsePlan]:
    """The newest version of each plan, and the approved one while a newer one waits; by student number."""
    require(actor, "response_plan.write")
    rows = visible(ResponsePlan.objects.select_related("written_by", "approved_by"), actor)
    same = ResponsePlan.objects.filter(
        agency_id=OuterRef("agency_id"), student_number=OuterRef("student_number"), number__gt=OuterRef("number")
    )
    approved = same.filter(approved_by__isnull=False)
    newest = rows.filter(~Exists(same)) | rows.filter(~Exists(approved), approved_by__isnull=False)
    return list(newest.order_by("student_number", "-number")[:LISTED])
