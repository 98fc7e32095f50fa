"""What can happen to shifts, requests about them, leave and the clock."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_UNIT = frozenset({"unit"})

TYPES: tuple[EventType, ...] = (
    EventType("shift.planned", _("A shift was planned"), _UNIT),
    EventType("shift.changed", _("The shift was changed"), _UNIT),
    EventType("shift.handed_over", _("The shift was handed over"), frozenset({"unit", "taker"})),
    EventType("shift.cancelled", _("The shift was cancelled"), _UNIT),
    EventType("cover.asked", _("Somebody was asked to take the shift"), _UNIT),
    EventType("cover.accepted", _("Somebody takes the shift"), frozenset({"unit", "taker"})),
    EventType("cover.approved", _("The exchange was approved"), frozenset({"unit", "taker"})),
    EventType("cover.declined", _("The exchange was declined"), _UNIT),
    EventType("cover.withdrawn", _("The request was withdrawn"), _UNIT),
    EventType("leave.asked", _("Leave was asked for"), _UNIT),
    EventType("leave.approved", _("Leave was approved"), _UNIT),
    EventType("leave.declined", _("Leave was declined"), _UNIT),
    EventType("leave.withdrawn", _("Leave was withdrawn"), _UNIT),
)
