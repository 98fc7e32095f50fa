"""Units of an incident, pending calls and hand-over: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
