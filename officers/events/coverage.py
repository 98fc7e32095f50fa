"""What can happen to the agency's minimum."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
