"""What can happen to what is known of places."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
