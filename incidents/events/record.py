"""What can happen to the de-escalation record."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
