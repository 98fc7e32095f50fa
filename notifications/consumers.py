"""Whom an event concerns, and the message owed to each of them."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from core import outbox
from core.models import Event
from notifications.services import deliveries
from referrals.models import Referral, TeamMember

ROUTINE_LIFE = timedelta(hours=48)
Recipients = Callable[[Referral], Iterable[UUID]]


def _team(referral: Referral) -> Iterable[UUID]:
    return TeamMember.objects.filter(team=referral.team_id, active=True, user__is_active=True).values_list(
        "user_id", flat=True
    )


def _author(referral: Referral) -> Iterable[UUID]:
    return [referral.author_id]


ROUTES: dict[str, Recipients] = {
    "referral.requested": _team,
    "referral.acknowledged": _author,
    "referral.started": _author,
    "referral.completed": _author,
    "referral.failed": _author,
    "referral.declined": _author,
    "referral.recalled": _team,
}


def _happened_at(event: Event) -> datetime:
    """When it happened, which an entry made afterwards puts long before `event.at`, the time of recording."""
    return datetime.fromisoformat(json.loads(event.payload)["at"])


def tell(event: Event) -> None:
    """Owe one message to each recipient; a second time finds them owed."""
    referral = Referral.objects.get(pk=str(event.record_id))
    for user_id in ROUTES[event.type](referral):
        deliveries.owe(
            referral.agency_id,
            key=f"notice:{event.pk}:{user_id}",
            user_id=user_id,
            kind=event.type,
            reference=referral.number,
            path=f"/referrals/{referral.pk}/",
            expires_at=_happened_at(event) + ROUTINE_LIFE,
        )


outbox.subscribe("notifications.tell", to=tuple(ROUTES), handler=tell, lane="paging")
