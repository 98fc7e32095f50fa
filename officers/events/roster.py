"""What can happen to the roster. Names of people never enter; a call sign does."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
