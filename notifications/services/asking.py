"""Ask people, and put down what they answer; both in the caller's transaction, with the page locked."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from notifications.models import Page, PageTarget
from notifications.services import deliveries
from notifications.targets import Asked
from notifications.vocabulary import Response, Urgency, Via

LIFE = {Urgency.CRITICAL: timedelta(minutes=30), Urgency.ROUTINE: timedelta(hours=48)}


def ask(page: Page, whom: Iterable[Asked], at: datetime) -> int:
    """One row and one message for each of these people at the page's present step; answers how many they are."""
    rows = [
        PageTarget(
            agency_id=page.agency_id,
            page=page,
            user_id=each.user_id,
            role=each.role,
            step_no=page.step_no,
            loop_no=page.loop_no,
            asked_at=at,
        )
        for each in whom
    ]
    PageTarget.objects.bulk_create(rows, ignore_conflicts=True)
    for row in rows:
        deliveries.owe_for_page(
            page, row.user_id, method=None, channel="email", after_s=0, expires_at=at + LIFE[Urgency(page.urgency)]
        )
    return len(rows)


def answer(page: Page, user_id: UUID, response: Response, via: Via, at: datetime, reason: str = "") -> None:
    """The person's answer to everything that the page has asked them so far."""
    PageTarget.objects.filter(page=page, user_id=user_id).update(
        response=response, responded_at=at, via=via, reason=reason
    )


def missing_roles(page: Page) -> set[str]:
    """The roles of which somebody must still have it; empty where one person is enough."""
    if page.policy["ack_mode"] != "each":
        return set()
    taken = page.targets.filter(response=Response.ACCEPT).values_list("role", flat=True)
    return set(page.policy["required_roles"]) - set(taken)


def is_dead_end(page: Page) -> bool:
    """Whether everybody whom the present step has asked declined."""
    asked = page.targets.filter(step_no=page.step_no, loop_no=page.loop_no)
    return not asked.exclude(response=Response.DECLINE).exists()
