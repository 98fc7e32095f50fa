"""Whom an event concerns, and the message owed to each of them."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from core import clock, outbox
from core.models import Event
from notifications.models import EscalationPolicy, NotificationRoute
from notifications.services import deliveries, pages
from officers.models import Officer
from officers.selectors.training import reminding
from referrals.models import Referral, TeamMember

ROUTINE_LIFE = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to several people: what it may name, and where it leads."""

    agency_id: UUID
    reference: str
    path: str
    recipients: Iterable[UUID]


Resolver = Callable[[Event], Notice]


def _team(referral: Referral) -> Iterable[UUID]:
    return TeamMember.objects.filter(team=referral.team_id, active=True, user__is_active=True).values_list(
        "user_id", flat=True
    )


def _author(referral: Referral) -> Iterable[UUID]:
    return [referral.author_id]


def _referral(recipients: Callable[[Referral], Iterable[UUID]]) -> Resolver:
    def resolve(event: Event) -> Notice:
        found = Referral.objects.get(pk=str(event.record_id))
        return Notice(found.agency_id, found.number, f"/referrals/{found.pk}/", recipients(found))

    return resolve


def _training(event: Event) -> Notice:
    """The number of the course or the rule's short name: never whom it concerns."""
    found = Officer.objects.get(pk=str(event.record_id))
    people = [user.pk for user in reminding.concerned(found)]
    return Notice(found.agency_id, event.facts["number"], f"/officers/{found.pk}/", people)


ROUTES: dict[str, Resolver] = {
    "referral.requested": _referral(_team),
    "referral.acknowledged": _referral(_author),
    "referral.started": _referral(_author),
    "referral.completed": _referral(_author),
    "referral.failed": _referral(_author),
    "referral.declined": _referral(_author),
    "referral.recalled": _referral(_team),
    "training.due": _training,
}


def _happened_at(event: Event) -> datetime:
    """When it happened, which an entry made afterwards puts long before `event.at`, the time of recording."""
    return datetime.fromisoformat(json.loads(event.payload)["at"])


def tell(event: Event) -> None:
    """Page by the agency's policies for this event; without one, owe a message to each whom it concerns.

    A second time finds the page opened and the messages owed.
    """
    notice = ROUTES[event.type](event)
    routes = NotificationRoute.objects.select_related("policy").filter(
        agency_id=event.agency_id, event=event.type, active=True, policy__active=True
    )
    if routes:
        _page(event, notice, [route.policy for route in routes])
        return
    for user_id in notice.recipients:
        deliveries.owe(
            notice.agency_id,
            key=f"notice:{event.pk}:{user_id}",
            user_id=user_id,
            kind=event.type,
            reference=notice.reference,
            path=notice.path,
            expires_at=_happened_at(event) + ROUTINE_LIFE,
        )


def _page(event: Event, notice: Notice, policies: Iterable[EscalationPolicy]) -> None:
    """What happened too long ago to help pages nobody."""
    at = clock.now()
    if _happened_at(event) + ROUTINE_LIFE <= at or event.record_id is None:
        return
    for policy in policies:
        pages.open_page(
            event,
            policy,
            about_type=event.type.partition(".")[0],
            about_id=event.record_id,
            number=notice.reference,
            path=notice.path,
            at=at,
        )


def ended(event: Event) -> None:
    """What the pages about this record asked for has happened."""
    if event.record_id is not None:
        pages.resolve_about(event.record_id, event.agency_id, because=event.type, at=clock.now())


ENDING = ("referral.acknowledged", "referral.declined", "referral.recalled")
outbox.subscribe("notifications.ended", to=ENDING, handler=ended, lane="paging")
outbox.subscribe("notifications.tell", to=tuple(ROUTES), handler=tell, lane="paging")
