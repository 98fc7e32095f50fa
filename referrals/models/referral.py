"""The referral, what was shared with it, and what was tried."""

from django.db import models

from core.tenancy import TenantForeignKey
from officers.models import AgencyRecord, Campus, CaseRecord, User
from referrals.vocabulary import (
    ContactChannel,
    ContactResult,
    ContactWith,
    DeclineReason,
    Ending,
    NextStep,
    RecallReason,
    TeamKind,
    Urgency,
)
from referrals.workflow import ENDED, REFERRAL, SENT_STATES, WAITING, ReferralState, SentState


class ReferralTeam(AgencyRecord):
    """The people who receive the referrals of one campus."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=16, choices=TeamKind.choices)
    campus = TenantForeignKey(Campus, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campus", "kind"], name="team_per_campus")]

    def __str__(self) -> str:
        return self.name


class TeamMember(AgencyRecord):
    """One person of a team; staff are deactivated, never deleted."""

    team = TenantForeignKey(ReferralTeam, related_name="members")
    user = TenantForeignKey(User, related_name="team_rows")
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "user"], name="team_member_once")]


class Referral(CaseRecord):
    """A request to a named team to help one person, tracked until someone has acted and the sender knows."""

    workflow = REFERRAL

    number = models.CharField(max_length=14)
    client_key = models.UUIDField()
    status = models.CharField(max_length=14, choices=ReferralState.choices, default=ReferralState.REQUESTED)
    team = TenantForeignKey(ReferralTeam, related_name="referrals")
    urgency = models.CharField(max_length=8, choices=Urgency.choices)
    author = TenantForeignKey(User, related_name="+")
    author_unit = models.CharField(max_length=8, blank=True)
    owner = TenantForeignKey(User, null=True, related_name="+")
    ended_by = TenantForeignKey(User, null=True, related_name="+")
    decline_reason = models.CharField(max_length=28, choices=DeclineReason.choices, blank=True)
    recall_reason = models.CharField(max_length=20, choices=RecallReason.choices, blank=True)
    outcome = models.CharField(max_length=24, choices=Ending.choices, blank=True)
    outcome_on = models.DateField(null=True)
    next_step = models.CharField(max_length=16, choices=NextStep.choices, blank=True)
    requested_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    first_contact_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    sender_acknowledged_at = models.DateTimeField(null=True)
    next_step_at = models.DateTimeField(null=True)
    loop_closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="referral_number"),
            models.UniqueConstraint(fields=["agency", "client_key"], name="referral_client_key"),
            models.CheckConstraint(
                condition=~models.Q(status__in=ENDED) | models.Q(ended_at__isnull=False),
                name="referral_ended_when",
            ),
            models.CheckConstraint(
                condition=models.Q(loop_closed_at__isnull=True)
                | models.Q(sender_acknowledged_at__isnull=False, next_step_at__isnull=False),
                name="referral_loop_is_both",
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "requested_at"],
                name="referral_waiting",
                condition=models.Q(status__in=WAITING),
            ),
            models.Index(fields=["author", "requested_at"], name="referral_author"),
            models.Index(fields=["case_id"], name="referral_case"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def sent_state(self) -> SentState:
        """The class of its status, for the sender."""
        return SENT_STATES[ReferralState(self.status)]


class ReferralSnapshot(AgencyRecord):
    """Exactly what was shared, frozen: the recipient never sees the live record. The database refuses changes."""

    referral = TenantForeignKey(Referral, related_name="snapshots")
    profile = models.CharField(max_length=24)
    profile_version = models.PositiveSmallIntegerField()
    payload = models.JSONField()
    sha = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "profile"], name="snapshot_once")]


class Disclosure(AgencyRecord):
    """That it was shared: with whom, why, on which basis. The database refuses changes."""

    referral = TenantForeignKey(Referral, related_name="disclosures")
    snapshot_sha = models.CharField(max_length=64)
    profile = models.CharField(max_length=24)
    profile_version = models.PositiveSmallIntegerField()
    discloser = TenantForeignKey(User, related_name="+")
    recipient = models.CharField(max_length=80)
    at = models.DateTimeField()
    how = models.CharField(max_length=8, default="screen")
    purpose = models.CharField(max_length=120)
    basis = models.CharField(max_length=24)


class ContactAttempt(AgencyRecord):
    """One try to reach the person; notes stay with student support."""

    referral = TenantForeignKey(Referral, related_name="attempts")
    by = TenantForeignKey(User, related_name="+")
    at = models.DateTimeField()
    channel = models.CharField(max_length=16, choices=ContactChannel.choices)
    contact_with = models.CharField(max_length=10, choices=ContactWith.choices)
    result = models.CharField(max_length=14, choices=ContactResult.choices)
    note = models.TextField(max_length=2000, blank=True)
