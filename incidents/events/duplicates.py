"""Calls attached to an incident, merged and split again: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("call.attached", _("Call %(number)s was added"), frozenset({"number", "via", "nature"})),
    EventType(
        "call.split",
        _("Call %(number)s was split off %(out_of)s into %(into)s"),
        frozenset({"number", "out_of", "into", "reason"}),
    ),
    EventType("incident.joined", _("%(number)s was merged into this incident"), frozenset({"number", "reason"})),
    EventType("incident.split", _("Split off %(out_of)s"), frozenset({"out_of", "reason"})),
    EventType("incident.unmerged", _("Split off %(out_of)s"), frozenset({"out_of", "reason"})),
    EventType("duplicates.set", _("Two calls count as near within %(minutes)s minutes"), frozenset({"minutes", "was"})),
)
