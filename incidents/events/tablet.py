"""What can happen to the officer's tablet: devices, sealed entries, what came late."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
