"""A page about a referral, and people to ask."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from core import clock
from core.actors import Actor
from core.models import Event
from notifications.models import EscalationPolicy, EscalationStep, EscalationTarget, NotificationRoute, Page
from notifications.services import pages
from officers.models import Agency, User
from officers.roles import Role
from referrals.models import Referral
from tests.cast import NOON, person

Target = dict[str, Any]


def page_about(referral: Referral) -> Page:
    """A page by hand, with one step that asks the team."""
    steps = [{"delay_s": 60, "targets": [{"kind": "team", "role": "", "user": None, "schedule": None}]}]
    return Page.objects.create(
        agency_id=referral.agency_id,
        case_id=referral.case_id,
        kind="referral.requested",
        about_type="referral",
        about_id=referral.pk,
        reference=referral.number,
        path="/referrals/",
        urgency="routine",
        short_code="K7F3",
        policy_name="By hand",
        policy={"repeat": 0, "ack_mode": "any", "required_roles": [], "last_role": "supervisor", "steps": steps},
        caused_by=uuid4(),
        step_no=1,
        next_step_at=NOON,
        opened_at=NOON,
    )


def policy(agency: Agency, *steps: Sequence[Target], name: str = "Crisis", **given: Any) -> EscalationPolicy:
    """A policy with these steps of 60 s, each a list of targets."""
    made = EscalationPolicy.objects.create(agency=agency, name=name, **{"urgency": "critical", "repeat": 1, **given})
    for number, wanted in enumerate(steps, 1):
        step = EscalationStep.objects.create(agency=agency, policy=made, step_no=number, delay_s=60)
        for target in wanted:
            EscalationTarget.objects.create(agency=agency, step=step, **target)
    return made


def one(user: User, role: str = "") -> Target:
    """This person."""
    return {"kind": "user", "user": user, "role": role}


def routed(agency: Agency, made: EscalationPolicy, event: str = "referral.requested") -> EscalationPolicy:
    """The event pages by this policy."""
    NotificationRoute.objects.create(agency=agency, event=event, policy=made)
    return made


def opened(referral: Referral, made: EscalationPolicy, at: datetime | None = None) -> Page:
    """The page that the policy opens about the referral."""
    event = Event.objects.get(record_id=referral.pk, type="referral.requested")
    about = {"about_type": "referral", "about_id": referral.pk, "number": referral.number, "path": "/referrals/"}
    page = pages.open_page(event, made, at=at or clock.now(), **about)
    assert page is not None
    return page


def people(agency: Agency, *names: str) -> list[User]:
    """Counselors who can be asked."""
    return [person(agency, name, Role.COUNSELOR) for name in names]


def actor(user: User, *roles: str) -> Actor:
    """This person at work."""
    return Actor(agency_id=user.agency_id, id=user.pk, roles=frozenset(roles or {Role.COUNSELOR.value}), name="x")


def later(page: Page) -> None:
    """As if the time of the page's next step, or of what had to follow its answer, had come."""
    past = clock.now() - timedelta(seconds=1)
    field = "ack_deadline" if page.status == "acked" else "next_step_at"
    Page.objects.filter(pk=page.pk).update(**{field: past})


def asked(page: Page) -> list[tuple[int, int, UUID]]:
    """Whom the page asked: step, round, person, in order."""
    rows = page.targets.order_by("loop_no", "step_no", "asked_at", "id")
    return list(rows.values_list("step_no", "loop_no", "user_id"))
