"""Units of an incident, pending calls and hand-over: what can happen."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("incident.stacked", _("Waits for %(unit)s"), frozenset({"unit"})),
    EventType("incident.unstacked", _("No longer waits for %(unit)s"), frozenset({"unit"})),
    EventType("incident.offered", _("Offered to %(desk)s"), frozenset({"desk"})),
    EventType("incident.offer_withdrawn", _("The offer to %(desk)s was withdrawn"), frozenset({"desk"})),
)
