"""States and moves of script versions, hand-offs and lookouts."""

from django.utils.translation import gettext_lazy as _

from core.workflow import Move, Workflow
from incidents import script_guards
from incidents.console_vocabulary import HandoffState, LookoutState, ScriptState

# Nobody has taken it yet.
OPEN_HANDOFF = ("started", "connected")

SCRIPT = Workflow(
    "script",
    ScriptState,
    "draft",
    (
        Move("revise", "revised", ("draft",), None, _("Save draft"), needs_form=True),
        Move("try", "tried", ("draft", "approved"), None, _("Dry run"), stamp="tried_at"),
        Move(
            "approve",
            "approved",
            ("draft",),
            "approved",
            _("Approve"),
            stamp="approved_at",
            guards=(script_guards.approver_is_not_the_writer,),
        ),
        Move(
            "activate",
            "activated",
            ("approved",),
            "active",
            _("Put in use"),
            stamp="active_from",
            guards=(script_guards.was_tried_as_it_is,),
        ),
        Move(
            "retire",
            "retired",
            ("draft", "approved", "active"),
            "retired",
            _("Retire"),
            stamp="retired_at",
            tone="quiet",
        ),
    ),
)

HANDOFF = Workflow(
    "handoff",
    HandoffState,
    "started",
    (
        Move("connect", "connected", ("started",), "connected", _("Connected"), stamp="connected_at", needs_form=True),
        Move(
            "confirm",
            "confirmed",
            OPEN_HANDOFF,
            "confirmed",
            _("Confirm"),
            stamp="confirmed_at",
            needs_form=True,
        ),
        Move("fail", "failed", OPEN_HANDOFF, "failed", _("Not taken"), stamp="ended_at", needs_form=True),
    ),
)

LOOKOUT = Workflow(
    "lookout",
    LookoutState,
    "open",
    (
        Move("locate", "located", ("open",), "located", _("Located"), stamp="ended_at"),
        Move("cancel", "cancelled", ("open",), "cancelled", _("Cancel"), stamp="ended_at", tone="quiet"),
        Move("expire", "expired", ("open",), "expired", _("Expired"), stamp="ended_at"),
    ),
)
