"""What can happen to people and their earlier contacts."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
