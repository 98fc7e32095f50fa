"""What must be true before a version of the script is approved or put in use."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict


def approver_is_not_the_writer(script: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Two people stand behind what every dispatcher asks."""
    if script.written_by_id == actor.id:
        raise BrokenRule(_("You wrote this version, so another supervisor must approve it."))


def was_tried_as_it_is(script: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A dry run of other words says nothing about these."""
    if not script.sha256 or script.tried_sha256 != script.sha256:
        raise Conflict(_("Make a dry run of exactly this version first."))
