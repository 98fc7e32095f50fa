"""The lists of referrals. They show no content: a list is open on many screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.actors import Actor
from core.permissions import require, visible
from core.web.pages import Waiting
from referrals.models import Referral, TeamMember
from referrals.permissions import REVIEWERS, SENDERS, SUPPORT
from referrals.workflow import ENDED, WAITING

PAGE_SIZE = 50
SHOWN_AT_HOME = 20


@dataclass(frozen=True, slots=True)
class Tab:
    """One view of the inbox: who has it, and whether its number says what is to be done."""

    name: str
    label: str | Promise
    roles: frozenset[str]
    counted: bool = False


TABS = (
    Tab("waiting", _("Waiting for my team"), SUPPORT, counted=True),
    Tab("mine", _("Mine"), SUPPORT, counted=True),
    Tab("ended", pgettext_lazy("referrals", "Ended"), SUPPORT),
    Tab("unanswered", _("Unanswered"), REVIEWERS, counted=True),
    Tab("next_step", _("Next step missing"), REVIEWERS, counted=True),
    Tab("all", pgettext_lazy("referrals", "All"), REVIEWERS),
    Tab("sent", _("Sent by me"), SENDERS),
)


def tabs_of(actor: Actor) -> list[Tab]:
    """The views this person has; refused to whoever has none."""
    require(actor, "referral.list")
    return [tab for tab in TABS if actor.holds(*tab.roles)]


def inbox(actor: Actor, tab: str, page: int) -> Page[Referral]:
    """One page of a view, with what its buttons need."""
    require(actor, "referral.list")
    found = _rows(actor, tab).select_related("team", "author", "owner").prefetch_related("team__members")
    return Paginator(found, PAGE_SIZE).get_page(page)


def counts(actor: Actor) -> dict[str, int]:
    """How many wait in each counted view; they are few, whatever has ended."""
    return {tab.name: _rows(actor, tab.name).count() for tab in tabs_of(actor) if tab.counted}


def _rows(actor: Actor, tab: str) -> QuerySet[Referral]:
    team = Q(team__in=TeamMember.objects.filter(user=actor.id, active=True).values("team"))
    wanted: Mapping[str, tuple[Q, str]] = {
        "waiting": (Q(team, status="requested"), "requested_at"),
        "mine": (Q(owner=actor.id, status__in=WAITING), "requested_at"),
        "ended": (Q(team, status__in=ENDED), "-ended_at"),
        "unanswered": (Q(status="requested"), "requested_at"),
        "next_step": (Q(status__in=ENDED, next_step_at__isnull=True), "ended_at"),
        "all": (Q(), "-requested_at"),
        "sent": (Q(author=actor.id), "-requested_at"),
    }
    which, order = wanted[tab]
    return visible(Referral.objects.filter(which), actor).order_by(order, "pk")


def waiting_for(actor: Actor) -> list[Waiting]:
    """What this person has to do next, for the home page."""
    found: list[Waiting] = []
    if actor.holds(*SUPPORT):
        found += _notices(_rows(actor, "waiting"), _("Waiting for your team"), "requested_at")
        untouched = _rows(actor, "mine").filter(status="acknowledged")
        found += _notices(untouched, _("You have it: make first contact"), "acknowledged_at")
    if actor.holds(*SENDERS):
        unseen = _rows(actor, "sent").filter(status__in=ENDED, sender_acknowledged_at__isnull=True)
        found += [_closed(row) for row in unseen[:SHOWN_AT_HOME]]
    if actor.holds(*REVIEWERS):
        undecided = _rows(actor, "next_step").exclude(ended_by=actor.id)
        found += _notices(undecided, _("Ended: record the next step"), "ended_at")
    return found


def _notices(rows: QuerySet[Referral], detail: str | Promise, since: str) -> list[Waiting]:
    return [
        _notice(row, detail, getattr(row, since), row.status, row.get_status_display()) for row in rows[:SHOWN_AT_HOME]
    ]


def _closed(row: Referral) -> Waiting:
    """For the sender: that it was closed, and not how."""
    state = row.sent_state
    return _notice(row, _("Closed: confirm that you have seen it"), row.ended_at, state.value, state.label)


def _notice(row: Referral, detail: str | Promise, since: datetime | None, status: str, label: str | Promise) -> Waiting:
    return Waiting(
        title=_("Referral %(number)s") % {"number": row.number},
        detail=detail,
        url=reverse("referral", args=[row.pk]),
        since=since,
        status=status,
        status_label=label,
    )
