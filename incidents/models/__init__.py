"""Calls, incidents, assignments and records; drafts, scripts, hand-offs, clocks, notes and desks."""

from incidents.models.assignment import Assignment
from incidents.models.care import PlanReminder, PlanSuggestion, PlanView, ResponsePlan
from incidents.models.command import CommandRun
from incidents.models.desk import Desk, DeskTurn, LogEntry
from incidents.models.duplicates import DuplicateRule
from incidents.models.field import FieldEntry, FieldRequest
from incidents.models.handoff import Handoff
from incidents.models.incident import Answer, Call, Incident, PriorityChange, Subject
from incidents.models.intake import Draft, NatureCode
from incidents.models.law import (
    Duty,
    DutyAttempt,
    DutyStep,
    FormDisclosure,
    LegalForm,
    LegalTemplate,
    RestraintExport,
)
from incidents.models.notes import IncidentFile, IncidentNote
from incidents.models.people import (
    Guardian,
    JuvenileAccess,
    Person,
    PersonAccess,
    PersonConflict,
    PersonMerge,
    SubjectLink,
)
from incidents.models.record import DeescalationRecord, RecordPolicy
from incidents.models.record_rows import RecordAmendment, RecordFile, RecordOfficer
from incidents.models.school_days import CalendarDay, SchoolTerm
from incidents.models.script import Script
from incidents.models.tablet import Device, Quarantine, SealingKey, TabletCommand
from incidents.models.timers import Timer, TimerRule
from incidents.models.units import Handover, Lookout, PendingCall
from incidents.models.weights import RankingWeights

__all__ = [
    "Answer",
    "Assignment",
    "CalendarDay",
    "Call",
    "CommandRun",
    "DeescalationRecord",
    "Desk",
    "DeskTurn",
    "Device",
    "Draft",
    "DuplicateRule",
    "Duty",
    "DutyAttempt",
    "DutyStep",
    "FieldEntry",
    "FieldRequest",
    "FormDisclosure",
    "Guardian",
    "Handoff",
    "Handover",
    "Incident",
    "IncidentFile",
    "IncidentNote",
    "JuvenileAccess",
    "LegalForm",
    "LegalTemplate",
    "LogEntry",
    "Lookout",
    "NatureCode",
    "PendingCall",
    "Person",
    "PersonAccess",
    "PersonConflict",
    "PersonMerge",
    "PlanReminder",
    "PlanSuggestion",
    "PlanView",
    "PriorityChange",
    "Quarantine",
    "RankingWeights",
    "RecordAmendment",
    "RecordFile",
    "RecordOfficer",
    "RecordPolicy",
    "ResponsePlan",
    "RestraintExport",
    "SchoolTerm",
    "Script",
    "SealingKey",
    "Subject",
    "SubjectLink",
    "TabletCommand",
    "Timer",
    "TimerRule",
]
