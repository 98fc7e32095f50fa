"""What must be true before a referral moves."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.actors import Actor
from core.errors import BrokenRule, Conflict

TRIES_BEFORE_GIVING_UP = 3
CHANNELS_BEFORE_GIVING_UP = 2


def ended_not_in_the_future(referral: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """An outcome has happened, by the calendar of the agency."""
    day = changes.get("outcome_on")
    if day is not None and day > at.astimezone(referral.agency.zone).date():
        raise BrokenRule(_("The outcome cannot lie in the future."), fields={"outcome_on": _("Not after today.")})


def unable_to_contact_was_tried(referral: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Nobody is given up after one call."""
    if changes.get("outcome") != "unable_to_contact":
        return
    tried = list(referral.attempts.values_list("channel", flat=True))
    if len(tried) < TRIES_BEFORE_GIVING_UP or len(set(tried)) < CHANNELS_BEFORE_GIVING_UP:
        raise BrokenRule(
            _("“Unable to contact” needs at least three attempts on two channels. Logged so far: %(n)d.")
            % {"n": len(tried)}
        )


def feedback_not_yet_acknowledged(referral: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Once is enough."""
    if referral.sender_acknowledged_at is not None:
        raise Conflict(_("You have already acknowledged how this ended."))


def next_step_by_another_person(referral: Any, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Who ended it does not also declare that nothing is left to do."""
    if referral.next_step_at is not None:
        raise Conflict(_("The next step is already recorded."))
    if referral.ended_by_id == actor.id:
        raise BrokenRule(_("You ended this referral, so someone else must record the next step."))
