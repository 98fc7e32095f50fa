"""The command line: what was taken back, as a correction beside what it corrects."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_unit = frozenset({"unit"})

TYPES: tuple[EventType, ...] = (
    EventType("incident.recalled", _("Correction: nobody was sent")),
    EventType("incident.resumed", _("Correction: not all units are clear")),
    EventType("incident.close_undone", _("Correction: the incident is not closed")),
    EventType("assignment.start_undone", _("Correction: %(unit)s is not en route"), _unit),
    EventType("assignment.arrival_undone", _("Correction: %(unit)s is not on scene"), _unit),
    EventType("assignment.clearing_undone", _("Correction: %(unit)s is not clear"), _unit),
)
