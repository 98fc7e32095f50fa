"""What the API says about referrals: all of it to a reader of the content, the class of the status to the sender."""

from typing import Any

from django.core.paginator import Page
from rest_framework import serializers

from core.actors import Actor
from referrals import selectors
from referrals.models import ContactAttempt, Referral


class SentOut(serializers.ModelSerializer[Referral]):
    """For the sender: number, status class and dates."""

    status = serializers.CharField(source="sent_state")

    class Meta:
        model = Referral
        fields = (
            "id",
            "number",
            "status",
            "requested_at",
            "acknowledged_at",
            "first_contact_at",
            "ended_at",
            "sender_acknowledged_at",
            "version",
        )


class RowOut(serializers.ModelSerializer[Referral]):
    """For student support: how it stands, without content."""

    team = serializers.CharField(source="team.name")
    author = serializers.CharField(source="author.name")
    owner = serializers.CharField(source="owner.name", default=None)

    class Meta:
        model = Referral
        fields = (
            "id",
            "number",
            "status",
            "urgency",
            "team",
            "author",
            "owner",
            "outcome",
            "outcome_on",
            "decline_reason",
            "recall_reason",
            "next_step",
            "requested_at",
            "acknowledged_at",
            "first_contact_at",
            "ended_at",
            "sender_acknowledged_at",
            "loop_closed_at",
            "version",
        )


class AttemptOut(serializers.ModelSerializer[ContactAttempt]):
    """One attempt with its note."""

    by = serializers.CharField(source="by.name")

    class Meta:
        model = ContactAttempt
        fields = ("id", "at", "by", "channel", "contact_with", "result", "note")


def listed(page: Page[Referral], tab: str, actor: Actor) -> dict[str, Any]:
    """One page of a list."""
    rows = [_row(row, actor, sent=tab == "sent") for row in page]
    return {"results": rows, "tab": tab, "page": page.number, "pages": page.paginator.num_pages}


def referral_out(found: Referral, actor: Actor) -> dict[str, Any]:
    """One referral."""
    reads = selectors.reads(found, actor)
    row = _row(found, actor, sent=not reads)
    if not reads:
        return row
    situation = selectors.situation(found, actor)
    return {**row, "shared": situation.shared, "attempts": AttemptOut(situation.attempts, many=True).data}


def _row(found: Referral, actor: Actor, *, sent: bool) -> dict[str, Any]:
    shown: dict[str, Any] = dict(SentOut(found).data if sent else RowOut(found).data)
    return {**shown, "actions": [move.name for move in selectors.offered(found, actor)]}
