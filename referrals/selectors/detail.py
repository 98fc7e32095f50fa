"""One referral as its reader may know it, and what they can do with it now."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from core import clock
from core.actors import Actor
from core.errors import BrokenRule, Conflict
from core.moves import open_moves
from core.permissions import fetch, may, require
from core.workflow import Move
from referrals.models import ContactAttempt, Referral
from referrals.selectors.disclosed import disclose
from referrals.workflow import REFERRAL

ATTEMPTS_SHOWN = 100
# Logging a contact that reached the person starts the work: the start alone has no door.
WITHOUT_DOOR = frozenset({"start"})


def referral(actor: Actor, pk: UUID) -> Referral:
    """One referral that exists for this person."""
    found = Referral.objects.select_related("team", "author", "owner", "ended_by").prefetch_related("team__members")
    return fetch(found, actor, pk)


def for_move(actor: Actor, pk: UUID, move: str) -> Referral:
    """The referral of a form, refused to whoever may not make the move."""
    found = referral(actor, pk)
    require(actor, REFERRAL.permission(move), found)
    return found


def offered(found: Referral, actor: Actor) -> list[Move]:
    """The open moves that no guard refuses already: what is done once is not offered again."""
    moves = [move for move in open_moves(found, actor) if move.name not in WITHOUT_DOOR]
    return [move for move in moves if not _refused(move, found, actor)]


def _refused(move: Move, found: Referral, actor: Actor) -> bool:
    nothing: dict[str, Any] = {}
    try:
        for guard in move.guards:
            guard(found, actor, clock.now(), nothing)
    except (BrokenRule, Conflict):
        return True
    return False


def reads(found: Referral, actor: Actor) -> bool:
    """Whether this person reads the content, or only the class of the status."""
    return may(actor, "referral.read_content", found)


@dataclass(frozen=True, slots=True)
class Situation:
    """A referral with what a reader of its content sees."""

    shared: list[dict[str, str]]
    attempts: list[ContactAttempt]


def situation(found: Referral, actor: Actor) -> Situation:
    """What was shared, and what was tried with the notes of student support, the newest first."""
    shared = disclose(found, actor)
    attempts = found.attempts.select_related("by").order_by("-at", "-created_at")
    return Situation(shared, list(attempts[:ATTEMPTS_SHOWN]))
