"""What can happen to response plans."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
