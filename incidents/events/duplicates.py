"""Calls attached to an incident, merged and split again: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
