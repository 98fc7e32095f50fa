"""Warm hand-offs to other services: services beside forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
