"""Drafts of calls, logging and sending in one step: services beside forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
