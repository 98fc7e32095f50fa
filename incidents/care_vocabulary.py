"""The closed lists of response plans: states, suggestions, safety concerns, and why somebody looked."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanState(models.TextChoices):
    """How far a version has come."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waits for approval")
    APPROVED = "approved", _("Approved")
    EXPIRED = "expired", _("Expired")
    RETIRED = "retired", _("Retired")


class SuggestionKind(models.TextChoices):
    """What a suggestion is about."""

    TRIGGER = "trigger", _("A trigger")
    HELPS = "helps", _("What helps")
    AVOID = "avoid", _("What to avoid")
    OTHER = "other", pgettext_lazy("suggestion", "Something else")


class SuggestionState(models.TextChoices):
    """What became of a suggestion."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class ViewWay(models.TextChoices):
    """What of a plan somebody saw."""

    SUMMARY = "summary", _("Summary with an incident")
    WHOLE = "whole", _("Whole plan")
    CARD = "card", _("Printed card")


class ViewReason(models.TextChoices):
    """Why somebody opened a plan; the incident answers for itself."""

    INCIDENT = "incident", _("Sent to an incident with this person")
    WRITING = "writing", _("Writing this version")
    APPROVAL = "approval", _("Checking it for approval")
    SUPPORT = "support", _("Supporting this person now")
    REENTRY = "reentry", _("Preparing a return to school")
    REVIEW = "review", _("Reviewing what happened")
    OTHER = "other", _("Another reason")


# What a person may choose; the other two are found out by the program.
STATED = tuple(pair for pair in ViewReason.choices if pair[0] not in (ViewReason.INCIDENT, ViewReason.WRITING))
OPEN_PLAN = (PlanState.DRAFT.value, PlanState.SUBMITTED.value)
