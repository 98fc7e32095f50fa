"""States and moves of duties, legal forms and the words of these forms."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.workflow import Move, Workflow
from incidents import law_guards as guards
from incidents.law_vocabulary import DutyState, FormState, TemplateState

DUTY = Workflow(
    "duty",
    DutyState,
    "open",
    (
        Move(
            "satisfy",
            "satisfied",
            ("open",),
            "satisfied",
            pgettext_lazy("duty", "Mark as done"),
            stamp="satisfied_at",
            guards=(guards.is_not_held, guards.what_it_asks_is_done, guards.lateness_is_explained),
            tone="primary",
            needs_form=True,
        ),
        Move("explain", "explained", ("open", "satisfied"), None, _("Say why it is late"), needs_form=True),
        Move("waive", "waived", ("open",), "waived", pgettext_lazy("duty", "Waive"), tone="quiet", needs_form=True),
        Move("release", "released", ("open",), None, _("Release the notice"), tone="quiet", needs_form=True),
        # What only the clock or the record does.
        Move("hold", "held", ("open",), None, _("Hold the notice")),
        Move("warn", "warned", ("open",), None, _("Warn")),
        Move("escalate", "escalated", ("open",), None, _("Escalate"), stamp="escalated_at"),
        Move("drop", "dropped", ("open",), "ended", _("No longer applies"), stamp="ended_at"),
        Move("resume", "resumed", ("ended",), "open", _("Applies again")),
    ),
)

FORM = Workflow(
    "legal_form",
    FormState,
    "draft",
    (
        Move("revise", "revised", ("draft",), None, _("Save draft"), needs_form=True),
        Move(
            "sign",
            "signed",
            ("draft",),
            "signed",
            _("Sign"),
            stamp="signed_at",
            guards=(guards.signer_holds_the_license, guards.form_is_complete),
            tone="primary",
            needs_form=True,
        ),
        Move("stamp", "stamped", ("signed",), None, _("Times at the facility"), needs_form=True),
    ),
)

TEMPLATE = Workflow(
    "legal_template",
    TemplateState,
    "draft",
    (
        Move("revise", "revised", ("draft",), None, _("Save draft"), needs_form=True),
        Move(
            "approve",
            "approved",
            ("draft",),
            "approved",
            _("Approve"),
            stamp="approved_at",
            guards=(guards.approver_is_not_the_writer,),
        ),
        Move(
            "activate",
            "activated",
            ("approved",),
            "active",
            _("Put in use"),
            guards=(guards.begins_today_or_later,),
            needs_form=True,
        ),
        Move("withdraw", "withdrawn", ("draft", "approved"), "withdrawn", _("Withdraw"), tone="quiet"),
    ),
)
