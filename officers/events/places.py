"""What can happen to what is known of places. What was written stands in the row, and not in the facts."""

from django.utils.translation import gettext_lazy as _

from core.events import EventType

TYPES: tuple[EventType, ...] = (
    EventType("place_alias.added", _("An alias of a place was added")),
    EventType("place_alias.changed", _("The alias of a place was changed")),
    EventType("place_alias.withdrawn", _("The alias of a place was withdrawn")),
    EventType("place_alias.restored", _("The alias of a place was restored")),
    EventType("extension.added", _("A telephone was added")),
    EventType("extension.changed", _("The telephone was changed")),
    EventType("extension.withdrawn", _("The telephone was withdrawn")),
    EventType("extension.restored", _("The telephone was restored")),
    EventType("premise_note.added", _("A note about a place was added")),
    EventType("premise_note.changed", _("The note about a place was changed")),
    EventType("premise_note.withdrawn", _("The note about a place was withdrawn")),
    EventType("premise_note.restored", _("The note about a place was restored")),
    EventType("bell_period.added", _("A period of the bell schedule was added")),
    EventType("bell_period.changed", _("The period of the bell schedule was changed")),
    EventType("bell_period.withdrawn", _("The period of the bell schedule was withdrawn")),
    EventType("bell_period.restored", _("The period of the bell schedule was restored")),
    EventType("room_use.added", _("A class was planned in a room")),
    EventType("room_use.changed", _("The class in a room was changed")),
    EventType("room_use.withdrawn", _("The class in a room was withdrawn")),
    EventType("room_use.restored", _("The class in a room was restored")),
)
