"""How a referral ends, and how its loop closes: the sender knows, and someone else has said what follows."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import clock
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import advance, lock
from core.permissions import may, require
from referrals.models import Referral
from referrals.vocabulary import COMPLETED_ENDINGS, FAILED_ENDINGS
from referrals.workflow import REFERRAL

ENDINGS = {"complete": COMPLETED_ENDINGS, "fail": FAILED_ENDINGS}


def complete(
    referral: Referral,
    *,
    actor: Actor,
    expected_version: int | None,
    outcome: str,
    outcome_on: date,
    at: datetime | None = None,
) -> Referral:
    """The person was reached, and this came of it."""
    return _end(referral, "complete", actor, expected_version, at, outcome, outcome_on)


def fail(
    referral: Referral,
    *,
    actor: Actor,
    expected_version: int | None,
    outcome: str,
    outcome_on: date,
    at: datetime | None = None,
) -> Referral:
    """It ended without help, for a coded reason."""
    return _end(referral, "fail", actor, expected_version, at, outcome, outcome_on)


def _end(
    referral: Referral,
    move: str,
    actor: Actor,
    expected_version: int | None,
    at: datetime | None,
    outcome: str,
    outcome_on: date,
) -> Referral:
    if outcome not in ENDINGS[move]:
        problem = _("Choose one of the listed outcomes.")
        raise BrokenRule(problem, fields={"outcome": problem})
    changes: dict[str, Any] = {"outcome": outcome, "outcome_on": outcome_on, "ended_by_id": actor.id}
    facts = {"outcome": outcome}
    moment = at or clock.now()
    return advance(referral, move, actor=actor, expected_version=expected_version, at=moment, facts=facts, **changes)


def decline(
    referral: Referral,
    *,
    actor: Actor,
    expected_version: int | None,
    decline_reason: str,
    at: datetime | None = None,
) -> Referral:
    """The team does not take it, for a coded reason that police never see."""
    return advance(
        referral,
        "decline",
        actor=actor,
        expected_version=expected_version,
        at=at or clock.now(),
        facts={"reason": decline_reason},
        decline_reason=decline_reason,
        ended_by_id=actor.id,
    )


def recall(
    referral: Referral,
    *,
    actor: Actor,
    expected_version: int | None,
    recall_reason: str,
    at: datetime | None = None,
) -> Referral:
    """Taken back: the team's access ends at once. The author's own recall is also their acknowledgement."""
    moment = at or clock.now()
    changes: dict[str, Any] = {"recall_reason": recall_reason, "ended_by_id": actor.id}
    if referral.author_id == actor.id:
        changes["sender_acknowledged_at"] = moment
    facts = {"reason": recall_reason}
    with transaction.atomic():
        _check_for_sender(referral, "recall", actor, expected_version)
        return advance(
            referral, "recall", actor=actor, expected_version=expected_version, at=moment, facts=facts, **changes
        )


def acknowledge_feedback(
    referral: Referral, *, actor: Actor, expected_version: int | None, at: datetime | None = None
) -> Referral:
    """The sender has learned that it ended."""
    moment = at or clock.now()
    with transaction.atomic():
        # Read under the lock: the other half of the loop may be closing at this moment.
        locked = _check_for_sender(referral, "acknowledge_feedback", actor, expected_version)
        closed = moment if locked.next_step_at else None
        return advance(
            referral,
            "acknowledge_feedback",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            loop_closed_at=closed,
        )


def record_next_step(
    referral: Referral, *, actor: Actor, expected_version: int | None, next_step: str, at: datetime | None = None
) -> Referral:
    """Someone other than who ended it says what follows."""
    moment = at or clock.now()
    with transaction.atomic():
        closed = moment if lock(referral).sender_acknowledged_at else None
        return advance(
            referral,
            "record_next_step",
            actor=actor,
            expected_version=expected_version,
            at=moment,
            facts={"next_step": next_step},
            next_step=next_step,
            loop_closed_at=closed,
        )


def _check_for_sender(referral: Referral, move: str, actor: Actor, expected_version: int | None) -> Referral:
    """Refuse in the sender's words: advance would name the status, and with it how the referral ended."""
    locked = lock(referral)
    require(actor, REFERRAL.permission(move), locked)
    outdated = expected_version not in (None, locked.version) or locked.status not in REFERRAL.move(move).sources
    if outdated and not may(actor, "referral.read_content", locked):
        state = locked.sent_state.label
        raise Conflict(_("This has moved on a moment ago. It is now: %(status)s.") % {"status": state})
    return locked
