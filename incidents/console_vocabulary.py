"""The closed lists of the console: drafts, script versions, hand-offs, lookouts and clocks. Slugs are never re-used."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftEnd(models.TextChoices):
    """What became of a call that was being taken."""

    LOGGED = "logged", _("Logged")
    ATTACHED = "attached", _("Added to an incident")
    DISCARDED = "discarded", _("Discarded")


class ScriptState(models.TextChoices):
    """How far a version of the script has come."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("Active")
    RETIRED = "retired", _("Retired")


class HandoffState(models.TextChoices):
    """How far a hand-off has come."""

    STARTED = "started", _("Calling")
    CONNECTED = "connected", _("Connected")
    CONFIRMED = "confirmed", _("Confirmed")
    FAILED = "failed", _("Not taken")


class Destination(models.TextChoices):
    """Who can take over."""

    COUNSELOR = "counselor", _("Counselor")
    MOBILE_CRISIS = "mobile_crisis", _("Mobile crisis team")
    LIFELINE_988 = "lifeline_988", _("988 Lifeline")
    CRISIS_LINE = "lmha_crisis_line", _("Local crisis line")
    EMS = "ems", _("EMS")
    CITY_POLICE = "outside_le", _("City police")
    CENTER_911 = "center_911", _("911 center")


class HandoffOutcome(models.TextChoices):
    """Why a hand-off was not taken."""

    DECLINED = "declined", _("Declined")
    NO_ANSWER = "no_answer", _("No answer")
    DISCONNECTED = "disconnected", _("Disconnected")
    TAKEN_BACK = "taken_back", _("Taken back")


class LookoutState(models.TextChoices):
    """What has happened to a lookout."""

    OPEN = "open", _("Open")
    LOCATED = "located", _("Located")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Expired")


class LookoutKind(models.TextChoices):
    """What the lookout asks for."""

    BOLO = "bolo", _("Be on the lookout")
    LOCATE = "locate", _("Attempt to locate")


class PendingEnd(models.TextChoices):
    """Why an incident no longer waits for an officer."""

    SENT = "sent", _("Sent")
    DROPPED = "dropped", _("Taken off")
    ENDED = "ended", _("The incident ended")


class TimerKind(models.TextChoices):
    """What a clock watches."""

    WELFARE = "welfare", _("Welfare check")
    WAITING = "waiting", _("Waiting too long")
    REPORT = "report", _("On scene without a report")
    HANDOFF = "handoff", _("Hand-off not confirmed")


class TimerStage(models.TextChoices):
    """How far a clock has come."""

    RUNNING = "running", _("Running")
    ASKED = "asked", _("Asked")
    ASKED_AGAIN = "asked_again", _("Asked again")
    ALARM = "alarm", _("Alarm")
    ENDED = "ended", _("Ended")


class ReleaseReason(models.TextChoices):
    """Why the desk frees a unit while the incident goes on."""

    NOT_NEEDED = "not_needed", _("Not needed any more")
    ELSEWHERE = "needed_elsewhere", _("Needed elsewhere")
    RELIEVED = "relieved", _("Relieved by another unit")
    SHIFT_ENDS = "shift_ends", _("The shift ends")
    ENDED = "ended_with_incident", _("Freed with the end of the incident")


# What the desk chooses from: the end of the incident says so itself.
RELEASES = [(str(value), label) for value, label in ReleaseReason.choices if value != ReleaseReason.ENDED]
