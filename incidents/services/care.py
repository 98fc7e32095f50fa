"""What officers learn on scene comes back to the plan: suggested, then accepted or declined with a reply."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance
from core.permissions import require
from incidents.care_vocabulary import SuggestionKind
from incidents.models import PlanSuggestion, ResponsePlan
from incidents.plain_text import readable

LONGEST = 400


def suggest(
    plan: ResponsePlan, *, actor: Actor, kind: str, text: str, client_key: UUID, at: datetime | None = None
) -> PlanSuggestion:
    """Once for each key: a repeat answers with the first."""
    require(actor, "response_plan.suggest", plan)
    moment = at or clock.now()
    if kind not in SuggestionKind.values:
        raise BrokenRule(_("Say what it is about."), fields={"kind": _("Choose one of the list.")})
    said = readable(text, "text").strip()
    if len(said) > LONGEST:
        words = _("At most %(most)s characters.") % {"most": LONGEST}
        raise BrokenRule(words, fields={"text": words})
    row = PlanSuggestion(
        agency_id=plan.agency_id, plan=plan, kind=kind, text=said, by_id=actor.person, at=moment, client_key=client_key
    )
    with transaction.atomic():
        PlanSuggestion.objects.bulk_create([row], ignore_conflicts=True)
        kept = PlanSuggestion.objects.get(agency_id=plan.agency_id, client_key=client_key)
        if kept.pk == row.pk:
            ledger.announce("plan_suggestion.made", record=kept, actor=actor, at=moment, facts={"kind": kind})
    if (kept.by_id, kept.plan_id, kept.kind, kept.text) != (actor.id, plan.pk, kind, said):
        raise Conflict(_("This key was used for another suggestion."))
    return kept


def accept(
    suggestion: PlanSuggestion,
    *,
    actor: Actor,
    expected_version: int | None,
    reply: str = "",
    at: datetime | None = None,
) -> PlanSuggestion:
    """It goes into the next version that is begun."""
    return _decide(suggestion, "accept", actor, expected_version, reply, at)


def decline(
    suggestion: PlanSuggestion,
    *,
    actor: Actor,
    expected_version: int | None,
    reply: str = "",
    at: datetime | None = None,
) -> PlanSuggestion:
    """Whoever suggested it reads why not."""
    if not reply.strip():
        words = _("Say why not.")
        raise BrokenRule(words, fields={"reply": words})
    return _decide(suggestion, "decline", actor, expected_version, reply, at)


def _decide(
    suggestion: PlanSuggestion,
    move: str,
    actor: Actor,
    expected_version: int | None,
    reply: str,
    at: datetime | None,
) -> PlanSuggestion:
    return advance(
        suggestion,
        move,
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"kind": suggestion.kind},
        reply=reply,
        decided_by_id=actor.person,
    )
