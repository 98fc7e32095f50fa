"""States and moves of incidents and assignments; those of de-escalation records have a file of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workflow import Move, Workflow
from incidents import guards, handoff_guards
from incidents.record_workflow import AMENDMENT, RECORD, AmendmentState, RecordState

__all__ = [
    "ACTIVE_ASSIGNMENT",
    "AMENDMENT",
    "ASSIGNMENT",
    "INCIDENT",
    "OPEN_INCIDENT",
    "RECORD",
    "AmendmentState",
    "AssignmentState",
    "IncidentState",
    "RecordState",
]


class IncidentState(models.TextChoices):
    """What has happened to an incident."""

    RECEIVED = "received", _("Received")
    TRIAGED = "triaged", _("Triaged")
    DISPATCHED = "dispatched", _("Dispatched")
    CLEARED = "cleared", _("Cleared")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")
    SCHEDULED = "scheduled", _("Scheduled")
    MERGED = "merged", _("Merged")


class AssignmentState(models.TextChoices):
    """What has happened to one officer's assignment."""

    DISPATCHED = "dispatched", _("Dispatched")
    EN_ROUTE = "en_route", _("En route")
    ON_SCENE = "on_scene", _("On scene")
    CLEAR = "clear", _("Clear")
    CANCELLED = "cancelled", _("Cancelled en route")


# Cleared is open too: the desk has to close it, and what nobody sees is never closed.
OPEN_INCIDENT = ("received", "triaged", "dispatched", "cleared")
ACTIVE_ASSIGNMENT = ("dispatched", "en_route", "on_scene")

INCIDENT = Workflow(
    "incident",
    IncidentState,
    "received",
    (
        Move("begin", "begun", ("scheduled",), "received", _("Begin"), stamp="received_at"),
        Move("triage", "triaged", ("received",), "triaged", _("Assess"), stamp="triaged_at", needs_form=True),
        Move("reassess", "reassessed", ("triaged", "dispatched"), None, _("Assess again"), needs_form=True),
        Move(
            "dispatch",
            "dispatched",
            ("received", "triaged"),
            "dispatched",
            _("Send"),
            stamp="dispatched_at",
            needs_form=True,
        ),
        Move("reinforce", "reinforced", ("dispatched",), None, _("Add unit"), needs_form=True),
        Move(
            "clear",
            "cleared",
            ("dispatched",),
            "cleared",
            _("Clear"),
            stamp="cleared_at",
            guards=(guards.no_unit_still_out,),
        ),
        Move(
            "close",
            "closed",
            ("triaged", "cleared"),
            "closed",
            _("Close"),
            stamp="closed_at",
            guards=(
                guards.no_unit_still_out,
                handoff_guards.no_handoff_still_open,
                guards.every_arrived_officer_has_filed,
            ),
            needs_form=True,
        ),
        Move(
            "cancel",
            "cancelled",
            ("scheduled", "received", "triaged"),
            "cancelled",
            _("Cancel"),
            stamp="closed_at",
            guards=(handoff_guards.no_handoff_still_open,),
            tone="quiet",
            needs_form=True,
        ),
        Move(
            "merge",
            "merged",
            ("received", "triaged"),
            "merged",
            _("Merge"),
            stamp="closed_at",
            guards=(guards.names_where_it_goes,),
            tone="quiet",
            needs_form=True,
        ),
        # A merge that was none: the incident stands again where it stood, assessed or not.
        Move(
            "split",
            "split",
            ("merged",),
            "triaged",
            _("Split off"),
            guards=(guards.was_assessed,),
            tone="quiet",
            needs_form=True,
        ),
        Move(
            "unmerge",
            "unmerged",
            ("merged",),
            "received",
            _("Split off"),
            guards=(guards.was_not_assessed,),
            tone="quiet",
            needs_form=True,
        ),
        Move(
            "prioritize",
            "prioritized",
            ("received", "triaged", "dispatched"),
            None,
            _("Set the priority"),
            tone="quiet",
            needs_form=True,
        ),
        Move("transfer", "transferred", OPEN_INCIDENT, None, _("Hand over"), tone="quiet", needs_form=True),
        # Corrections of the last minute: each says so in the ledger, and what it corrects stays there.
        Move(
            "recall",
            "recalled",
            ("dispatched",),
            "triaged",
            _("Undo"),
            guards=(guards.no_unit_still_out,),
            corrects=True,
        ),
        Move("resume", "resumed", ("cleared",), "dispatched", _("Undo"), tone="quiet", corrects=True),
        Move("unclose", "close_undone", ("closed",), "cleared", _("Undo"), tone="quiet", corrects=True),
        Move(
            "reopen",
            "reopened",
            ("cleared", "closed", "cancelled"),
            "triaged",
            _("Reopen"),
            tone="quiet",
            needs_form=True,
        ),
    ),
    also_initial=("scheduled",),
)

ASSIGNMENT = Workflow(
    "assignment",
    AssignmentState,
    "dispatched",
    (
        Move(
            "start",
            "started",
            ("dispatched",),
            "en_route",
            _("En route"),
            stamp="en_route_at",
            tone="primary",
        ),
        Move(
            "arrive",
            "arrived",
            ("dispatched", "en_route"),
            "on_scene",
            _("On scene"),
            stamp="on_scene_at",
            tone="primary",
        ),
        Move("clear", "cleared", ("dispatched", "en_route", "on_scene"), "clear", _("Clear"), stamp="clear_at"),
        Move("lead", "led", ACTIVE_ASSIGNMENT, None, _("Make primary"), tone="quiet"),
        # Corrections of the last minute.
        Move("unstart", "start_undone", ("en_route",), "dispatched", _("Undo"), tone="quiet", corrects=True),
        Move("unarrive", "arrival_undone", ("on_scene",), "en_route", _("Undo"), tone="quiet", corrects=True),
        Move("unclear", "clearing_undone", ("clear",), "on_scene", _("Undo"), tone="quiet", corrects=True),
        Move(
            "cancel",
            "cancelled",
            ("dispatched", "en_route"),
            "cancelled",
            _("Cancel"),
            stamp="cancelled_at",
            tone="quiet",
            needs_form=True,
        ),
    ),
)
