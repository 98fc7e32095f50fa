"""Welfare checks and other clocks: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
