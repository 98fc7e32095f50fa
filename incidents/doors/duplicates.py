"""Calls attached to an incident, merged and split again: services beside forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
