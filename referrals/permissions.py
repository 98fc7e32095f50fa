"""Who may do what with referrals, and which of them exist for whom."""

from typing import Any

from django.db.models import Q

from core.actors import Actor
from core.permissions import Grant, declare
from officers.roles import Role
from referrals.models import Referral, ReferralTeam, TeamMember

SENDERS = frozenset({Role.POLICE_OFFICER.value, Role.SECURITY_OFFICER.value, Role.SUPERVISOR.value})
SUPPORT = frozenset({Role.COUNSELOR.value, Role.SOCIAL_WORKER.value})
REVIEWERS = frozenset({Role.DIRECTOR.value})


def author(actor: Actor, record: Any) -> bool:
    """Who wrote the report or sent the referral."""
    return bool(record.author_id == actor.id)


def recipient(actor: Actor, referral: Any) -> bool:
    """A member of the addressed team; read through the relation, so that a list can fetch it ahead."""
    return any(member.user_id == actor.id and member.active for member in referral.team.members.all())


def reader(actor: Actor, referral: Any) -> bool:
    """A recipient, until the sender takes it back."""
    return bool(referral.status != "cancelled") and recipient(actor, referral)


def owner(actor: Actor, referral: Any) -> bool:
    """The person now answerable."""
    return bool(referral.owner_id == actor.id)


_recipient = (Grant(SUPPORT, recipient),)
_owner = (Grant(SUPPORT, owner),)

RULES: dict[str, tuple[Grant, ...]] = {
    "referral.make": (Grant(SENDERS, author),),
    "referral.list": (Grant(SENDERS | SUPPORT | REVIEWERS),),
    "referral.read_content": (Grant(SUPPORT, reader), Grant(REVIEWERS)),
    "referral.acknowledge": _recipient,
    "referral.decline": _recipient,
    "referral.recall": (Grant(SENDERS, author), Grant(REVIEWERS)),
    "referral.log_contact": _owner,
    "referral.start": _owner,
    "referral.complete": _owner,
    "referral.fail": _owner,
    "referral.acknowledge_feedback": (Grant(SENDERS, author),),
    "referral.record_next_step": (Grant(REVIEWERS),),
}


def _referrals(actor: Actor) -> Q:
    """The sender's own, the team's, and all of them for the director."""
    if actor.holds(*REVIEWERS):
        return Q()
    seen = Q(pk__in=[])
    if actor.holds(*SENDERS):
        seen |= Q(author=actor.id)
    if actor.holds(*SUPPORT):
        seen |= Q(team__in=TeamMember.objects.filter(user=actor.id, active=True).values("team"))
    return seen


def _teams(actor: Actor) -> Q:
    """Names of teams are no secret inside the agency."""
    return Q()


declare(RULES, {Referral: _referrals, ReferralTeam: _teams})
