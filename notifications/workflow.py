"""States and moves of a page: a message that asks people to answer, and goes on until somebody does."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Move, Workflow


class PageState(models.TextChoices):
    """Whether somebody has it."""

    OPEN = "open", pgettext_lazy("page", "Waiting for an answer")
    ACKED = "acked", pgettext_lazy("page", "Somebody has it")
    EXHAUSTED = "exhausted", pgettext_lazy("page", "Nobody answered")
    RESOLVED = "resolved", pgettext_lazy("page", "Over")


UNANSWERED = ("open", "exhausted")
UNRESOLVED = ("open", "exhausted", "acked")

PAGE = Workflow(
    "page",
    PageState,
    "open",
    (
        Move(
            "acknowledge",
            "acknowledged",
            UNANSWERED,
            "acked",
            _("I have it"),
            stamp="acknowledged_at",
            tone="primary",
        ),
        Move("join", "joined", UNRESOLVED, None, _("I have it, too"), corrects=True),
        Move("decline", "declined", UNANSWERED, None, _("I cannot"), tone="quiet", needs_form=True),
        Move("snooze", "snoozed", UNANSWERED, None, _("Ask again later"), tone="quiet", needs_form=True),
        Move("reassign", "reassigned", UNRESOLVED, None, _("Give to somebody else"), tone="quiet", needs_form=True),
        Move("escalate", "escalated", UNANSWERED, None, _("Next step now"), tone="quiet"),
        Move("exhaust", "exhausted", ("open",), "exhausted", _("Nobody answered"), corrects=True),
        Move("reopen", "reopened", ("acked",), "open", _("Page again"), tone="quiet"),
        Move("resolve", "resolved", UNRESOLVED, "resolved", _("It is over"), stamp="ended_at"),
    ),
)
