"""What can happen to courses, completions, rules and classes."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("booking.booked", _("A seat in a class was booked"), frozenset({"course", "unit"})),
    EventType("booking.attended", _("The class was attended"), frozenset({"course", "unit"})),
    EventType("booking.missed", _("The class was missed"), frozenset({"course", "unit"})),
    EventType("booking.cancelled", _("The seat was given back"), frozenset({"course", "unit"})),
)
