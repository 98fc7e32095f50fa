"""The calls that a person is taking, and what the form can say about one before it is logged."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from core.actors import Actor
from core.permissions import fetch, require, visible
from incidents.intake_typed import MOST_OPEN
from incidents.models import Assignment, Call, Draft, Incident, NatureCode
from incidents.nature_hints import Code
from incidents.nature_hints.catalogue import catalogue, made
from incidents.priorities import Verdict
from incidents.ranking import Recommendation, rank
from incidents.selectors.snapshot import snapshot
from incidents.selectors.weights import in_force


def may_take(actor: Actor) -> None:
    """Refuse whoever takes no calls, before anything is read."""
    require(actor, "draft.take")


def drafts(actor: Actor) -> list[Draft]:
    """The calls that the actor is taking now, the first answered first."""
    require(actor, "draft.take")
    return list(visible(Draft.objects.filter(ended_at__isnull=True), actor).order_by("answered_at")[:MOST_OPEN])


def draft(actor: Actor, pk: object) -> Draft:
    """One call that the actor takes or took."""
    return fetch(Draft.objects.select_related("incident"), actor, pk)


def codes(actor: Actor) -> list[Code]:
    """The agency's codes and words; those that every agency starts with while it has none of its own."""
    require(actor, "call.log")
    rows = visible(NatureCode.objects.filter(active=True), actor).values_list("nature", "code", "words")
    return [made(nature, code, tuple(words)) for nature, code, words in rows] or catalogue()


def recommendation(
    actor: Actor, campus_id: UUID, nature: str, verdict: Verdict, language: str, at: datetime
) -> Recommendation:
    """Whom to send to an incident that does not exist yet: the same rule over what is typed so far."""
    imagined = Incident(
        id=uuid4(),
        agency_id=actor.agency_id,
        campus_id=campus_id,
        nature=nature,
        priority=verdict.priority,
        cit_required=bool(verdict.triggers),
    )
    found = snapshot(actor, imagined, at)
    return rank(replace(found, call=replace(found.call, language=language)), in_force(actor.agency_id))


def units_of(call: Call) -> list[str]:
    """Who was sent to the call's incident."""
    parts = Assignment.objects.filter(incident=call.incident_id).order_by("dispatched_at", "created_at")
    return list(parts.values_list("officer__call_sign", flat=True))
