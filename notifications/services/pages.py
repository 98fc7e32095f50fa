"""Open a page and answer it. Every move locks the page, so that an answer and the next step never cross."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core import ledger, moves
from core.actors import Actor, system
from core.errors import BrokenRule, NotFound
from core.models import Event
from core.permissions import require
from notifications import plans
from notifications.models import EscalationPolicy, Page
from notifications.services import asking, deliveries
from notifications.targets import Asked
from notifications.vocabulary import DeclineReason, Response, Urgency, Via
from notifications.workflow import UNRESOLVED
from officers.models import User

# Within this time something must follow an answer, or the page asks again.
FOLLOWED = {Urgency.CRITICAL: timedelta(minutes=5), Urgency.ROUTINE: timedelta(hours=4)}
MINUTES = {Urgency.CRITICAL: (5,), Urgency.ROUTINE: (5, 15, 30)}
# Without signs that look or sound alike.
SIGNS = "ACDEFGHJKMNPQRTUVWXY34679"
CODE = 4


def open_page(
    event: Event, policy: EscalationPolicy, *, about_type: str, about_id: UUID, number: str, path: str, at: datetime
) -> Page | None:
    """Begin to ask because of this event; None when it has been done before. The first step is due at once."""
    if Page.objects.filter(caused_by=event.pk, policy_name=policy.name).exists():
        return None
    page = Page(
        agency_id=event.agency_id,
        case_id=event.case_id or event.pk,
        kind=event.type,
        about_type=about_type,
        about_id=about_id,
        reference=number,
        path=path,
        urgency=policy.urgency,
        policy_name=policy.name,
        policy=plans.copied(policy),
        caused_by=event.pk,
        next_step_at=at,
        opened_at=at,
    )
    with transaction.atomic():
        page.short_code = _free_code(page)
        page.save(force_insert=True)
        facts = {"number": number, "policy": policy.name, "urgency": policy.urgency}
        ledger.announce("page.opened", record=page, actor=system(page.agency_id), at=at, facts=facts)
    return page


def acknowledge(page: Page, *, actor: Actor, via: Via, at: datetime) -> Page:
    """This person has it. Where each of several roles must answer, the page asks on for the others."""
    with transaction.atomic():
        held = moves.lock(page)
        require(actor, "page.acknowledge", held)
        late = held.status == "acked"
        asking.answer(held, actor.person, Response.SEEN if late else Response.ACCEPT, via, at)
        facts = {"via": via.value}
        if late or asking.missing_roles(held):
            return moves.advance(held, "join", actor=actor, expected_version=None, at=at, facts=facts)
        deliveries.cancel_for_page(held.pk)
        return moves.advance(
            held,
            "acknowledge",
            actor=actor,
            expected_version=None,
            at=at,
            facts=facts,
            acknowledged_by_id=actor.person,
            next_step_at=None,
            ack_deadline=at + FOLLOWED[Urgency(held.urgency)],
            nobody_at=None,
        )


def decline(page: Page, *, actor: Actor, reason: DeclineReason, via: Via, at: datetime) -> Page:
    """This person cannot; when nobody of the step can, the next one does not wait."""
    with transaction.atomic():
        held = moves.lock(page)
        require(actor, "page.decline", held)
        asking.answer(held, actor.person, Response.DECLINE, via, at, reason)
        changes = {"next_step_at": at} if held.status == "open" and asking.is_dead_end(held) else {}
        facts = {"via": via.value, "reason": reason.value}
        return moves.advance(held, "decline", actor=actor, expected_version=None, at=at, facts=facts, **changes)


def snooze(page: Page, *, actor: Actor, minutes: int, at: datetime) -> Page:
    """Ask again in so many minutes: 5, 15 or 30, and 5 alone for what is critical."""
    if minutes not in MINUTES[Urgency(page.urgency)]:
        raise BrokenRule(
            _("A page of this urgency can wait for %(minutes)s minutes.")
            % {"minutes": ", ".join(map(str, MINUTES[Urgency(page.urgency)]))}
        )
    later = at + timedelta(minutes=minutes)
    facts = {"minutes": minutes}
    return moves.advance(page, "snooze", actor=actor, expected_version=None, at=at, facts=facts, next_step_at=later)


def reassign(page: Page, *, actor: Actor, to: UUID, at: datetime) -> Page:
    """Ask somebody else of the agency, too; they have the time of the present step to answer."""
    with transaction.atomic():
        held = moves.lock(page)
        require(actor, "page.reassign", held)
        if not User.objects.filter(pk=to, agency_id=held.agency_id, is_active=True).exists():
            raise NotFound(_("There is no such person."))
        asking.ask(held, [Asked(to, "")], at)
        changes = {} if held.status == "acked" else {"next_step_at": at + _wait(held)}
        facts = {"to": str(to)}
        return moves.advance(held, "reassign", actor=actor, expected_version=None, at=at, facts=facts, **changes)


def resolve(page: Page, *, actor: Actor, because: str, at: datetime) -> Page:
    """It is over; `because` is a slug: of the event that ended it, or `person`."""
    with transaction.atomic():
        deliveries.cancel_for_page(page.pk)
        return moves.advance(
            page,
            "resolve",
            actor=actor,
            expected_version=None,
            at=at,
            facts={"because": because},
            next_step_at=None,
            ack_deadline=None,
            nobody_at=None,
        )


def resolve_about(about_id: UUID, agency_id: UUID, *, because: str, at: datetime) -> int:
    """What the pages about this record asked for has happened; answers how many pages that were."""
    found = list(Page.objects.filter(about_id=about_id, agency_id=agency_id, status__in=UNRESOLVED).order_by("pk"))
    for page in found:
        resolve(page, actor=system(agency_id), because=because, at=at)
    return len(found)


def _wait(page: Page) -> timedelta:
    steps = page.policy["steps"]
    return timedelta(seconds=plans.delay_s(page.policy, min(max(page.step_no, 1), len(steps))))


def _free_code(page: Page) -> str:
    """Of the page's own key, so that no luck is needed; the next signs where another open page has them."""
    rest = page.pk.int
    taken = set(
        Page.objects.filter(agency_id=page.agency_id, status__in=UNRESOLVED).values_list("short_code", flat=True)
    )
    while True:
        code = ""
        for _sign in range(CODE):
            rest, place = divmod(rest, len(SIGNS))
            code += SIGNS[place]
        if code not in taken:
            return code
