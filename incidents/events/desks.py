"""Desks, their turns and the shift log: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
