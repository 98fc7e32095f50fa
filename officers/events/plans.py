"""What can happen to floor plans."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
