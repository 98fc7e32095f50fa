"""How near in time two calls must be for the desk to be asked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, ledger
from core.actors import Actor
from core.errors import Conflict
from core.permissions import require
from incidents.models import DuplicateRule
from incidents.selectors import duplicates as selector
from officers.models import Agency


def set(
    agency: Agency, *, actor: Actor, expected_version: int, minutes: int, at: datetime | None = None
) -> DuplicateRule:
    """Keep the minutes for the agency; 0 switches the suggestion off."""
    require(actor, "duplicates.set", DuplicateRule(agency=agency))
    with transaction.atomic():
        Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
        rule = selector.rule(actor)
        if rule.version != expected_version:
            raise Conflict(_("This was changed by someone else a moment ago. Look at it again before you change it."))
        was, rule.minutes, rule.version = rule.minutes, minutes, rule.version + 1
        rule.save()
        facts = {"minutes": minutes, "was": was}
        ledger.announce("duplicates.set", record=rule, actor=actor, at=at or clock.now(), facts=facts)
    return rule
