"""The command line: services beside forms and bodies."""

from core.web.doors import Door

DOORS: tuple[Door, ...] = ()
