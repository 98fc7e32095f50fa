"""Notes, attachments and names that were shown: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
