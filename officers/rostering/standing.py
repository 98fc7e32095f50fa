"""Which roles somebody may give on the roster, and whose address they may change."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.permissions import may
from officers.permissions.who import LEADING, WORKING

GIVEN = WORKING | LEADING


def overreach(
    actor: Actor, me: UUID | None, held: Iterable[str], wanted: Mapping[str, Any], address_changes: bool
) -> dict[str, Any]:
    """What of this goes beyond the actor: field name to a sentence. `held` are all roles of the person `me`."""
    found: dict[str, Any] = {}
    has = set(held)
    given = set(wanted["roles"]) ^ (has & GIVEN)
    if not set(wanted["roles"]) <= GIVEN:
        found["roles"] = _("The roster gives only the roles of officers, dispatchers, supervisors and coordinators.")
    elif given and me is not None and me == actor.id:
        found["roles"] = _("Nobody changes their own roles. Ask another supervisor.")
    elif given & LEADING and not may(actor, "officer.grant_lead"):
        found["roles"] = _("Only a supervisor gives or takes the roles of supervisors and training coordinators.")
    if address_changes and not has <= WORKING and not may(actor, "officer.grant_lead"):
        found["email"] = _("Only a supervisor changes the address of somebody with further roles.")
    return found
