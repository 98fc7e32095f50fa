"""What stands in the way of a move of a response plan."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule
from incidents.care import missing


def approver_is_not_the_writer(plan: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Nobody approves what they wrote."""
    if plan.written_by_id == actor.id:
        raise BrokenRule(_("You wrote this plan, so another supervisor must approve it."))


def can_be_followed(plan: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """A plan says at least what helps; every safety concern says since when, from where and until when."""
    found = missing(plan.content)
    if found:
        raise BrokenRule(" ".join(str(problem) for problem in found))
