"""Calls, incidents, assignments and records."""

from incidents.models.assignment import Assignment
from incidents.models.incident import Answer, Call, Incident, PriorityChange, Subject
from incidents.models.record import DeescalationRecord
from incidents.models.weights import RankingWeights

__all__ = [
    "Answer",
    "Assignment",
    "Call",
    "DeescalationRecord",
    "Incident",
    "PriorityChange",
    "RankingWeights",
    "Subject",
]
