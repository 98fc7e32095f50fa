"""Whom to send, and why: one pure function over a snapshot. docs/ranking.md tells the rule in words."""

from incidents.ranking.facts import Call, Snapshot, Unit
from incidents.ranking.rank import rank
from incidents.ranking.result import Advice, PassedOver, Ranked, Reason, Recommendation
from incidents.ranking.weights import Weights

__all__ = [
    "Advice",
    "Call",
    "PassedOver",
    "Ranked",
    "Reason",
    "Recommendation",
    "Snapshot",
    "Unit",
    "Weights",
    "rank",
]
