"""States and moves of shifts, requests about them, leave and bookings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workflow import Move, Workflow


class ShiftState(models.TextChoices):
    """What has happened to a planned shift."""

    SCHEDULED = "scheduled", _("Scheduled")
    CANCELLED = "cancelled", _("Cancelled")


class CoverState(models.TextChoices):
    """What has happened to a request that somebody takes a shift."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted, waits for approval")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class LeaveState(models.TextChoices):
    """What has happened to a request for leave."""

    REQUESTED = "requested", _("Requested")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class BookingState(models.TextChoices):
    """What has happened to a seat in a class."""

    BOOKED = "booked", _("Booked")
    ATTENDED = "attended", _("Attended")
    MISSED = "missed", _("Missed")
    CANCELLED = "cancelled", _("Cancelled")


# Seats of a class that are gone: who missed it has still had one.
SEATED = (BookingState.BOOKED, BookingState.ATTENDED, BookingState.MISSED)

SHIFT = Workflow(
    "shift",
    ShiftState,
    "scheduled",
    (
        Move("change", "changed", ("scheduled",), None, _("Change"), stamp="changed_at", needs_form=True),
        Move("hand_over", "handed_over", ("scheduled",), None, _("Hand over"), stamp="changed_at", needs_form=True),
        Move("cancel", "cancelled", ("scheduled",), "cancelled", _("Cancel"), stamp="cancelled_at", tone="danger"),
    ),
)

COVER = Workflow(
    "cover",
    CoverState,
    "open",
    (
        Move("accept", "accepted", ("open",), "accepted", _("Take the shift"), stamp="accepted_at"),
        Move("approve", "approved", ("accepted",), "approved", _("Approve"), stamp="decided_at"),
        Move("decline", "declined", ("open", "accepted"), "declined", _("Decline"), stamp="decided_at", tone="danger"),
        Move("withdraw", "withdrawn", ("open", "accepted"), "withdrawn", _("Withdraw"), stamp="decided_at"),
    ),
)

LEAVE = Workflow(
    "leave",
    LeaveState,
    "requested",
    (
        Move("approve", "approved", ("requested",), "approved", _("Approve"), stamp="decided_at"),
        Move("decline", "declined", ("requested",), "declined", _("Decline"), stamp="decided_at", tone="danger"),
        Move("withdraw", "withdrawn", ("requested", "approved"), "withdrawn", _("Withdraw"), stamp="decided_at"),
    ),
)

BOOKING = Workflow(
    "booking",
    BookingState,
    "booked",
    (
        Move("attend", "attended", ("booked",), "attended", _("Attended"), stamp="ended_at"),
        Move("miss", "missed", ("booked",), "missed", _("Did not come"), stamp="ended_at"),
        Move("cancel", "cancelled", ("booked",), "cancelled", _("Cancel"), stamp="ended_at", tone="danger"),
    ),
)
