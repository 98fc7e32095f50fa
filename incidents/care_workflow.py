"""States and moves of a version of a response plan, and of a suggestion for one."""

from django.utils.translation import gettext_lazy as _

from core.workflow import Move, Workflow
from incidents import care_guards
from incidents.care_vocabulary import PlanState, SuggestionState

RESPONSE_PLAN = Workflow(
    "response_plan",
    PlanState,
    "draft",
    (
        Move("revise", "revised", ("draft",), None, _("Edit"), needs_form=True),
        Move(
            "submit",
            "submitted",
            ("draft",),
            "submitted",
            _("Submit for approval"),
            stamp="submitted_at",
            guards=(care_guards.can_be_followed,),
        ),
        Move("send_back", "returned", ("submitted",), "draft", _("Return"), tone="quiet", needs_form=True),
        Move(
            "approve",
            "approved",
            ("submitted",),
            "approved",
            _("Approve"),
            stamp="approved_at",
            guards=(care_guards.approver_is_not_the_writer,),
            needs_form=True,
        ),
        Move("expire", "expired", ("approved",), "expired", _("Expired")),
        Move(
            "withdraw",
            "withdrawn",
            ("draft", "submitted"),
            "retired",
            _("Withdraw"),
            stamp="retired_at",
            tone="quiet",
        ),
        Move(
            "retire",
            "retired",
            ("draft", "submitted", "approved", "expired"),
            "retired",
            _("Retire"),
            stamp="retired_at",
            tone="quiet",
        ),
    ),
)

PLAN_SUGGESTION = Workflow(
    "plan_suggestion",
    SuggestionState,
    "open",
    (
        Move("accept", "accepted", ("open",), "accepted", _("Accept"), stamp="decided_at", needs_form=True),
        Move("decline", "declined", ("open",), "declined", _("Decline"), stamp="decided_at", needs_form=True),
    ),
)
