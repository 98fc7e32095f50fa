"""States and moves of de-escalation records and of their amendments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workflow import Move, Workflow
from incidents import law_guards, record_guards


class RecordState(models.TextChoices):
    """What has happened to a de-escalation record."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    LOCKED = "locked", _("Locked")


class AmendmentState(models.TextChoices):
    """What has happened to a change of a locked record."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")


# Described: an officer has answered for the encounter.
FILED = ("submitted", "approved", "locked")

RECORD = Workflow(
    "record",
    RecordState,
    "draft",
    (
        Move("revise", "revised", ("draft", "returned"), None, _("Save draft"), needs_form=True),
        Move(
            "submit",
            "submitted",
            ("draft", "returned"),
            "submitted",
            _("File"),
            stamp="submitted_at",
            guards=(record_guards.answers_are_complete,),
            needs_form=True,
        ),
        Move(
            "return",
            "returned",
            ("submitted",),
            "returned",
            _("Return"),
            guards=(record_guards.reviewer_is_not_the_author,),
            needs_form=True,
        ),
        Move(
            "review_force",
            "force_reviewed",
            ("submitted",),
            None,
            _("Force was read"),
            stamp="force_reviewed_at",
            guards=(record_guards.reviewer_is_not_the_author, record_guards.force_is_to_be_read),
            tone="primary",
        ),
        Move(
            "review_gravest",
            "gravest_reviewed",
            ("submitted",),
            None,
            _("Read by the chief"),
            stamp="chief_reviewed_at",
            guards=(record_guards.reviewer_is_not_the_author, record_guards.chief_is_to_read),
            tone="primary",
        ),
        Move(
            "approve",
            "approved",
            ("submitted",),
            "approved",
            _("Approve"),
            stamp="approved_at",
            guards=(record_guards.reviewer_is_not_the_author, record_guards.what_comes_first_was_read),
        ),
        Move(
            "lock",
            "locked",
            ("approved",),
            "locked",
            _("Lock"),
            stamp="locked_at",
            guards=(law_guards.restraint_notices_are_done,),
            tone="quiet",
        ),
        Move("amend", "amended", ("locked",), None, _("Amend"), tone="quiet", needs_form=True),
    ),
)

AMENDMENT = Workflow(
    "amendment",
    AmendmentState,
    "proposed",
    (
        Move(
            "accept",
            "accepted",
            ("proposed",),
            "accepted",
            _("Accept"),
            stamp="decided_at",
            guards=(record_guards.decided_by_another,),
        ),
        Move(
            "refuse",
            "refused",
            ("proposed",),
            "refused",
            _("Refuse"),
            stamp="decided_at",
            guards=(record_guards.decided_by_another,),
            tone="quiet",
        ),
    ),
)
