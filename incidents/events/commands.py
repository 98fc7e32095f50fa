"""The command line: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
