"""What the templates of referrals are given. Nothing is read here that a selector has not given out."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Page
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.actors import Actor
from core.workflow import Move
from referrals import selectors
from referrals.models import Referral
from referrals.workflow import ENDED, REFERRAL, SentState

ROUTES = {
    "log_contact": "referral_contact",
    "complete": "referral_complete",
    "fail": "referral_fail",
    "decline": "referral_decline",
    "recall": "referral_recall",
    "record_next_step": "referral_next_step",
}
# The class of a status has no colour of its own where a status has the same meaning.
SENT_PILLS = {SentState.CONTACT_MADE: "in_progress"}
SENDER_LABELS = {"acknowledge_feedback": _("I have seen that it was closed")}


def inbox(page: Page[Referral], tab: str, tabs: list[selectors.Tab], actor: Actor) -> dict[str, Any]:
    """A list with its tabs, and for each row the one thing to do next."""
    counts = selectors.counts(actor)
    views = [
        {"label": each.label, "url": f"?tab={each.name}", "current": each.name == tab, "count": counts.get(each.name)}
        for each in tabs
    ]
    rows = [
        {"referral": row, "pill": _sent_pill(row), "moves": _next(row, actor, strong=tab == "waiting")} for row in page
    ]
    sent = tab == "sent"
    return {"page": page, "rows": rows, "tabs": views, "sent": sent, "tab": tab, "query": f"tab={tab}&"}


def detail(found: Referral, actor: Actor) -> dict[str, Any]:
    """One referral: all of it for a reader of the content, the class of its status for the sender."""
    reads = selectors.reads(found, actor)
    context = {"referral": found, "reads": reads, "moves": _buttons(found, actor), "pill": _sent_pill(found)}
    if not reads:
        return {**context, "steps": _steps(_sent_steps(found))}
    return {**context, "steps": _steps(_all_steps(found)), "situation": selectors.situation(found, actor)}


def move_form(found: Referral, name: str, form: forms.Form, actor: Actor) -> dict[str, Any]:
    """The form of one move."""
    move = REFERRAL.move(name)
    return {"referral": found, "move": move, "form": form, "reads": selectors.reads(found, actor)}


def _next(row: Referral, actor: Actor, *, strong: bool) -> list[dict[str, Any]]:
    """The first move, strong only in the list of what must be taken: elsewhere a page of them would shout."""
    return [{**button, "primary": button["primary"] and strong} for button in _buttons(row, actor)[:1]]


def _buttons(found: Referral, actor: Actor) -> list[dict[str, Any]]:
    """The open moves, the quiet ones last and the first one strong."""
    moves = sorted(selectors.offered(found, actor), key=lambda move: move.tone == "quiet")
    reads = selectors.reads(found, actor)
    return [_button(found, move, reads, first=index == 0) for index, move in enumerate(moves)]


def _button(found: Referral, move: Move, reads: bool, *, first: bool) -> dict[str, Any]:
    return {
        "name": move.name,
        "label": move.label if reads else SENDER_LABELS.get(move.name, move.label),
        "tone": "" if move.tone == "primary" else move.tone,
        "primary": first and move.tone != "quiet",
        "needs_form": move.needs_form,
        "url": reverse(ROUTES.get(move.name, "referral_move"), args=[found.pk]),
        "version": found.version,
    }


def _sent_pill(found: Referral) -> dict[str, str]:
    state = found.sent_state
    return {"status": SENT_PILLS.get(state, state.value), "label": str(state.label)}


Stage = tuple[str | Promise, datetime | None]


def _sent_steps(found: Referral) -> list[Stage]:
    return [
        (_("Sent"), found.requested_at),
        (_("Acknowledged"), found.acknowledged_at),
        (_("Contact made"), found.first_contact_at),
        (pgettext_lazy("referral", "Closed"), found.ended_at),
        (_("Seen by you"), found.sender_acknowledged_at),
    ]


def _all_steps(found: Referral) -> list[Stage]:
    ended = found.get_status_display() if found.status in ENDED else _("Ended")
    return [
        (_("Sent"), found.requested_at),
        (_("Acknowledged"), found.acknowledged_at),
        (_("First contact"), found.first_contact_at),
        (ended, found.ended_at),
        (_("Loop closed"), found.loop_closed_at),
    ]


def _steps(stages: list[Stage]) -> list[dict[str, Any]]:
    reached = max(index for index, (_label, at) in enumerate(stages) if at is not None)
    return [
        {"label": label, "state": _state(index, reached, at), "time": _when(at) if at else ""}
        for index, (label, at) in enumerate(stages)
    ]


def _state(index: int, reached: int, at: datetime | None) -> str:
    if index == reached:
        return "now"
    return "did" if at else ""


def _when(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j M, H:i")
