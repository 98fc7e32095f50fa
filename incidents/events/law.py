"""What can happen to duties that the law sets, their clocks and forms."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
