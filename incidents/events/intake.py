"""Drafts of calls, logging and sending in one step: what can happen."""

from core.events import EventType

TYPES: tuple[EventType, ...] = ()
