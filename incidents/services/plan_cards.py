"""The card of a plan on paper: a disclosure, kept with its reason in the same transaction as the page is made."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock, documents, ledger
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.permissions import require
from incidents.care import card
from incidents.care_vocabulary import STATED, ViewReason, ViewWay
from incidents.models import PlanView, ResponsePlan
from incidents.services import plan_views

LANGUAGES = ("en", "es")


def print_card(
    plan: ResponsePlan, *, actor: Actor, language: str, reason: str, words: str = "", at: datetime | None = None
) -> bytes:
    """One page as PDF; only of what counts today."""
    require(actor, "response_plan.print", plan)
    require(actor, plan_views.permission(plan), plan)
    moment = at or clock.now()
    _check(plan, language, reason, words, moment)
    made = documents.pdf("response_plan_card", _data(plan, language, actor, moment), language=language, made_at=moment)
    sha = hashlib.sha256(made).hexdigest()
    with transaction.atomic():
        PlanView.objects.create(
            agency_id=plan.agency_id,
            plan=plan,
            by_id=actor.person,
            at=moment,
            way=ViewWay.CARD,
            reason=reason,
            words=words,
            language=language,
        )
        facts = {"number": plan.number, "reason": reason, "language": language, "sha256": sha}
        ledger.announce("response_plan.printed", record=plan, actor=actor, at=moment, facts=facts)
        why = str(ViewReason(reason).label)
        plan_views.note_person(plan, actor=actor, incident=None, reason=why, at=moment)
    return made


def _check(plan: ResponsePlan, language: str, reason: str, words: str, at: datetime) -> None:
    if (
        plan.status != "approved"
        or plan.expires_on is None
        or plan.expires_on <= timezone.localdate(at, plan.agency.zone)
    ):
        raise Conflict(_("Only an approved plan that has not expired is printed."))
    if language not in LANGUAGES:
        raise BrokenRule(_("Choose a language."), fields={"language": _("Choose one of the list.")})
    if reason not in dict(STATED):
        raise BrokenRule(_("Say why it is printed."), fields={"reason": _("Choose one of the list.")})
    if reason == ViewReason.OTHER and not words.strip():
        said = _("Say it in words.")
        raise BrokenRule(said, fields={"words": said})


def _data(plan: ResponsePlan, language: str, actor: Actor, at: datetime) -> dict[str, object]:
    """What the template gets, in the language of who will read it."""
    today = timezone.localdate(at, plan.agency.zone)
    with override(language):
        head = card.Head(
            agency=plan.agency.name,
            person=", ".join(filter(None, (plan.person.name if plan.person else "", plan.student_number))),
            number=plan.number,
            reviewed_on=plan.reviewed_on,
            expires_on=plan.expires_on,
            printed_by=actor.name,
            printed_on=today,
        )
        return card.data(head, plan.content, today)
