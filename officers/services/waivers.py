"""Waivers: somebody need not meet a rule, for a stated reason and, where one is set, until a day."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import BrokenRule
from core.permissions import require
from officers.models import Officer, TrainingRule, Waiver


def grant(
    officer: Officer,
    *,
    actor: Actor,
    rule_slug: str,
    reason: str,
    until: date | None = None,
    at: datetime | None = None,
) -> Waiver:
    """One waiver for a person and a rule; granting it again replaces reason and end."""
    moment = at or clock.now()
    require(actor, "waiver.grant", officer)
    if officer.user_id == actor.id:
        raise BrokenRule(_("Nobody waives a rule for themselves."))
    if not TrainingRule.objects.filter(agency_id=officer.agency_id, slug=rule_slug).exists():
        raise BrokenRule(_("There is no such rule."), fields={"rule_slug": _("There is no such rule.")})
    if until is not None and until < moment.astimezone(officer.agency.zone).date():
        text = _("The last day of a waiver cannot lie in the past.")
        raise BrokenRule(text, fields={"until": text})
    with transaction.atomic():
        row, _made = Waiver.objects.update_or_create(
            agency_id=officer.agency_id,
            officer=officer,
            rule_slug=rule_slug,
            defaults={"reason": reason, "until": until, "granted_by_id": actor.person},
        )
        facts = {"rule": rule_slug, "unit": officer.call_sign, "until": until}
        ledger.announce("waiver.granted", record=row, actor=actor, at=moment, facts=facts)
    return row
