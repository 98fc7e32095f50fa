"""The steps of pages: each page in a transaction of its own, and nobody waits for a page that somebody holds."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from core import clock, moves
from core.actors import Actor, system
from core.permissions import require
from notifications import plans, targets
from notifications.models import Page
from notifications.services import asking
from notifications.vocabulary import TargetKind
from notifications.workflow import UNANSWERED

# Nobody answered any step: the last role is asked again and again, until a person takes it.
AGAIN = timedelta(minutes=5)
DUE = Q(status__in=UNANSWERED, next_step_at__lte=Now()) | Q(status="acked", ack_deadline__lte=Now())


def advance_escalations(limit: int = 50) -> int:
    """Take every step that is due; answers how many."""
    taken = 0
    while taken < limit and _one():
        taken += 1
    return taken


def escalate_now(page: Page, *, actor: Actor, at: datetime) -> Page:
    """The next step, before its time."""
    with transaction.atomic():
        held = moves.lock(page)
        require(actor, "page.escalate", held)
        return _step(held, actor, at)


def _one() -> bool:
    with transaction.atomic():
        rows = Page.objects.select_for_update(skip_locked=True, of=("self",)).filter(DUE)
        page = rows.order_by("next_step_at", "ack_deadline").first()
        if page is None:
            return False
        actor, at = system(page.agency_id), clock.now()
        if page.status == "acked":
            _reopen(page, actor, at)
        else:
            _step(page, actor, at)
    return True


def _reopen(page: Page, actor: Actor, at: datetime) -> None:
    moves.advance(page, "reopen", actor=actor, expected_version=None, at=at, next_step_at=at, ack_deadline=None)


def _step(page: Page, actor: Actor, at: datetime) -> Page:
    """The next step that reaches somebody; one that reaches nobody does not wait, and is shown."""
    nobody = page.nobody_at
    while (place := plans.following(page.policy, page.step_no, page.loop_no)) is not None:
        page.step_no, page.loop_no = place
        asked = asking.ask(page, _still_asked(page), at)
        if asked:
            wait = timedelta(seconds=plans.delay_s(page.policy, page.step_no))
            return _move(page, "escalate", actor, at, asked, next_step_at=at + wait, nobody_at=nobody)
        nobody = page.step_no
    return _exhaust(page, actor, at)


def _still_asked(page: Page) -> list[targets.Asked]:
    """The people of the step; where each of several roles must answer, only those whose role has not."""
    found = targets.people(page, page.policy["steps"][page.step_no - 1]["targets"])
    missing = asking.missing_roles(page)
    taken = set(page.policy["required_roles"]) - missing if missing else set()
    return [each for each in found if each.role not in taken]


def _exhaust(page: Page, actor: Actor, at: datetime) -> Page:
    page.loop_no += 1
    last = {"kind": TargetKind.ROLE, "role": page.policy["last_role"]}
    asked = asking.ask(page, targets.people(page, [last]), at)
    name = "exhaust" if page.status == "open" else "escalate"
    system_actor = system(page.agency_id)
    return _move(page, name, system_actor, at, asked, next_step_at=at + AGAIN, nobody_at=page.step_no)


def _move(page: Page, name: str, actor: Actor, at: datetime, asked: int, **changes: object) -> Page:
    facts = {"number": page.reference, "step": page.step_no, "round": page.loop_no + 1, "asked": asked}
    place = {"step_no": page.step_no, "loop_no": page.loop_no}
    return moves.advance(page, name, actor=actor, expected_version=None, at=at, facts=facts, **place, **changes)
