"""States and moves of a referral."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Move, Workflow
from referrals import guards


class ReferralState(models.TextChoices):
    """What has happened to a referral."""

    REQUESTED = "requested", _("Requested")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    IN_PROGRESS = "in_progress", _("In progress")
    COMPLETED = "completed", _("Completed")
    FAILED = "failed", _("Ended without help")
    DECLINED = "declined", _("Declined")
    CANCELLED = "cancelled", pgettext_lazy("referral", "Cancelled")


class SentState(models.TextChoices):
    """What the sender may know: the class of the status, never what came of it."""

    WAITING = "waiting", _("Waiting")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    CONTACT_MADE = "contact_made", _("Contact made")
    CLOSED = "closed", pgettext_lazy("referral", "Closed")


ENDED = ("completed", "failed", "declined", "cancelled")
WAITING = ("requested", "acknowledged", "in_progress")
SENT_STATES = {
    ReferralState.REQUESTED: SentState.WAITING,
    ReferralState.ACKNOWLEDGED: SentState.ACKNOWLEDGED,
    ReferralState.IN_PROGRESS: SentState.CONTACT_MADE,
    **dict.fromkeys(map(ReferralState, ENDED), SentState.CLOSED),
}

REFERRAL = Workflow(
    "referral",
    ReferralState,
    "requested",
    (
        Move(
            "acknowledge",
            "acknowledged",
            ("requested",),
            "acknowledged",
            _("I have it"),
            stamp="acknowledged_at",
            tone="primary",
        ),
        Move(
            "decline",
            "declined",
            ("requested", "acknowledged"),
            "declined",
            _("Decline"),
            stamp="ended_at",
            tone="quiet",
            needs_form=True,
        ),
        Move(
            "recall",
            "recalled",
            ("requested", "acknowledged"),
            "cancelled",
            _("Recall"),
            stamp="ended_at",
            tone="quiet",
            needs_form=True,
        ),
        Move(
            "log_contact",
            "contact_logged",
            ("acknowledged", "in_progress"),
            None,
            _("Log contact"),
            needs_form=True,
        ),
        Move(
            "start",
            "started",
            ("acknowledged",),
            "in_progress",
            _("First contact made"),
            stamp="first_contact_at",
            needs_form=True,
        ),
        Move(
            "complete",
            "completed",
            ("in_progress",),
            "completed",
            _("Complete"),
            stamp="ended_at",
            guards=(guards.ended_not_in_the_future,),
            needs_form=True,
        ),
        Move(
            "fail",
            "failed",
            ("acknowledged", "in_progress"),
            "failed",
            _("End without help"),
            stamp="ended_at",
            guards=(guards.ended_not_in_the_future, guards.unable_to_contact_was_tried),
            tone="quiet",
            needs_form=True,
        ),
        Move(
            "acknowledge_feedback",
            "feedback_acknowledged",
            ENDED,
            None,
            _("I have seen how it ended"),
            stamp="sender_acknowledged_at",
            guards=(guards.feedback_not_yet_acknowledged,),
            tone="primary",
        ),
        Move(
            "record_next_step",
            "next_step_recorded",
            ENDED,
            None,
            _("Record next step"),
            stamp="next_step_at",
            guards=(guards.next_step_by_another_person,),
            needs_form=True,
        ),
    ),
)
