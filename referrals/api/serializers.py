"""What the API accepts about referrals: the same names and bounds as the forms."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.web.idempotency import IdempotencyKeyField
from core.web.versions import VersionIn
from referrals.models import ReferralTeam
from referrals.vocabulary import (
    COMPLETED_ENDINGS,
    FAILED_ENDINGS,
    ContactChannel,
    ContactResult,
    ContactWith,
    DeclineReason,
    NextStep,
    RecallReason,
    Urgency,
)


class TeamField(serializers.PrimaryKeyRelatedField[ReferralTeam]):
    """One of the teams that the view offers this person."""

    def get_queryset(self) -> QuerySet[ReferralTeam]:
        """The teams in the context."""
        found: QuerySet[ReferralTeam] = self.context["teams"]
        return found


class MakeIn(serializers.Serializer[Any]):
    """`client_key` is the Idempotency-Key header: sent twice, it is one referral."""

    client_key = IdempotencyKeyField()
    team = TeamField()
    urgency = serializers.ChoiceField(choices=Urgency.choices)


class ContactIn(serializers.Serializer[Any]):
    """One attempt; it only adds, so it needs no version."""

    channel = serializers.ChoiceField(choices=ContactChannel.choices)
    contact_with = serializers.ChoiceField(choices=ContactWith.choices)
    result = serializers.ChoiceField(choices=ContactResult.choices)
    note = serializers.CharField(max_length=2000, allow_blank=True, default="")


class CompleteIn(VersionIn):
    """What came of it."""

    outcome = serializers.ChoiceField(choices=[(ending.value, ending.label) for ending in COMPLETED_ENDINGS])
    outcome_on = serializers.DateField()


class FailIn(VersionIn):
    """Why it ended without help."""

    outcome = serializers.ChoiceField(choices=[(ending.value, ending.label) for ending in FAILED_ENDINGS])
    outcome_on = serializers.DateField()


class DeclineIn(VersionIn):
    """Why the team does not take it."""

    decline_reason = serializers.ChoiceField(choices=DeclineReason.choices)


class RecallIn(VersionIn):
    """Why the sender takes it back."""

    recall_reason = serializers.ChoiceField(choices=RecallReason.choices)


class NextStepIn(VersionIn):
    """What follows."""

    next_step = serializers.ChoiceField(choices=NextStep.choices)
