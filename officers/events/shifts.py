"""What can happen to shifts, requests about them, leave and the clock."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

_UNIT = frozenset({"unit"})
# `limits` names what is broken, `override` the reason from the list.
_PLANNED = _UNIT | {"limits", "override"}
_TAKEN = _PLANNED | {"taker"}

TYPES: tuple[EventType, ...] = (
    EventType("shift.planned", _("A shift was planned"), _PLANNED),
    EventType("shift.changed", _("The shift was changed"), _PLANNED),
    EventType("shift.handed_over", _("The shift was handed over"), _TAKEN),
    EventType("shift.cancelled", _("The shift was cancelled"), _UNIT),
    EventType("template.made", _("A shift template was made")),
    EventType("template.changed", _("The shift template was changed")),
    EventType("template.retired", _("The shift template was retired")),
    EventType("rotation.made", _("A rotation was made")),
    EventType("rotation.changed", _("The rotation was changed")),
    EventType("rotation.joined", _("Somebody joined the rotation"), _UNIT),
    EventType("rotation.left", _("Somebody left the rotation"), _UNIT),
    EventType("cover.asked", _("Somebody was asked to take the shift"), _UNIT),
    EventType("cover.accepted", _("Somebody takes the shift"), frozenset({"unit", "taker"})),
    EventType("cover.approved", _("The exchange was approved"), _TAKEN),
    EventType("cover.declined", _("The exchange was declined"), _UNIT),
    EventType("cover.withdrawn", _("The request was withdrawn"), _UNIT),
    EventType("leave.asked", _("Leave was asked for"), _UNIT),
    EventType("leave.approved", _("Leave was approved"), _UNIT),
    EventType("leave.declined", _("Leave was declined"), _UNIT),
    EventType("leave.withdrawn", _("Leave was withdrawn"), _UNIT),
    EventType("time.clocked_in", _("%(unit)s clocked in"), frozenset({"unit", "source"})),
    EventType("time.clocked_out", _("%(unit)s clocked out"), frozenset({"unit", "source"})),
    EventType("time.status_set", _("%(unit)s: the status was set"), frozenset({"unit", "duty", "source"})),
    EventType("time.corrected", _("The clock of %(unit)s was corrected"), frozenset({"unit", "before", "after"})),
    EventType("feed.renewed", _("The address of a calendar was renewed"), _UNIT),
)
