"""What an agency decides for its records."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock, ledger
from core.actors import Actor
from core.errors import Conflict
from core.permissions import require
from incidents.models import RecordPolicy


def set_policy(
    policy: RecordPolicy,
    *,
    actor: Actor,
    expected_version: int | None,
    lock_after_hours: int,
    first_offender_program: bool | None,
    informal_guidelines: bool | None,
    at: datetime | None = None,
) -> RecordPolicy:
    """Write the rules; records that are filed already keep what was worked out for them."""
    require(actor, "record_policy.set")
    asked = {
        "lock_after_hours": lock_after_hours,
        "first_offender_program": first_offender_program,
        "informal_guidelines": informal_guidelines,
    }
    with transaction.atomic():
        RecordPolicy.objects.get_or_create(agency_id=actor.agency_id)
        held = RecordPolicy.objects.select_for_update().get(agency=actor.agency_id)
        if expected_version is not None and held.version != expected_version:
            raise Conflict(_("These rules were changed a moment ago."))
        changed = sorted(name for name, value in asked.items() if getattr(held, name) != value)
        for name in changed:
            setattr(held, name, asked[name])
        held.version += 1
        held.save()
        facts = {"changed": changed}
        ledger.announce("record_policy.set", record=held, actor=actor, at=at or clock.now(), facts=facts)
    return held
